import { commonScheme } from '#engines/scoring/common-scheme.ts';
import { explainSheetFault } from '#engines/scoring/explain.ts';
import type { Scheme } from '#engines/scoring/problem.ts';
import { findSheetFaults, halvesOf } from '#engines/scoring/sheet.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { criteria } from '../sheet.ts';

/** The rules of a review with the sheet that is in use. */
const scheme: Scheme = { ...commonScheme, criteria: Object.entries(criteria).map(([key, { zh, en, max }]) => ({ key, name: { zh, en }, max })) };

interface Line {
  readonly criterion?: string;
  readonly points?: number;
  readonly reason?: string;
}

const scoredTwice = { zh: '有一项打了两次分，请核对。', en: 'One criterion is scored twice; please check.' };

/** The total, and in words what keeps the sheet from being locked. */
const judge: Computation = {
  work: ({ matter }, input) => {
    const lines = input['scores'] as readonly Line[];
    const scores = Object.fromEntries(lines.flatMap(({ criterion, points }) => (criterion === undefined || points === undefined ? [] : [[criterion, points]])));
    const reasons = Object.fromEntries(lines.flatMap(({ criterion, reason }) => (criterion === undefined || reason === undefined ? [] : [[criterion, reason]])));
    const expertNo = String(matter.facts['expertNo']);
    const twice = lines.length > new Set(lines.map(({ criterion }) => criterion)).size;
    const faults = findSheetFaults(scheme, { expertNo, scores, reasons, agrees: input['agrees'] === true });
    const words = [...(twice ? [scoredTwice] : []), ...faults.map((fault) => explainSheetFault(fault))];
    return { total: halvesOf(scores) / 2, fault: words.map(({ zh }) => zh).join(''), faultEn: words.map(({ en }) => en).join(' ') };
  },
};

/** What a sheet asks of the server: its total and its faults, by the scoring engine. */
export const serving: MechanismServer = { computes: { lock: judge, revise: judge } };
