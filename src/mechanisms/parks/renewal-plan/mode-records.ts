import { daysBetween, type Day } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf } from '#kernel/mechanism.ts';
import { flowsOf, rateOfReturn } from '../fund.ts';
import { modeRows } from './mode-rows.ts';
import { keepers } from './preparing.ts';
import { renewalPlanRecord } from './record.ts';
import { badResultYear, type Verdict } from './rules.ts';

const action = actionsOf(renewalPlanRecord);
const underWay = ['contracted', 'vacated', 'building', 'filling', 'accepted'] as const;
const modeAsks = Object.fromEntries(Object.keys(modeRows).map((name) => [name, 'may'])) as Readonly<Record<keyof typeof modeRows, 'may'>>;

interface Replacement {
  readonly outOn?: Day;
  readonly inOn?: Day;
}
interface Partner {
  readonly share?: number;
  readonly split?: number;
}

/** What single modes keep beside the plan (parks.md §8). */
export const modeRecordActions = {
  recordMode: action({
    name: { zh: '登记模式专项', en: 'Enter records of the mode' },
    from: [...underWay, 'planned', 'reviewed'],
    by: keepers,
    asks: modeAsks,
    sets: ['returnRate', 'replacements'],
    check: (_situation, { replacements = [], partners = [] }) => badReplacements(replacements) ?? badPartners(partners),
    effects: (_situation, { cashPlan, replacements }) => [
      ...(cashPlan === undefined ? [] : [{ do: 'set', values: { returnRate: rateOfReturn(flowsOf(cashPlan)) ?? null } } as const]),
      ...(replacements === undefined ? [] : [{ do: 'set', values: { replacements: replacements.map(withDays) } } as const]),
    ],
  }),
  recordInner: action({
    name: { zh: '登记园中园', en: 'Enter the inner park' },
    help: { zh: '宗地、业主、用地和建筑面积取登记数，承租企业数取入驻登记；用地只算在所在园区里。', en: 'Parcel, owner, land and floor as registered, tenants by the occupations; its land counts in the park it lies in alone.' },
    from: [...underWay, 'planned', 'reviewed', 'evaluated'],
    by: keepers,
    asks: { innerParcel: 'must', inner: 'must', innerTenants: 'computed' },
    sets: ['innerOwner', 'innerArea', 'innerFloor'],
    when: ({ matter: { facts } }) => (facts.primary === 'M5' || (facts.secondary ?? []).includes('M5') ? undefined : 'notInner'),
    check: ({ matter, findMatter }, { innerParcel }) => (findMatter(innerParcel)?.facts['park'] === matter.facts.park ? undefined : { refusal: 'innerElsewhere', field: 'innerParcel' }),
    effects: ({ findMatter }, { innerParcel }) => {
      const { user, area, floorArea } = findMatter(innerParcel)?.facts ?? {};
      return [{ do: 'set', values: { innerOwner: (user as string | undefined) ?? null, innerArea: Number(area ?? 0), innerFloor: Number(floorArea ?? 0) } }];
    },
  }),
  shareTax: action({
    name: { zh: '登记分享税收', en: 'Enter shared tax' },
    help: { zh: '分享额＝当地税收×留成比例×分成比例，一年一行，只作考核数。', en: 'Tax times the share kept locally times the split, a row a year: an assessment figure.' },
    from: [...underWay, 'evaluated'],
    by: [{ role: 'TAX' }, { role: 'FINANCE' }],
    evidence: 1,
    reason: 0,
    extra: {
      year: fact.whole({ zh: '年度', en: 'Year' }, { min: 1990, max: 2100, names: true }), tax: fact.money({ zh: '飞地税收', en: 'Tax of the enclave' }, { min: 0 }), kept: fact.percent({ zh: '留成比例', en: 'Kept locally' }, { min: 0, max: 100 }), split: fact.percent({ zh: '分成比例', en: 'Split' }, { min: 0, max: 100 }),
    },
    extraAsks: { year: 'must', tax: 'must', kept: 'must', split: 'must' },
    sets: ['partnerTax', 'sharedTax'],
    when: ({ matter: { facts } }) => (facts.primary === 'M8' ? undefined : 'notEnclave'),
    check: (situation, { year, reason }) => badResultYear(situation, year, situation.matter.facts.sharedTax ?? [], reason),
    effects: ({ matter: { facts } }, { year, tax, kept, split }) => {
      const row = { year, tax, kept, split, received: Math.round((tax * kept * split) / 10_000) };
      const sharedTax = [...(facts.sharedTax ?? []).filter((each) => each.year !== year), row].toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
      return [{ do: 'set', values: { sharedTax, partnerTax: sharedTax.at(-1)?.received ?? 0 } }];
    },
  }),
};

function withDays<R extends Replacement>(row: R): R & { readonly days?: number } {
  const { outOn, inOn } = row;
  return outOn === undefined || inOn === undefined ? row : { ...row, days: daysBetween(outOn, inOn) };
}

function badReplacements(rows: readonly Replacement[]): Verdict {
  return rows.some(({ outOn, inOn }) => outOn !== undefined && inOn !== undefined && inOn < outOn) ? { refusal: 'datesOfReplacement', field: 'replacements' } : undefined;
}

function badPartners(rows: readonly Partner[]): Verdict {
  for (const name of ['share', 'split'] as const) {
    const sum = rows.reduce((all, row) => all + (row[name] ?? 0), 0);
    if (sum > 100) return { refusal: 'sharesOver', field: 'partners', detail: { what: modeRows.partners.columns?.[name]?.name ?? name, sum } };
  }
  return undefined;
}
