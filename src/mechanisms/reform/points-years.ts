import type { Story } from '../story.ts';
import { annualPointsStories } from './annual-points/sample.ts';
import { integrationProjectStories } from './integration-project/sample.ts';
import { progressCircularStories } from './progress-circular/sample.ts';
import { taskStories } from './task/sample.ts';
import { answeredClauses, upperProgrammeStories } from './upper-programme/sample.ts';
import { upperTaskStories } from './upper-task/sample.ts';

/** What was set above, listed, issued and done in the sample year. */
export function pointsYears(): Story[] {
  return [...upperProgrammeStories(), ...upperTaskStories(), ...annualPointsStories(), ...taskStories(answeredClauses), ...progressCircularStories(), ...integrationProjectStories()];
}
