import { mu } from '#kernel/area.ts';
import { dice, type Story } from '../story.ts';
import { penFrom, storyOf, type Pen } from '../projects/sample-pen.ts';
import { rectangle, sampleFirms, sampleParcels } from './sample-land.ts';
import { sampleParkOf } from './sample-parks.ts';

/** 科技创新园: nine parcels of sixty 亩 brought back by vacating, of which the last is still being rebuilt; and some of other ways. */
const reused = 9;

/** The parcels that are brought back, entered beside the others of the park. */
export function reactivationStories(): readonly Story[] {
  const park = sampleParkOf('innovation-park');
  const parcels = Array.from({ length: reused + 1 }, (_each, at): Story => {
    const area = Math.round(60 * mu);
    return storyOf(`stockland-${at + 1}`, 'parcel', penFrom('2020-02-24', at * 3).after(0, 'natural', 'enrol', (known) => ({
      name: `${park.name}存量${at + 1}号地`, parcelNo: `JM-KC-S${String(at + 1).padStart(3, '0')}`, town: park.unit, use: 'industry', area, floorArea: Math.round(area * 0.6), park: known.idOf('park-innovation-park'), place: rectangle(park.corner, area, [100 + at * 270, 1600]), floorUse: 'vacant',
      years: [{ year: 2019, taxPerMu: 0.8, vacancy: 88, floorUse: 'vacant', source: '2019年度存量用地调查' }],
    })));
  });
  const returns = Array.from({ length: reused + 1 }, (_each, at): Story => {
    const by = 'innovation-park-project';
    const pen = penFrom('2020-09-07', 100 + at * 2)
      .after(at, 'natural', 'find', (known) => ({ name: `${park.name}存量${at + 1}号地盘活`, parcel: known.idOf(`stockland-${at + 1}`), stock: at % 3 === 0 ? 'plant' : 'inefficient', plan: known.idOf('plan-innovation-park') }))
      .after(9, 'natural', 'verify', (known) => ({ farBefore: 0.6, evidence: [known.file('权属和债务核查表')] }))
      .after(8, by, 'plan', () => ({ way: (['state', 'platform', 'owner', 'fund'] as const)[at % 4], decision: '腾空后引进装备和海洋仪器项目，零增地改造。' }))
      .after(15, by, 'agree', (known) => ({ evidence: [known.file('收购协议')] }))
      .after(22, by, 'vacate', (known) => ({ metersOff: true, staffGone: true, invoicesGone: true, evidence: [known.file('停表和社保清零证明')] }))
      .from('2021-03-01').after(at * 2, by, 'rebuild', () => ({ farAfter: 1.4, newQuota: 0 }));
    if (at < reused) pen.from('2021-06-07').after(at * 5, 'natural', 'reuse', (known) => ({ basis: at % 2 === 0 ? 'permit' : 'contract', permitShare: 92, evidence: [known.file('施工许可证')] }));
    return storyOf(`reactivation-${at + 1}`, 'landReactivation', pen);
  });
  return [...parcels, ...returns];
}

/** The textile firms of the park that were upgraded: forty-six accepted, three still on trial, one of another trade. */
export function upgradeStories(): readonly Story[] {
  const roll = dice(46);
  const textile = sampleFirms.filter(({ park, industry }) => park.unit === 'innovation-park' && /^C1[78]/.test(industry)).slice(0, 49);
  const other = sampleFirms.find(({ park }) => park.unit === 'jinshan-park');
  const stories = textile.map((firm, at) => {
    const before = Math.round((0.7 + roll() * 0.5) * 100) / 100;
    const hours = 40_000 + Math.round(roll() * 160_000);
    const gain = 1.42 + roll() * 0.26;
    return storyOf(`upgrade-${at + 1}`, 'digitalUpgrade', upgraded(firm.key, `${firm.name}数字化改造`, at, { before, hours, gain, plan: 'plan-innovation-park', isAccepted: at < 46 }));
  });
  return other === undefined ? stories : [...stories, storyOf('upgrade-other', 'digitalUpgrade', upgraded(other.key, `${other.name}数字化改造`, 60, { before: 1.1, hours: 60_000, gain: 1.3, plan: 'plan-jinshan-park', isAccepted: true }))];
}

interface Upgraded {
  readonly before: number;
  readonly hours: number;
  readonly gain: number;
  readonly plan: string;
  readonly isAccepted: boolean;
}

function upgraded(firm: string, name: string, at: number, { before, hours, gain, plan, isAccepted }: Upgraded): Pen {
  const pen = penFrom('2020-09-14', 150 + at)
    .after(at % 30, 'industry', 'plan', (known) => ({ name, enterprise: known.idOf(firm), plan: known.idOf(plan), levelBefore: 1 + (at % 2), before, invest: (80 + at * 6) * 1_000_000 }))
    .after(25, 'industry', 'run');
  if (isAccepted) {
    pen.from('2021-05-10').after(at, 'industry', 'accept', (known) => ({
      levelAfter: 3, scenes: at % 3 === 0 ? ['machines', 'mes', 'platform'] : ['mes', 'erp'], online: 66 + (at % 30), logDays: 120 + at, hours, output: Math.round(before * hours * gain * 100) / 100, period: '2021-Q1', source: '工业互联网平台数据、专家核验', evidence: [known.file('验收意见')],
    }));
  }
  return pen;
}

/** Fourteen candidates of two screenings, at every stage; one of them exempted, one delisted after its year. */
export function inefficientStories(): readonly Story[] {
  const poor = sampleParcels.filter(({ yieldSeen }) => yieldSeen < 5);
  const picked = poor.filter((_each, at) => at % Math.max(1, Math.floor(poor.length / 14)) === 0).slice(0, 14);
  return picked.map((parcel, at) => {
    const by = `${parcel.park.unit}-project`;
    const pen = penFrom('2020-03-16', 30 + at * 3)
      .after(at % 5, 'natural', 'screen', (known) => ({
        name: `${parcel.park.name}${parcel.nth + 1}号宗地`, parcel: known.idOf(parcel.key), year: 2019, taxShareLast: 12 + at, taxShareBefore: 10 + at, classLast: 'D', classBefore: 'D', far: 0.34, farFloor: 0.7, monthsUnfilled: at % 2 === 0 ? 40 : 20, ...(at % 4 === 1 ? { powerShare: 14 } : {}),
      }));
    if (at === 3) return storyOf(`inefficient-${at + 1}`, 'inefficientLand', pen.after(4, 'natural', 'exempt', (known) => ({ exemption: 'government', reason: '规划道路调整影响进场，属政府原因。', evidence: [known.file('情况说明')] })));
    if (at === 4) return storyOf(`inefficient-${at + 1}`, 'inefficientLand', pen);
    pen.after(8, by, 'check', (known) => ({ inspectors: 2, meter: `表号${300 + at}，月均用电${400 + at * 30}千瓦时`, finding: '部分车间停用，设备闲置，场地堆放杂物。', evidence: [known.file('现场照片')] }))
      .after(5, by, 'state', () => ({ statement: '订单减少，同意配合改造提升。' }))
      .after(4, 'natural', 'find', () => ({ jointFinding: '经联合核查，符合低效用地认定标准。' }))
      .after(2, 'natural', 'publish', (known) => ({ evidence: [known.file('公示文本')] }))
      .after(13, 'natural', 'list');
    if (at % 4 === 2) return storyOf(`inefficient-${at + 1}`, 'inefficientLand', pen);
    pen.after(30, by, 'plan', () => ({ measure: (['upgrade', 'lease', 'reserve', 'cooperate', 'vacate'] as const)[at % 5], plan: '年内完成改造提升，引进两家以上实体企业。' }));
    if (at % 3 === 0) pen.after(12, 'industry', 'repair', (known) => ({ evidence: [known.file('整改验收表')] }));
    if (at === 0) pen.from('2021-10-11').after(0, 'natural', 'delist');
    return storyOf(`inefficient-${at + 1}`, 'inefficientLand', pen);
  });
}

const yi = 10_000_000_000;

/** Ranks, shares and claims of the founding account with the outside documents that say so, and one of an earlier year that has run out. */
export function claimStories(): readonly Story[] {
  const claim = (key: string, minute: number, by: string, attestedBy: string, input: (idOf: (key: string) => string) => object, on = '2021-04-06') =>
    storyOf(`claim-${key}`, 'rankClaim', penFrom(on, minute).after(0, by, 'file', (known) => ({ ...input((story) => known.idOf(story)), evidence: [known.file('发布文件')] })).after(3, attestedBy, 'attest'));
  const rank = (year: number, position: number) => (idOf: (key: string) => string) => ({
    title: `全省省级功能区综合评价第${position}位（${year}年度）`, kind: 'rank', about: 'zone', park: idOf('park-economic-zone'), list: '全省省级功能区综合评价', issuer: '省功能区管理部门', issuerLevel: 'province', year, rank: position, population: 132,
  });
  const early = claim('rank-2019', 4, 'economic-zone-project', 'stat', rank(2019, 2), '2020-04-13');
  return [
    { ...early, steps: [...early.steps, { at: '2021-04-22T18:00:00.000Z', by: 'system', action: 'expire', input: () => ({}) }] },
    claim('rank-2020', 6, 'economic-zone-project', 'stat', rank(2020, 1), '2021-04-26'),
    claim('share', 9, 'auto-city-project', 'stat', (idOf) => ({
      title: '汽车产值占全市75.5%', kind: 'share', about: 'industry', park: idOf('park-auto-city'), industry: 'C36', list: '2020年规模以上工业统计', issuer: '市统计局', issuerLevel: 'city', year: 2020, part: 1021.5 * yi, whole: 1353 * yi, partSource: '区统计局年报', wholeSource: '市统计局年报', atLeast: 1000 * yi, printedShare: 75.5,
    })),
    claim('largest-zone', 12, 'auto-city-project', 'office-1', (idOf) => ({
      title: '全省规模最大汽车功能区', kind: 'largest', about: 'zone', park: idOf('park-auto-city'), industry: 'C36', list: '全省汽车产业功能区产值对比', issuer: '省汽车行业组织', issuerLevel: 'third', year: 2020,
      comparators: [{ name: '汽车产业新城', value: 1021.5, source: '年报', isOurs: true }, { name: '省内功能区甲', value: 640.2, source: '年报' }, { name: '省内功能区乙', value: 388.7, source: '年报' }],
    })),
    claim('operator', 15, 'urban-park-project', 'office-1', (idOf) => ({
      title: '联东U谷：国内规模最大园区运营商', kind: 'largest', about: 'operator', park: idOf('park-urban-park'), list: '产业园区运营商规模排名', issuer: '第三方研究机构', issuerLevel: 'third', year: 2020,
      comparators: [{ name: '联东U谷', value: 100, source: '第三方排名指数', isOurs: true }, { name: '第二位', value: 82, source: '第三方排名指数' }],
    })),
    claim('product', 18, 'auto-city-project', 'office-1', (idOf) => ({
      title: '奥迪A3下线，填补全省空白', kind: 'first', about: 'product', park: idOf('park-auto-city'), industry: 'C36', list: '新车型下线公告', issuer: '省工业主管部门', issuerLevel: 'province', year: 2021, issuedOn: '2021-03-25',
    })),
  ];
}

/** What holders without tenants declared for the evaluation: most match; of the two that do not, one is surveyed and settled. */
export function declarationStories(): readonly Story[] {
  // Tenants sit on the first parcels.
  return sampleFirms.filter(({ park, nth }) => park.unit === 'jinshan-park' && nth < park.parcels && nth >= park.firms - park.parcels).slice(0, 10).map((firm, at) => {
    const own = sampleParcels.filter(({ park, nth }) => park.unit === 'jinshan-park' && nth % park.firms === firm.nth);
    const held = own.reduce((sum, { area }) => sum + area, 0);
    const pen = penFrom('2021-03-10', 60 + at * 3).after(at % 6, 'jinshan-park-project', 'declare', (known) => ({ name: `${firm.name}2020年用地申报`, enterprise: known.idOf(firm.key), year: 2020, declared: Math.round(held * (at === 5 ? 0.6 : at === 8 ? 0.82 : 0.97)) }));
    if (at === 5) pen.after(6, 'natural', 'survey', (known) => ({ surveyed: Math.round(held * 1.02), untitled: Math.round(held * 0.02), evidence: [known.file('测绘成果')] })).after(3, 'industry', 'settle', () => ({ conclusion: '按实测面积核定，无证占用列明。' }));
    return storyOf(`declaration-${at + 1}`, 'landDeclaration', pen);
  });
}
