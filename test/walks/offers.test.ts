import { expect, inject, test } from 'vitest';

// The sample's people act by the entry that pages use, but not through pages: what they do must be open there to a click.

test('whatever a post of the sample years does, the page of the matter offers it to him as open', () => {
  expect(inject('sampleYears').unoffered).toEqual([]);
});
