import type { Setting } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';
import { modeFacts, weighedNames, type WeighedName } from './mode-facts.ts';
import { modes, type ModeCode } from './modes.ts';

// What a diagnosis weighs and by how much (parks.md §4, §6): every number a setting of the office, in whole numbers of the unit a person reads (per cent, 亩, firms).

/** 体检指数的满分: the parts of the index; they add up to 100. */
export const healthParts = {
  tax: { zh: '亩均税收', en: 'Tax per mu' }, output: { zh: '亩均产值', en: 'Output per mu' }, far: { zh: '容积率', en: 'Plot ratio' }, landUse: { zh: '土地利用率', en: 'Land in use' }, occupancy: { zh: '厂房入驻率', en: 'Occupancy' },
  lead: { zh: '主导产业', en: 'Lead industry' }, safety: { zh: '安全环保', en: 'Safety and environment' },
} as const satisfies Readonly<Record<string, Text>>;
export type HealthPart = keyof typeof healthParts;

const usualHealth: Readonly<Record<HealthPart, number>> = { tax: 25, output: 15, far: 15, landUse: 15, occupancy: 10, lead: 10, safety: 10 };

type Bound = 'atLeast' | 'below' | 'above';
type Gate = readonly (readonly [fact: WeighedName, bound: Bound, limit: number])[];
type Graded = readonly [fact: WeighedName, weight: number, from: number, to: number];

/** Of every group of bars one must hold; a criterion is satisfied not at all at `from` and wholly at `to`. Of two modes that fit alike the one that costs the public less goes first. */
const usualRules: Readonly<Record<ModeCode, { readonly publicCost: number; readonly gate: readonly Gate[]; readonly criteria: readonly Graded[] }>> = {
  M1: { publicCost: 2, gate: [[['ownBody', 'atLeast', 1]]], criteria: [['nonCoreShare', 40, 20, 60], ['leadShare', 30, 60, 30], ['staffPer100Firms', 30, 20, 60]] },
  M2: { publicCost: 3, gate: [[['anchors', 'atLeast', 1]]], criteria: [['anchorShare', 40, 10, 40], ['localSupply', 40, 80, 40], ['suppliersReady', 20, 0, 20]] },
  M3: { publicCost: 8, gate: [[['contiguousMu', 'atLeast', 100]]], criteria: [['taxRatio', 35, 80, 30], ['farRatio', 25, 80, 30], ['capitalReady', 25, 0, 100], ['cleanTitle', 15, 50, 100]] },
  M4: { publicCost: 7, gate: [[['inefficientShare', 'atLeast', 10], ['cdShare', 'atLeast', 20]]], criteria: [['legacyShare', 35, 30, 70], ['cdShare', 30, 15, 40], ['ownersWilling', 20, 30, 70], ['notUpgraded', 15, 20, 80]] },
  M5: { publicCost: 1, gate: [[['privateParcelMu', 'atLeast', 30]], [['privateUnused', 'atLeast', 15]]], criteria: [['privateUnused', 35, 15, 50], ['ownerFinance', 35, 0, 100], ['farRatio', 30, 80, 30]] },
  M6: { publicCost: 4, gate: [[['farCap', 'atLeast', 200]], [['largestParcelMu', 'atLeast', 30]]], criteria: [['townLocation', 25, 0, 100], ['lightShare', 30, 30, 80], ['operatorReady', 25, 0, 100], ['applicationsPerUnit', 20, 0, 100]] },
  M7: { publicCost: 5, gate: [[['openPlatform', 'atLeast', 1]]], criteria: [['tradeShare', 40, 10, 40], ['platformGrowth', 30, 0, 20], ['transport', 30, 0, 100]] },
  M8: { publicCost: 6, gate: [[['freeLandShare', 'below', 10]], [['waitingNeedMu', 'above', 0]]], criteria: [['needOverFree', 40, 100, 300], ['partnerFit', 30, 0, 100], ['benefitAgreement', 30, 0, 100]] },
};
const codes = Object.keys(usualRules) as ModeCode[];

/** In hundredths: what a diagnosis reads in per cent, as a degree, or as a ratio. */
const ratios: readonly WeighedName[] = ['taxRatio', 'farRatio', 'leadShare', 'farCap', 'needOverFree', 'applicationsPerUnit'];
function scaleOf(name: WeighedName): number {
  const kind = Object.hasOwn(modeFacts, name) ? modeFacts[name as keyof typeof modeFacts].kind : undefined;
  return name !== 'platformGrowth' && (ratios.includes(name) || kind === 'percent' || kind === 'choice') ? 100 : 1;
}

/** The name of a setting of what is weighed. */
export type WeighingName = `health${string}` | `${ModeCode}${string}`;

const named = (name: string) => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
const healthKey = (part: HealthPart): WeighingName => `health${named(part)}`;
const gateKey = (mode: ModeCode, fact: WeighedName): WeighingName => `${mode}${named(fact)}Gate`;
const gradedKey = (mode: ModeCode, fact: WeighedName, what: 'Weight' | 'From' | 'To'): WeighingName => `${mode}${named(fact)}${what}`;
const isFlag = (fact: WeighedName) => Object.hasOwn(modeFacts, fact) && modeFacts[fact as keyof typeof modeFacts].kind === 'flag';

const full = (name: Text, value: number): Setting => ({ name, value, min: 0, max: 100 });
const unit = (fact: WeighedName): Text => (scaleOf(fact) === 100 ? { zh: '（%）', en: ' (%)' } : { zh: '', en: '' });
const words = (mode: ModeCode, fact: WeighedName, zh: string, en: string): Text => ({ zh: `${modes[mode].zh}：${weighedNames[fact].zh}${unit(fact).zh}${zh}`, en: `${modes[mode].en}: ${weighedNames[fact].en}${unit(fact).en}, ${en}` });
const edge = (name: Text, value: number): Setting => ({ name, value, min: 0, max: 100_000 });

/** A setting for each weight and each edge. Whether something is there or not has no edge. */
export const weighingSettings: Readonly<Record<WeighingName, Setting>> = Object.fromEntries([
  ...(Object.keys(healthParts) as HealthPart[]).map((part) => [healthKey(part), full({ zh: `体检指数：${healthParts[part].zh}满分`, en: `Index: points of ${healthParts[part].en}` }, usualHealth[part])] as const),
  ['healthLeadFull', { name: { zh: '体检指数：主导产业占比达到多少得满分（%）', en: 'Index: share of the lead industry for all points (%)' }, value: 60, min: 1, max: 100 }] as const,
  ...codes.flatMap((mode) => [
    ...usualRules[mode].gate.flat().filter(([fact]) => !isFlag(fact)).map(([fact, bound, limit]) => [gateKey(mode, fact), edge(words(mode, fact, `，前提${{ atLeast: '不少于', below: '低于', above: '大于' }[bound]}`, `gate ${{ atLeast: 'from', below: 'below', above: 'above' }[bound]}`), limit)] as const),
    ...usualRules[mode].criteria.flatMap(([fact, weight, from, to]) => [
      [gradedKey(mode, fact, 'Weight'), full(words(mode, fact, '，满分', 'points'), weight)] as const, [gradedKey(mode, fact, 'From'), edge(words(mode, fact, '，得零分的起点', 'none at'), from)] as const, [gradedKey(mode, fact, 'To'), edge(words(mode, fact, '，得满分的终点', 'all at'), to)] as const,
    ]),
  ]),
]);

type Read = (name: WeighingName) => number;

/** The points of each part of the index, and the share of the lead industry that has all of its own, from 0 to 1. */
export function healthUnder(setting: Read): { readonly weights: Readonly<Record<HealthPart, number>>; readonly fullLead: number } {
  return { weights: Object.fromEntries((Object.keys(healthParts) as HealthPart[]).map((part) => [part, setting(healthKey(part))])) as Record<HealthPart, number>, fullLead: setting('healthLeadFull') / 100 };
}

/** The rules of the eight modes, shares and degrees from 0 to 1. */
export function rulesUnder(setting: Read) {
  return codes.map((mode) => ({
    mode, publicCost: usualRules[mode].publicCost,
    gate: usualRules[mode].gate.map((bars) => bars.map(([fact, bound, limit]) => barOf(fact, bound, (isFlag(fact) ? limit : setting(gateKey(mode, fact))) / scaleOf(fact)))),
    criteria: usualRules[mode].criteria.map(([fact]) => ({ fact, weight: setting(gradedKey(mode, fact, 'Weight')), from: setting(gradedKey(mode, fact, 'From')) / scaleOf(fact), to: setting(gradedKey(mode, fact, 'To')) / scaleOf(fact) })),
  }));
}

function barOf(fact: WeighedName, bound: Bound, limit: number) {
  if (bound === 'below') return { fact, below: limit };
  return bound === 'above' ? { fact, above: limit } : { fact, atLeast: limit };
}

/** What does not add up to a hundred points, or grades from an edge to itself; nothing where all is well. */
export function weightsOff(setting: Read): { readonly what: Text; readonly sum: number } | undefined {
  const health = Object.values(healthUnder(setting).weights).reduce((sum, weight) => sum + weight, 0);
  if (health !== 100) return { what: { zh: '体检指数', en: 'The index' }, sum: health };
  for (const { mode, criteria } of rulesUnder(setting)) {
    const sum = criteria.reduce((all, { weight }) => all + weight, 0);
    if (sum !== 100) return { what: modes[mode], sum };
  }
  return undefined;
}

/** A criterion whose two edges are one: there is nothing to grade between them. */
export function edgeless(setting: Read): { readonly mode: ModeCode; readonly fact: WeighedName } | undefined {
  return rulesUnder(setting).flatMap(({ mode, criteria }) => criteria.filter(({ from, to }) => from === to).map(({ fact }) => ({ mode, fact })))[0];
}
