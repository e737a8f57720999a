import { addDays } from '#kernel/calendar.ts';
import { penFrom, storyOf, type Pen } from '../../projects/sample-pen.ts';
import type { Known, Story } from '../../story.ts';
import { sampleTrades } from '../sample-topics.ts';
import { trlLevels } from './words.ts';

/** What institutes hold in the sample: an answer to each topic that firms of a trade ask about, for one of its objects. */
const found = Object.entries(sampleTrades).flatMap(([industry, { objects, topics }], trade) => topics.map((topic, at) => ({ industry, topic, object: objects[(trade + at) % objects.length] ?? objects[0] })));

type Answer = (typeof found)[number];
type Owner = { readonly name: string; readonly code: string };
/** The name and code of an institution of the sample, by its place. */
type Institution = (at: number) => Owner;

/** Seventy-two achievements of 2021: most on the shelf, some dealt, some off it again, one secret, one in dispute, one not taken. */
export function achievementStories(institution: Institution): readonly Story[] {
  return found.map((answer, at) => storyOf(`achievement-${at + 1}`, 'achievement', penOf(at, answer, institution(at % 12))));
}

function penOf(at: number, answer: Answer, owner: Owner): Pen {
  const account = `institute-${(at % 12) + 1}`;
  const pen = penFrom(addDays('2021-02-24', (at * 29) % 170), at).after(0, account, 'register', () => contentOf(at, answer, owner));
  if (at % 24 === 23) return pen.after(3, 'mart', 'reject', () => ({ reason: '与在库成果内容相同，已请成果方合并登记。' }));
  pen.after(2 + (at % 3), 'mart', 'verify', (known: Known) => ({ rightsState: at % 36 === 17 ? 'disputed' : 'valid', evidence: [known.file('成果权属证明')] }));
  if (at % 18 === 5) return pen;
  pen.after(4 + (at % 7), 'mart', 'store', () => ({ scores: scoresOf(at) }));
  // The secret one and the one in dispute stay in stock.
  if (at % 36 === 17 || at === 30) return pen;
  pen.after(1, 'mart', 'list');
  if (at % 11 === 4 && trlOf(at) < 9) pen.after(20, account, 'ripen', () => ({ trl: trlOf(at) + 1, trlEvidence: [evidenceOf(trlOf(at) + 1, at)] }));
  if (at % 8 === 6) return dealt(pen, at);
  if (at % 14 === 9) return pen.after(25, 'broker-1', 'negotiate', () => ({ buyer: '某海工装备公司' }));
  if (at % 20 === 11) return pen.after(30, account, 'delist', () => ({ delistReason: 'owner' }));
  return pen.from(addDays('2021-09-06', at % 60)).after(0, account, 'price', () => ({ ask: askOf(at), modes: modesOf(at) }));
}

function dealt(pen: Pen, at: number): Pen {
  const mode = (['licence', 'transfer', 'joint', 'shares'] as const)[(at >> 3) % 4] ?? 'licence';
  pen.after(12 + (at % 9), `broker-${(at % 3) + 1}`, 'negotiate', () => ({ buyer: `某${['海洋仪器', '生物科技', '新材料', '装备制造'][at % 4] ?? ''}公司` }));
  return pen.after(15 + (at % 12), 'mart', 'deal', (known: Known) => ({ dealMode: mode, dealAmount: Math.round(askOf(at) * 0.9), registrationNo: `20213702150${String(900 + at).padStart(5, '0')}`, evidence: [known.file('技术合同')] }));
}

const trlOf = (at: number) => 4 + ((at * 5) % 6);
const askOf = (at: number) => (40 + ((at * 37) % 46) * 10) * 1_000_000;
const modesOf = (at: number) => [...(['licence', 'transfer'] as const).slice(0, 1 + (at % 2)), ...(at % 3 === 0 ? (['joint'] as const) : []), ...(at % 5 === 0 ? (['shares'] as const) : [])];

function contentOf(at: number, { industry, object, topic: { title, problem, tech, marine, kpis } }: Answer, { name, code }: Owner) {
  const said = (words: string) => words.replaceAll('○', object);
  const reached = kpis.map(([kpi, operator, value, unit]) => `${kpi}${operator === 'atLeast' ? '达到' : '降到'}${value}${unit}`).join('，');
  return {
    title: `${said(title)}技术`, kind: (['patent', 'process', 'equipment', 'prototype'] as const)[at % 4], type: 'applied', ownerName: name, ownerCode: code, ownerPlace: 'district', officer: `holder-institute-${(at % 12) + 1}`,
    summary: `针对“${said(problem)}”的问题研制，试验中${reached}，可以按用户工况调整。`, scenes: `${object}生产和使用`, industry, techField: tech, marineField: marine, inventors: [{ name: `完成人${at + 1}甲`, employer: name }, { name: `完成人${at + 1}乙`, employer: name }],
    rights: [{ kind: 'patent', number: `申请受理${202100 + at}`, holder: name, until: `20${38 + (at % 3)}-06-30` }], isSecret: at === 30, trl: trlOf(at), trlEvidence: [evidenceOf(4, at), ...(trlOf(at) > 4 ? [evidenceOf(trlOf(at), at)] : [])],
    modes: modesOf(at), ask: askOf(at), estimatedMonths: 6 + (at % 15), investment: askOf(at) * 3, expectedOutput: askOf(at) * 8,
  };
}

function evidenceOf(level: number, at: number) {
  return { level, title: trlLevels[level as keyof typeof trlLevels].asks.zh, issuer: level >= 6 ? `某检测中心${(at % 4) + 1}` : '本单位', on: '2020-12-15', verified: level >= 6 ? (at % 2 === 0 ? 'third' : 'seen') : 'self' };
}

function scoresOf(at: number) {
  return [{ axis: 'technical', score: 62 + ((at * 7) % 34), basis: '指标与同类比较' }, { axis: 'economic', score: 55 + ((at * 11) % 38), basis: '投资与预期产值' }, ...(at % 3 === 0 ? [{ axis: 'social', score: 70, basis: '减排效果' }] : [])];
}
