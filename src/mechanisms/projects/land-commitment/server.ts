import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Situation } from '#kernel/mechanism.ts';
import { canonical } from '#kernel/trace.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { landReport } from './report.ts';
import { merged } from './rules.ts';

/** What is locked by the signatures; changed by nothing but a numbered supplement, which is locked anew. */
const locked = ['parcel', 'project', 'enterprise', 'contractNo', 'agreementNo', 'standard', 'values', 'area', 'price', 'bond', 'startDue', 'completeDue', 'capacityDue'] as const;

/** SHA-256 over the canonical JSON of everything promised, hex: anybody with the papers can work it out again. */
export function lockOf(facts: Readonly<Record<string, unknown>>): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(Object.fromEntries(locked.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])))))));
}

const lock: Computation = { work: ({ matter }: Situation, input) => ({ lockHash: lockOf({ ...matter.facts, ...input }) }) };

/** What a commitment asks of the server: its lock, and the paper that shows every version. */
export const serving: MechanismServer = {
  computes: {
    signForGovernment: lock,
    signForEnterprise: lock,
    approveSupplement: { work: ({ matter }) => ({ lockHash: lockOf({ ...matter.facts, values: merged(matter.facts['values'] as never, matter.facts['pendingValues'] as never) }) }) },
  },
  documents: {
    commitment: {
      name: { zh: '履约监管协议摘要', en: 'Summary of the agreement' },
      when: { fact: 'signedOn', present: true },
      parts: landReport,
      fileName: ({ matter }) => `履约监管协议摘要 ${String(matter.facts['agreementNo'] ?? '')}`,
    },
  },
};
