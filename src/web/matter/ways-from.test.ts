import { expect, test } from 'vitest';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { waysFrom } from './ways-from.ts';

const begun = (key: string, stage: string, mayFile: Parameters<typeof waysFrom>[3] = () => true) => waysFrom(mechanisms, key, stage, mayFile).map(({ mechanism, action, field }) => `${mechanism}.${action}?${field}`);

test('a due diligence is begun from the page of a project in planning, a review from one at its review', () => {
  expect(begun('project', 'planning')).toContain('dueDiligence.open?project');
  expect(begun('project', 'planning')).not.toContain('reviewMeeting.convene?project');
  expect(begun('project', 'review')).toContain('reviewMeeting.convene?project');
});

test('a commitment is begun from a parcel that is sold, a check from a commitment in force', () => {
  expect(begun('parcel', 'sold')).toContain('landCommitment.draft?parcel');
  expect(begun('parcel', 'announced')).not.toContain('landCommitment.draft?parcel');
  expect(begun('landCommitment', 'signed')).toContain('complianceCheck.open?landCommitment');
});

test('what somebody may not file he is not offered, and what only follows from something else nobody is', () => {
  expect(begun('project', 'planning', () => false)).toEqual([]);
  expect(begun('project', 'decided')).not.toContain('supervision.open?project');
});
