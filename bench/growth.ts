import { actor } from './action.ts';
import { lister } from './list.ts';
import { inTurn, median, spread, type Row } from './row.ts';

const few = 20_000;
const many = 200_000;

/** An action and a list of a district after ten years, against the same district after one. */
export const growth: Row = {
  name: 'growth',
  async measure(ground) {
    const [young, old] = [await ground.district(few), await ground.district(many)];
    // A quarter of one year: as many matters are found in both, and nine more years stand around them.
    const query = '?stage=implementing&f.field=economy&f.receivedOn=2020-04-01..2020-06-30&order=-receivedOn';
    const lists = await inTurn(30, { young: await lister(young, query), old: await lister(old, query) });
    const acts = await inTurn(4, { young: await actor(young), old: await actor(old) });
    const listRatio = median(lists.old) / median(lists.young);
    const actRatio = median(acts.young) / median(acts.old);
    return [
      { what: 'growth: action at 10 × the matters and events', ours: `${median(acts.old).toFixed(0)}/s`, reference: `${median(acts.young).toFixed(0)}/s`, ratio: actRatio.toFixed(2), budget: '≤ 1.20 ×', isMet: actRatio <= 1.2, notes: [`with 20,000: ${spread(acts.young, 0)}/s, with 200,000: ${spread(acts.old, 0)}/s`] },
      { what: 'growth: list at 10 × the matters and events', ours: `${median(lists.old).toFixed(1)} ms`, reference: `${median(lists.young).toFixed(1)} ms`, ratio: listRatio.toFixed(2), budget: '≤ 1.20 ×', isMet: listRatio <= 1.2, notes: ['stage, field and a quarter: as many are found in one year as in ten'] },
    ];
  },
};
