import { addDays } from '#kernel/calendar.ts';
import { creditCodeOf } from '../../projects/sample-names.ts';
import { penFrom, storyOf, type Pen } from '../../projects/sample-pen.ts';
import type { Known, Story } from '../../story.ts';
import { rowIn, two, type BroughtFile } from '../../sample-rows.ts';

/** Credit codes of the sample's institutions begin here. */
export const firstInstitution = 70_001;

const stock: BroughtFile = { file: '院所高校底数.xlsx', mechanism: 'institution', day: '2020-01-14', minute: 241, by: 'science-1', action: 'enter' };
const national = 49;
const others = 9;
const fields = ['海洋物理', '海洋生物', '海洋地质', '海洋化学', '水产', '船舶', '海工装备', '海洋仪器', '环境', '气象', '信息', '材料'];
const bases = ['ministry', 'academy', 'centralFirm', 'name'] as const;
const kinds = { ministry: 'institute', academy: 'institute', centralFirm: 'centralFirm', name: 'university' } as const;
const parents = { ministry: '某国家部委', academy: '某国家科学院', centralFirm: '某中央企业', name: undefined } as const;
const parks = ['blue-valley', 'blue-valley', 'blue-valley', 'economic-zone', 'innovation-park'];

/** Fifty national institutions at the end of 2020, three more and one fewer in 2021; nine that are not national; talks at every stage. */
export function institutionStories(): readonly Story[] {
  return [...Array.from({ length: national + others }, (_each, at) => operating(at)), ...comers.map((comer, at) => coming(comer, at))];
}

/** The name and code of an institution of the stock, for other registers of the sample. */
export function sampleInstitution(at: number): { readonly name: string; readonly code: string } {
  const name = at >= national ? `示例${fields[at % fields.length] ?? ''}新型研发机构${two(at - national + 1)}` : `示例${fields[at % fields.length] ?? ''}${kinds[basisOf(at)] === 'university' ? '大学校区' : '研究院'}${two(at + 1)}`;
  return { name, code: creditCodeOf(firstInstitution + at) };
}

function basisOf(at: number): (typeof bases)[number] {
  return bases[at % bases.length] ?? 'ministry';
}

function groundOf(at: number) {
  const basis = basisOf(at);
  return { brandBasis: basis, brandDocument: `示例批复〔20${two(4 + (at % 15))}〕${10 + at}号`, ...(parents[basis] === undefined ? {} : { parentOrg: parents[basis] }) };
}

function operating(at: number): Story {
  const { name, code } = sampleInstitution(at);
  const isNational = at < national;
  const entry = (known: Known) => ({
    name, creditCode: code, kind: isNational ? kinds[basisOf(at)] : 'newType', setupMode: (['whole', 'branch', 'joint', 'campus'] as const)[at % 4], park: known.idOf(`park-${parks[at % parks.length] ?? ''}`),
    operatingOn: `20${two(8 + (at % 11))}-0${1 + (at % 9)}-16`, researchers: 24 + (at * 17) % 260, talents: at % 6, labArea: 1500 + at * 210, ...(isNational ? groundOf(at) : {}),
  });
  return rowIn(stock, `institution-${at + 1}`, entry, (pen) => {
    if (isNational) pen.from(addDays('2020-02-03', at % 5)).after(0, 'science-2', 'confirmNational', (known) => ({ ...groundOf(at), evidence: [known.file('批复原件')] }));
    // Twelve act for themselves; two never sent the report of the year before.
    if (at < 12) pen.from('2020-03-02').after(0, 'science-1', 'amend', () => ({ officer: `holder-institute-${at + 1}` }));
    if (at % 29 === 17) return pen;
    pen.from(addDays('2021-02-22', at % 36)).after(0, at < 12 ? `institute-${at + 1}` : 'science-3', 'report', (known) => ({ year: 2020, researchers: 26 + (at * 17) % 260, talents: at % 6, projects: 2 + (at % 14), evidence: [known.file('年度报告')] }));
    return at === 40 ? pen.from('2021-08-16').after(0, 'science-1', 'exit', (known) => ({ reason: '上级单位调整布局，整体迁出。', evidence: [known.file('迁出函')] })) : pen;
  });
}

interface Comer {
  readonly name: string;
  readonly from: string;
  /** How far it came by the last day. */
  readonly to: 'talks' | 'dropped' | 'signed' | 'operating';
}

const comers: readonly Comer[] = [
  { name: '示例深海装备研究院', from: '2020-02-10', to: 'operating' },
  { name: '示例海洋能源研究院', from: '2020-09-14', to: 'operating' },
  { name: '示例船舶动力研究院', from: '2020-10-19', to: 'operating' },
  { name: '示例海洋大学研究生校区', from: '2020-11-02', to: 'operating' },
  { name: '示例极地研究中心', from: '2021-04-12', to: 'signed' },
  { name: '示例海洋遥感研究院', from: '2021-08-09', to: 'talks' },
  { name: '示例水下机器人研究院', from: '2021-10-18', to: 'talks' },
  { name: '示例海岛保护研究所', from: '2021-03-08', to: 'dropped' },
];

function coming({ name, from, to }: Comer, at: number): Story {
  const pen = penFrom(from, 246 + at)
    .after(0, 'marine-1', 'negotiate', (known) => ({ name, kind: at === 3 ? 'university' : 'institute', setupMode: at === 3 ? 'campus' : 'branch', park: known.idOf('park-blue-valley'), officer: `holder-institute-${1 + (at % 12)}`, ...groundOf(at) }))
    .after(18, 'marine-1', 'noteProgress', () => ({ words: '负责人到蓝谷实地踏勘，对接用房和编制。' }));
  return storyOf(`institution-new-${at + 1}`, 'institution', to === 'talks' ? pen : to === 'dropped' ? pen.after(40, 'marine-2', 'drop', () => ({ reason: '对方暂缓外设机构，双方同意终止洽谈。' })) : founded(pen, at, to));
}

function founded(pen: Pen, at: number, to: Comer['to']): Pen {
  pen.after(12, 'marine-1', 'draftAgreement', (known) => ({ agreementNo: `HZXY-${two(at + 1)}`, evidence: [known.file('合作协议送审稿')] }))
    .after(4, 'leader-economy', 'sign');
  if (to === 'signed') return pen;
  return pen
    .after(35, `institute-${1 + (at % 12)}`, 'establish', (known) => ({ creditCode: creditCodeOf(firstInstitution + 100 + at), address: `鳌山卫街道示例路${at + 1}号`, evidence: [known.file('落地证明'), known.file('银行回单')] }))
    .after(30, 'science-1', 'operate', (known) => ({ residents: 3 + at, projects: 1 + (at % 3), researchers: 8 + at * 2, talents: at % 2, labArea: 1200 + at * 300, evidence: [known.file('现场照片')] }))
    .after(3, 'science-2', 'confirmNational', (known) => ({ ...groundOf(at), evidence: [known.file('批复原件')] }));
}
