import type { Story } from '../story.ts';
import { complianceCheckStories } from './compliance-check/sample.ts';
import { dueDiligenceStories } from './due-diligence/sample.ts';
import { enterpriseStories } from './enterprise/sample.ts';
import { expertStories } from './expert/sample.ts';
import { indicatorSetStories } from './indicator-set/sample.ts';
import { landCommitmentStories } from './land-commitment/sample.ts';
import { obligationStories } from './obligation/sample.ts';
import { panelPlanStories } from './panel-plan/sample.ts';
import { parcelStories } from './parcel/sample.ts';
import { projectStories } from './project/sample.ts';
import { reviewMeetingStories } from './review-meeting/sample.ts';
import { scoreSheetStories } from './score-sheet/sample.ts';
import { supervisionStories } from './supervision/sample.ts';

/** Everything the wing tells of the sample years; of two steps at one moment the story that stands first goes first. */
export function projectsYears(): readonly Story[] {
  return [
    ...enterpriseStories(), ...expertStories(), ...projectStories(), ...dueDiligenceStories(), ...reviewMeetingStories(), ...scoreSheetStories(), ...panelPlanStories(),
    ...obligationStories(), ...supervisionStories(), ...indicatorSetStories('2020-01-06'), ...parcelStories(), ...landCommitmentStories(), ...complianceCheckStories(),
  ];
}
