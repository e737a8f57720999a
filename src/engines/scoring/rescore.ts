import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The meetings another panel scores again without knowing the first answer: those with the smallest HMAC-SHA-256(seed, meetingNo), so that anybody can pick them again. */
export function pickForRescoring(meetingNos: readonly string[], seed: string, percent = 5): readonly string[] {
  const encoder = new TextEncoder();
  const ranked = [...new Set(meetingNos)].map((meetingNo) => ({ meetingNo, rank: bytesToHex(hmac(sha256, encoder.encode(seed), encoder.encode(meetingNo))) })).toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  return ranked.slice(0, Math.ceil((ranked.length * percent) / 100)).map(({ meetingNo }) => meetingNo);
}

/** Whether two final results, in hundredths of a point, lie so far apart that somebody must ask why. */
export function needsInquiry(first: number, again: number, morePoints = 10): boolean {
  return Math.abs(first - again) > morePoints * 100;
}
