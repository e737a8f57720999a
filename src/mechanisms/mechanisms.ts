import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';
import { achievement } from './innovation/achievement/achievement.ts';
import { allianceMember } from './innovation/alliance-member/alliance-member.ts';
import { demandMatch } from './innovation/demand-match/demand-match.ts';
import { financeInstitution } from './innovation/finance-institution/finance-institution.ts';
import { innovationPlatform } from './innovation/innovation-platform/innovation-platform.ts';
import { institution } from './innovation/institution/institution.ts';
import { instrument } from './innovation/instrument/instrument.ts';
import { instrumentBooking } from './innovation/instrument-booking/instrument-booking.ts';
import { patent } from './innovation/patent/patent.ts';
import { enterpriseVisit } from './innovation/enterprise-visit/enterprise-visit.ts';
import { innovationQualification } from './innovation/innovation-qualification/innovation-qualification.ts';
import { technicalDemand } from './innovation/technical-demand/technical-demand.ts';
import { evaluationAnomaly } from './parks/evaluation-anomaly/evaluation-anomaly.ts';
import { evaluationCycle } from './parks/evaluation-cycle/evaluation-cycle.ts';
import { jointEvaluation } from './parks/joint-evaluation/joint-evaluation.ts';
import { evaluationMeasure } from './parks/evaluation-measure/evaluation-measure.ts';
import { evaluationRemark } from './parks/evaluation-remark/evaluation-remark.ts';
import { evaluationSheet } from './parks/evaluation-sheet/evaluation-sheet.ts';
import { parkEvaluation } from './parks/park-evaluation/park-evaluation.ts';
import { readingBatch } from './parks/reading-batch/reading-batch.ts';
import { dueDiligence } from './projects/due-diligence/due-diligence.ts';
import { enterprise } from './projects/enterprise/enterprise.ts';
import { expert } from './projects/expert/expert.ts';
import { complianceCheck } from './projects/compliance-check/compliance-check.ts';
import { indicatorSet } from './projects/indicator-set/indicator-set.ts';
import { landCommitment } from './projects/land-commitment/land-commitment.ts';
import { obligation } from './projects/obligation/obligation.ts';
import { panelPlan } from './projects/panel-plan/panel-plan.ts';
import { parcel } from './projects/parcel/parcel.ts';
import { reviewMeeting } from './projects/review-meeting/review-meeting.ts';
import { scoreSheet } from './projects/score-sheet/score-sheet.ts';
import { supervision } from './projects/supervision/supervision.ts';
import { project } from './projects/project/project.ts';
import { building } from './parks/building/building.ts';
import { digitalUpgrade } from './parks/digital-upgrade/digital-upgrade.ts';
import { floorUnit } from './parks/floor-unit/floor-unit.ts';
import { inefficientLand } from './parks/inefficient-land/inefficient-land.ts';
import { landDeclaration } from './parks/land-declaration/land-declaration.ts';
import { landReactivation } from './parks/land-reactivation/land-reactivation.ts';
import { occupation } from './parks/occupation/occupation.ts';
import { park } from './parks/park/park.ts';
import { parkDiagnosis } from './parks/park-diagnosis/park-diagnosis.ts';
import { rankClaim } from './parks/rank-claim/rank-claim.ts';
import { renewalPlan } from './parks/renewal-plan/renewal-plan.ts';
import { agendaItem } from './reform/agenda-item/agenda-item.ts';
import { annualPoints } from './reform/annual-points/annual-points.ts';
import { integrationProject } from './reform/integration-project/integration-project.ts';
import { publication } from './reform/publication/publication.ts';
import { progressCircular } from './reform/progress-circular/progress-circular.ts';
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
import { workingMechanism } from './reform/working-mechanism/working-mechanism.ts';
import { suggestion } from './reform/suggestion/suggestion.ts';
import { topic } from './reform/topic/topic.ts';
import { topicCall } from './reform/topic-call/topic-call.ts';

/** Registers that offices keep together, as the menu shows them; all of one wing. */
export interface Shelf {
  readonly name: Text;
  readonly holds: readonly AnyMechanism[];
}

/** Every mechanism there is, each on its shelf. Adding one is adding its folder and its name here. */
export const shelves: readonly Shelf[] = [
  { name: { zh: '建言与服务', en: 'Ideas and services' }, holds: [suggestion, topicCall, bulletin, serviceItem] },
  { name: { zh: '要点与任务', en: 'Points and tasks' }, holds: [annualPoints, task, progressCircular, upperProgramme, upperTask, integrationProject, specialGroup, workingMechanism] },
  { name: { zh: '议题与文件', en: 'Topics and documents' }, holds: [topic, meeting, agendaItem, followUp, reformDocument] },
  { name: { zh: '改革督察', en: 'Inspection' }, holds: [inspectionList, inspectionRound, inspectionSheet, rectificationNotice, finding, warningLetter, jointProblem] },
  { name: { zh: '典型和宣传', en: 'Models and publicity' }, holds: [publication] },
  { name: { zh: '科创底账', en: 'Registers of innovation' }, holds: [institution, innovationPlatform, instrument, instrumentBooking, patent] },
  { name: { zh: '联盟和投融资', en: 'Alliance and finance' }, holds: [allianceMember, financeInstitution] },
  { name: { zh: '走访和需求', en: 'Visits and demands' }, holds: [enterpriseVisit, technicalDemand, innovationQualification] },
  { name: { zh: '成果和匹配', en: 'Achievements and matches' }, holds: [achievement, demandMatch] },
  { name: { zh: '项目与企业', en: 'Projects and enterprises' }, holds: [project, enterprise, dueDiligence] },
  { name: { zh: '专家评审', en: 'Expert review' }, holds: [expert, reviewMeeting, scoreSheet, panelPlan] },
  { name: { zh: '承诺与监管', en: 'Promises and supervision' }, holds: [obligation, supervision] },
  { name: { zh: '标准地', en: 'Standard land' }, holds: [parcel, indicatorSet, landCommitment, complianceCheck] },
  { name: { zh: '园区底账', en: 'Parks and floors' }, holds: [park, building, floorUnit, occupation, landDeclaration] },
  { name: { zh: '园区更新', en: 'Renewal of parks' }, holds: [parkDiagnosis, renewalPlan, inefficientLand, landReactivation, digitalUpgrade, rankClaim] },
  { name: { zh: '亩均评价', en: 'Evaluation per mu' }, holds: [evaluationCycle, evaluationSheet, readingBatch, jointEvaluation, evaluationRemark, evaluationAnomaly, evaluationMeasure, parkEvaluation] },
];

/** All of them, in the order of the shelves. */
export const mechanisms: readonly AnyMechanism[] = shelves.flatMap(({ holds }) => holds);

/** The mechanism of that key; nothing when there is none. */
export function findMechanism(key: string): AnyMechanism | undefined {
  return mechanisms.find((mechanism) => mechanism.record.key === key);
}
