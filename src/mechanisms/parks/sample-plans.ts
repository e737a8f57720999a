import { mu } from '#kernel/area.ts';
import { addDays } from '#kernel/calendar.ts';
import type { Known, Story } from '../story.ts';
import { penFrom, storyOf, type Pen } from '../projects/sample-pen.ts';
import { rectangle } from './sample-land.ts';
import { sampleParkOf, sampleParks } from './sample-parks.ts';

const panel = (known: Known) => [1, 2, 5, 8, 10].map((nth) => known.idOf(`expert-${nth}`));

/** A diagnosis of each park for two years; the share of classes C and D is typed only before the first evaluation was published. The panel prefers the platform where the reckoning spoke for slimming: both are kept. */
export function diagnosisStories(): readonly Story[] {
  return [2019, 2020].flatMap((year) => sampleParks.map((park, at) => {
    const by = `${park.unit}-project`;
    const { given } = park;
    const pen = penFrom(year === 2019 ? '2020-03-02' : '2021-03-08', 10 + at * 4)
      .after(at % 4, by, 'draft', (known) => ({
        name: `${park.name}${year}年体检`, park: known.idOf(`park-${park.unit}`), year, leadShare: park.leadShare, safety: park.safety, ...given, ...(year === 2019 && park.cdShare !== undefined ? { typedCdShare: park.cdShare } : {}),
      }))
      .after(3, by, 'toPanel');
    if (park.unit === 'blue-valley') pen.after(5, 'industry', 'overrule', (known) => ({ panel: panel(known), panelPrimary: 'M7', panelReason: '园区职能划转已在全区统一安排，当前瓶颈是开放平台带动不足，宜以平台支撑、联动发展为主。', evidence: [known.file('专家组论证意见')] }));
    else pen.after(5, 'industry', 'agree', (known) => ({ panel: panel(known), evidence: [known.file('专家组论证意见')] }));
    return storyOf(`diagnosis-${park.unit}-${year}`, 'parkDiagnosis', pen.after(2, 'leader-economy', 'approve'));
  }));
}

interface PlanWords {
  readonly unit: string;
  readonly name: string;
  /** 亩. */
  readonly area: number;
  readonly goal: string;
  readonly actions: readonly string[];
  /** 万元 of tax and output in the three years before. */
  readonly base: readonly (readonly [tax: number, output: number])[];
  readonly baseFar: number;
  readonly baseFirms: number;
  readonly target: number;
  /** 万元 by source. */
  readonly money: Readonly<Record<string, number>>;
  readonly documentNo: number;
}

const plans: readonly PlanWords[] = [
  { unit: 'economic-zone', name: '功能区体制改革和主业聚焦', area: 3200, goal: '划转社会管理职能，管委会加公司运行，主导产业占比提高到45%。', actions: ['社会事务职能划转镇街', '实行管委会加公司体制', '推行岗位绩效薪酬'], base: [[72_000, 1_050_000], [75_000, 1_100_000], [78_000, 1_150_000]], baseFar: 1.1, baseFirms: 96, target: 30, money: { budget: 6000, state: 24_000, bank: 20_000 }, documentNo: 21 },
  { unit: 'auto-city', name: '整车龙头强链延链', area: 4100, goal: '围绕整车企业引进配套，本地配套率提高到60%。', actions: ['编制链图和配套缺口清单', '设立配套园', '整车企业开放采购目录'], base: [[118_000, 1_900_000], [122_000, 2_000_000], [126_000, 2_080_000]], baseFar: 0.92, baseFirms: 62, target: 36, money: { budget: 8000, private: 160_000, bank: 60_000 }, documentNo: 22 },
  { unit: 'jinshan-park', name: '基金收购二次开发', area: 260, goal: '收购连片低效厂房，建设标准厂房，容纳一百五十余个项目。', actions: ['园区更新基金收购', '拆除重建标准厂房', '统一招商运营'], base: [[38, 800], [40, 900], [42, 1000]], baseFar: 0.62, baseFirms: 9, target: 16, money: { fund: 42_000, state: 36_000, bank: 52_000 }, documentNo: 23 },
  { unit: 'innovation-park', name: '腾笼换鸟和纺织数字化', area: 900, goal: '盘活五百余亩低效用地，改造传统纺织企业。', actions: ['收回和收购低效用地', '纺织企业工业互联网改造', '引进科创项目'], base: [[10_800, 210_000], [11_200, 214_000], [11_600, 218_000]], baseFar: 0.78, baseFirms: 74, target: 26, money: { budget: 4000, state: 38_000, private: 46_000, bank: 18_000 }, documentNo: 24 },
  { unit: 'urban-park', name: '专业运营工业上楼', area: 89, goal: '引进专业运营商，多层厂房替换一家传统企业的旧厂房。', actions: ['运营商整体开发', '多层研产生产楼', '准入标准和退出机制'], base: [[180, 6200], [170, 6000], [160, 5800]], baseFar: 0.4, baseFirms: 1, target: 30, money: { private: 82_000, bank: 18_000 }, documentNo: 25 },
  { unit: 'blue-valley', name: '开放平台支撑联动', area: 1300, goal: '依托综合保税区，做大海洋装备和生物医药贸易。', actions: ['综合保税区功能延伸', '保税研发', '离岸贸易服务'], base: [[27_000, 360_000], [28_000, 372_000], [29_000, 384_000]], baseFar: 1, baseFirms: 48, target: 28, money: { budget: 6000, state: 54_000, private: 40_000 }, documentNo: 26 },
  { unit: 'land-port', name: '国际陆港联动发展', area: 1500, goal: '依托国际陆港，发展加工贸易和冷链物流。', actions: ['陆港班列', '海关监管作业场站', '冷链加工区'], base: [[26_000, 400_000], [27_000, 414_000], [28_000, 428_000]], baseFar: 0.86, baseFirms: 57, target: 24, money: { budget: 5000, state: 66_000, bank: 30_000 }, documentNo: 27 },
];

const wan = 1_000_000;
const notes = ['plan', 'land', 'environment', 'fiscal', 'risk'];

function drafted(words: PlanWords, unit: string): Readonly<Record<string, unknown>> {
  return {
    goal: words.goal, risk: '招商不及预期的分期推进；资金分期到位；职工安置先行。', actions: words.actions.map((action) => ({ action, unit, due: '2021-12-31' })), milestones: [{ milestone: '协议签订', due: '2020-12-31' }, { milestone: '开工', due: '2021-03-31' }, { milestone: '竣工', due: '2022-10-31' }],
    money: Object.entries(words.money).map(([source, amount]) => ({ source, amount: amount * wan, isClosed: source !== 'bank' || words.money['bank'] === 18_000 })), targetTaxPerMu: words.target, targetPath: pathOf(words),
    baseYears: words.base.map(([tax, output], at) => ({ year: 2017 + at, tax: tax * wan, output: output * wan, source: '税务入库数、统计年报' })), baseFar: words.baseFar, baseFloor: Math.round(words.area * mu * words.baseFar), baseFirms: words.baseFirms,
  };
}

/** From the baseline to the target: nothing much while it is rebuilt, then in three steps. */
function pathOf({ area, base, target }: PlanWords): readonly { readonly year: number; readonly taxPerMu: number }[] {
  const before = base.reduce((sum, [tax]) => sum + tax, 0) / base.length / area;
  return [0.2, 0.6, 1].map((share, at) => ({ year: 2022 + at, taxPerMu: Math.round((before + (target - before) * share) * 100) / 100 }));
}

/** A plan from its ledger to its approval. */
function approved(words: PlanWords, at: number, start = '2020-02-03'): Pen {
  const park = sampleParkOf(words.unit);
  const by = `${words.unit}-project`;
  return penFrom(start, 20 + at * 5)
    .after(at % 4, by, 'open', (known) => ({ name: `${park.name}${words.name}`, park: known.idOf(`park-${park.unit}`), body: park.unit, area: Math.round(words.area * mu) }))
    .after(20, by, 'survey', (known) => ({ coverage: 96 + (at % 4), evidence: [known.file('摸底台账')] }))
    .from('2020-04-08').after(2, by, 'chooseMode', (known) => ({ diagnosis: known.idOf(`diagnosis-${park.unit}-2019`), primary: park.mode, ...(park.unit === 'jinshan-park' ? { secondary: ['M4'] } : {}) }))
    .after(8, by, 'draft', () => ({ ...drafted(words, park.unit), place: rectangle(park.corner, Math.round(words.area * mu)) }))
    .after(1, by, 'publish', (known) => ({ evidence: [known.file('公示文本')] }))
    .after(5, by, 'hear', () => ({ objections: 2 + at, answered: 2 + at, consents: consentsOf(words, 72 + at * 3) }))
    .after(8, by, 'submit')
    .after(6, 'industry', 'note', (known) => ({ notes, evidence: [known.file('论证意见')] }))
    .after(2, 'finance', 'closeMoney', () => ({ money: Object.entries(words.money).map(([source, amount]) => ({ source, amount: amount * wan, isClosed: true })) }))
    .after(1, 'tax', 'freeze', (known) => ({ evidence: [known.file('税务核对表')] }))
    .after(4, 'leader-economy', 'approve', (known) => ({ documentNo: `即政字〔2020〕${words.documentNo}号`, evidence: [known.file('批复')] }));
}

/** The plans of seven parks as far as they came, a park that was accepted before, and an enclave that lies in no park. */
export function planStories(): readonly Story[] {
  return [...plans.map((words, at) => storyOf(`plan-${words.unit}`, 'renewalPlan', carriedOut(words, approved(words, at)))), innerPark(), enclave()];
}

/** Three owners, of whom the last does not agree. */
function consentsOf({ area }: PlanWords, agreeing: number): readonly object[] {
  const whole = Math.round(area * mu);
  const rest = Math.round((whole * (100 - agreeing)) / 100);
  const half = Math.round((whole - rest) / 2);
  return [{ owner: '业主甲', area: half, agrees: true }, { owner: '业主乙', area: whole - rest - half, agrees: true }, { owner: '业主丙', area: rest, agrees: false }];
}

/** From signing an owner has so many days to leave. */
const vacateDays = 60;

/** Three owners, of whom the last signs what is signed so far. */
function agreementsOf({ area }: PlanWords, signed: number, day: string): readonly object[] {
  const whole = Math.round(area * mu);
  const rest = Math.round((whole * (100 - signed)) / 100);
  const half = Math.round((whole - rest) / 2);
  // A thousand yuan for a square metre, five in ten thousand of it for a day of delay.
  const terms = { vacateBy: addDays(day, vacateDays), compensation: half * 100_000, dailyRate: 5 };
  return [
    { owner: '业主甲', kind: 'reserve', area: half, signedOn: day, ...terms }, { owner: '业主乙', kind: 'cooperate', area: whole - rest - half, signedOn: day, ...terms },
    ...(rest > 0 ? [{ owner: '业主丙', kind: 'rebuild', area: rest }] : []),
  ];
}

function carriedOut(words: PlanWords, pen: Pen): Pen {
  const by = `${words.unit}-project`;
  const approvedOn = pen.day();
  const vacate = (signed: number) => pen
    .after(30, by, 'sign', () => ({ agreements: agreementsOf(words, signed, approvedOn) }))
    .after(3, by, 'beginVacating')
    // In 金山 one owner was twelve days late, and paid.
    .after(20, by, 'vacate', (known) => ({
      vacatings: [{ owner: '业主甲', vacatedOn: addDays(approvedOn, vacateDays - 4) }, words.unit === 'jinshan-park' ? { owner: '业主乙', vacatedOn: addDays(approvedOn, vacateDays + 12), settled: 'paid', proofNo: '违约金收据2020-071' } : { owner: '业主乙', vacatedOn: addDays(approvedOn, vacateDays) }],
      evidence: [known.file('停表和社保清零证明')],
    }))
    .after(5, by, 'handOver', (known) => ({ handover: ['slip', 'meters', 'staff', 'invoices', 'soil'], permitNo: `3702152020${words.documentNo}0101`, evidence: [known.file('移交单')] }));
  switch (words.unit) {
    case 'economic-zone': return pen.after(10, by, 'recordMode', () => ({ functions: [{ item: '民政和社会救助', from: 'economic-zone', to: 'tongji', on: '2020-09-30', staff: 14 }, { item: '教育管理', from: 'economic-zone', to: 'education', on: '2020-10-31', staff: 9 }, { item: '信访接待', from: 'economic-zone', to: 'tongji', on: '2020-10-31', staff: 6 }], coreBefore: 46, coreAfter: 82 }))
      .from('2021-11-22').after(0, by, 'measure', () => ({ typedMeasures: [{ measure: 'decisions', before: 31, beforePeriod: '2019-Q3', after: 44, afterPeriod: '2021-Q3', source: '政务服务平台办件数' }] }));
    case 'auto-city': return pen.after(10, by, 'recordMode', (known) => ({ suppliers: [1, 2, 3, 4].map((nth) => ({ enterprise: known.idOf(`parkfirm-auto-city-${nth}`), part: ['车身冲压', '内饰件', '线束', '轮毂'][nth - 1], isNew: nth > 2 })) }));
    case 'jinshan-park':
      return vacate(88)
        .after(2, by, 'recordMode', () => ({ costs: [{ item: 'acquire', amount: 46_000 * wan }, { item: 'settle', amount: 8000 * wan }, { item: 'demolish', amount: 3000 * wan }, { item: 'build', amount: 66_000 * wan }, { item: 'finance', amount: 7000 * wan }] }))
        .after(5, by, 'forecast', (known) => ({ forecastTax: 4200 * wan, forecastBasis: '按150余个单元满产、准入标准亩均税收测算，为预计数。', evidence: [known.file('满产税收测算')] }));
    case 'innovation-park': return vacate(91).after(4, by, 'recordMode', () => ({ replacements: [{ out: '某印染厂', how: 'away', outOn: '2020-03-31', into: '智能装备项目', inOn: '2020-09-07', staff: 210, emission: 3.2, energy: 5400 }, { out: '某针织厂', how: 'within', outOn: '2020-02-29', into: '海洋仪器项目', inOn: '2020-09-21', staff: 130, emission: 0.4, energy: 900 }] })).from('2021-11-22').after(0, by, 'measure');
    case 'urban-park':
      return vacate(100)
        .from('2021-05-10').after(0, by, 'complete', (known) => ({ builtFloor: 146_000, demolishedFloor: 23_733, evidence: [known.file('竣工验收备案')] }))
        .from('2021-11-15').after(0, by, 'fill')
        // The old plant was one hall for one firm.
        .after(2, by, 'measure', () => ({ typedMeasures: [{ measure: 'units', before: 0, beforePeriod: '2019', source: '摸底台账' }, { measure: 'occupancy', before: 55, beforePeriod: '2019', source: '摸底台账' }] }));
    case 'blue-valley': return pen.after(12, by, 'recordMode', (known) => ({ platforms: [1, 2, 3].map((nth) => ({ platform: '综合保税区', service: nth === 1 ? '保税研发' : '离岸贸易', enterprise: known.idOf(`parkfirm-blue-valley-${nth}`), trade: [120_000, 86_000, 54_000][nth - 1]! * wan })) }));
    default: return pen.after(12, by, 'recordMode', (known) => ({ platforms: [1, 2, 3].map((nth) => ({ platform: '国际陆港', service: nth === 3 ? '监管作业场站' : '班列', enterprise: known.idOf(`parkfirm-land-port-${nth}`), trade: [210_000, 130_000, 70_000][nth - 1]! * wan })) }));
  }
}

/** 怡发龙山产业园: rebuilt by its owner before the platform, with a full year since: what was doubled can be said of it alone. */
function innerPark(): Story {
  const park = sampleParkOf('yifa-park');
  const base = [[1010, 17_000], [1035, 17_400], [1085, 18_100]] as const;
  const pen = penFrom('2020-05-18', 70)
    .after(0, 'industry', 'takeOver', (known) => ({
      name: `${park.name}园中建园`, park: known.idOf('park-yifa-park'), body: park.unit, area: Math.round(86.2 * mu), primary: 'M5', approvedOn: '2017-04-20', acceptedOn: '2019-11-28', goal: '业主在自有土地上建设小型园区，招引二十余家企业。', actions: [{ action: '业主自建标准厂房', unit: park.unit, due: '2019-10-31' }],
      money: [{ source: 'private', amount: 16_000 * wan, isClosed: true }, { source: 'bank', amount: 6000 * wan, isClosed: true }], baseYears: base.map(([tax, output], at) => ({ year: 2014 + at, tax: tax * wan, output: output * wan, source: '税务入库数' })),
      baseFar: 0.55, baseFloor: Math.round(86.2 * mu * 0.55), baseFirms: 1, newFar: 1.45, builtFloor: 61_000, demolishedFloor: 9300, targetTaxPerMu: 24, evidence: [known.file('竣工验收备案'), known.file('银行回单')],
    }))
    .after(6, `${park.unit}-project`, 'recordInner', (known) => ({ innerParcel: known.idOf(`parkland-${park.unit}-1`), inner: [{ duty: '安全生产责任制', isMet: true }, { duty: '租户税收在地', isMet: true }, { duty: '准入标准', isMet: true }] }))
    .from('2021-03-15').after(0, 'tax', 'result', (known) => ({ year: 2020, tax: 2276 * wan, output: 36_900 * wan, source: '税务入库数、统计年报', isSameBoundary: true, evidence: [known.file('税务入库数')] }))
    .after(4, 'industry', 'evaluate')
    .after(1, 'industry', 'measure');
  return storyOf('plan-yifa-park', 'renewalPlan', pen);
}

/** The enclave: many partners outside, no park of the district, a share of tax that is an assessment figure. */
function enclave(): Story {
  const words: PlanWords = { unit: 'economic-zone', name: '园外建园飞地', area: 320, goal: '国企牵头、多方合作，在区外建设飞地园区。', actions: ['签订共建协议', '组建合资公司', '约定利益分享'], base: [[400, 9000], [420, 9300], [440, 9600]], baseFar: 0.5, baseFirms: 0, target: 15, money: { state: 30_000, private: 20_000 }, documentNo: 28 };
  const by = 'economic-zone-project';
  const pen = penFrom('2020-06-01', 90)
    .after(0, by, 'open', () => ({ name: '“园外建园”飞地项目', body: 'economic-zone', area: Math.round(words.area * mu), primary: 'M8' }))
    .after(15, by, 'survey', (known) => ({ coverage: 100, evidence: [known.file('摸底台账')] }))
    .after(5, by, 'chooseMode', () => ({ primary: 'M8' }))
    .after(5, by, 'draft', () => drafted(words, 'economic-zone'))
    .after(1, by, 'publish', (known) => ({ evidence: [known.file('公示文本')] }))
    .after(6, by, 'hear', () => ({ objections: 1, answered: 1, consents: consentsOf(words, 95) }))
    .after(6, by, 'submit')
    .after(3, 'industry', 'note', (known) => ({ notes, evidence: [known.file('论证意见')] }))
    .after(1, 'tax', 'freeze', (known) => ({ evidence: [known.file('税务核对表')] }))
    .after(4, 'leader-economy', 'approve', (known) => ({ documentNo: `即政字〔2020〕${words.documentNo}号`, evidence: [known.file('批复')] }))
    .after(5, by, 'recordMode', () => ({ partners: [{ partner: '合作地区国有公司', region: '合作地区', share: 40, land: 120_000, term: 20, split: 50 }, { partner: '本区国有公司', region: '本区', share: 60, term: 20, split: 50 }] }))
    .from('2021-03-22').after(0, 'finance', 'shareTax', (known) => ({ year: 2020, tax: 3000 * wan, kept: 50, split: 50, evidence: [known.file('分享税收结算单')] }))
    .after(2, by, 'measure');
  return storyOf('plan-enclave', 'renewalPlan', pen);
}

