import { createHmac, randomBytes } from 'node:crypto';
import type { DrawProblem, Secrets } from '#engines/draw/problem.ts';
import { draw } from '#engines/draw/solve.ts';
import { findDisagreement } from '#engines/draw/verify.ts';
import { inTurn, median, spread, timeOf, type Row } from './row.ts';

const draws = 40;

/** Panels drawn, against the bare HMACs a draw cannot do without, by Node's own native cryptography. */
export const drawing: Row = {
  name: 'draw',
  async measure() {
    const problems = Array.from({ length: draws }, (_each, index) => district(index));
    const secrets: Secrets = ['secretariat-of-the-bench', 'supervisor-of-the-bench'];
    let ranks = 0;
    for (const problem of problems) {
      const answer = draw(problem, secrets);
      if ('no' in answer) throw new Error(`no draw: ${answer.no}`);
      if (findDisagreement(answer, secrets)) throw new Error('the draw does not come out again');
      ranks += answer.panel.length + answer.substitutes.reduce((sum, { expertNos }) => sum + expertNos.length, 0);
    }
    const key = randomBytes(32);
    const measured = await inTurn(7, {
      ours: () => timeOf(async () => void problems.forEach((problem) => draw(problem, secrets))),
      reference: () => timeOf(async () => { for (let rank = 0; rank < ranks; rank += 1) createHmac('sha256', key).update(`产业技术\nZJ${rank}`).digest('hex'); }),
    });
    const ratio = median(measured.ours) / median(measured.reference);
    return [{
      what: `draw 7 of ${district(0).candidates.length} experts`, ours: `${(draws / (median(measured.ours) / 1000)).toFixed(0)} draws/s`, reference: `${(draws / (median(measured.reference) / 1000)).toFixed(0)} draws/s (bare native HMACs)`, ratio: `${ratio.toFixed(1)} × its time`,
      budget: '≤ 20 × its time', isMet: ratio <= 20, notes: [`${(ranks / draws).toFixed(0)} HMACs a draw; ${draws} draws in ${spread(measured.ours, 0)} ms`],
    }];
  },
};

function district(index: number): DrawProblem {
  const quotas = [['产业技术', 2], ['财务金融', 2], ['土地规划', 1], ['环保能耗', 1], ['法律', 1]] as const;
  return {
    projectNo: `JM2021-${index}`, drawNo: 1, recusals: [], quotas: quotas.map(([specialty, seats]) => ({ specialty, seats })),
    candidates: Array.from({ length: 120 }, (_each, at) => ({ expertNo: `ZJ${at}`, specialties: [quotas[at % 5]?.[0] ?? ''], employer: `D${at % 37}`, isOutside: at % 9 < 5, monthlyCount: at % 2, yearlyCount: at % 12, isFromLastPanel: at % 11 === 0 })),
  };
}
