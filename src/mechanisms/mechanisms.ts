import type { AnyMechanism } from '#kernel/mechanism.ts';
import { dueDiligence } from './projects/due-diligence/due-diligence.ts';
import { enterprise } from './projects/enterprise/enterprise.ts';
import { expert } from './projects/expert/expert.ts';
import { complianceCheck } from './projects/compliance-check/compliance-check.ts';
import { indicatorSet } from './projects/indicator-set/indicator-set.ts';
import { landCommitment } from './projects/land-commitment/land-commitment.ts';
import { obligation } from './projects/obligation/obligation.ts';
import { parcel } from './projects/parcel/parcel.ts';
import { reviewMeeting } from './projects/review-meeting/review-meeting.ts';
import { scoreSheet } from './projects/score-sheet/score-sheet.ts';
import { supervision } from './projects/supervision/supervision.ts';
import { project } from './projects/project/project.ts';
import { agendaItem } from './reform/agenda-item/agenda-item.ts';
import { annualPoints } from './reform/annual-points/annual-points.ts';
import { integrationProject } from './reform/integration-project/integration-project.ts';
import { task } from './reform/task/task.ts';
import { upperProgramme } from './reform/upper-programme/upper-programme.ts';
import { upperTask } from './reform/upper-task/upper-task.ts';
import { bulletin } from './reform/bulletin/bulletin.ts';
import { followUp } from './reform/follow-up/follow-up.ts';
import { meeting } from './reform/meeting/meeting.ts';
import { reformDocument } from './reform/reform-document/reform-document.ts';
import { finding } from './reform/finding/finding.ts';
import { inspectionList } from './reform/inspection-list/inspection-list.ts';
import { inspectionRound } from './reform/inspection-round/inspection-round.ts';
import { inspectionSheet } from './reform/inspection-sheet/inspection-sheet.ts';
import { jointProblem } from './reform/joint-problem/joint-problem.ts';
import { rectificationNotice } from './reform/rectification-notice/rectification-notice.ts';
import { warningLetter } from './reform/warning-letter/warning-letter.ts';
import { serviceItem } from './reform/service-item/service-item.ts';
import { specialGroup } from './reform/special-group/special-group.ts';
import { suggestion } from './reform/suggestion/suggestion.ts';
import { topic } from './reform/topic/topic.ts';
import { topicCall } from './reform/topic-call/topic-call.ts';

/** Every mechanism there is. Adding one is adding its folder and a line here. */
export const mechanisms: readonly AnyMechanism[] = [suggestion, topicCall, bulletin, annualPoints, task, upperProgramme, upperTask, integrationProject, serviceItem, enterprise, expert, project, dueDiligence,
  reviewMeeting, scoreSheet, obligation, supervision, indicatorSet, parcel, landCommitment, complianceCheck,
  topic, meeting, agendaItem, followUp, reformDocument, specialGroup,
  inspectionList, inspectionRound, inspectionSheet, rectificationNotice, finding, warningLetter, jointProblem];

/** The mechanism of that key; nothing when there is none. */
export function findMechanism(key: string): AnyMechanism | undefined {
  return mechanisms.find((mechanism) => mechanism.record.key === key);
}
