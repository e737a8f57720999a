import { describe, expect, test } from 'vitest';
import { barNames } from '#engines/matching/explain.ts';
import { innovationCounty, people, proof, refused } from '#test/innovation.ts';
import { creditCodeOf } from '../../projects/sample-names.ts';
import { bars } from './words.ts';

const { science, mart, broker, institute } = people;
type County = ReturnType<typeof innovationCounty>;

const coating = {
  title: '海上浮标长效防腐涂层', kind: 'process', type: 'applied', ownerName: '某海洋研究所', ownerCode: creditCodeOf(801), ownerPlace: 'district', summary: '浮标长期布放防腐涂层，海水全浸三年不起泡，附着力不低于八兆帕，冬季可以施工。', industry: 'C4024', marineField: 'corrosion',
  inventors: [{ name: '完成人甲' }], trl: 6, trlEvidence: [{ level: 7, title: '海试记录', verified: 'third' }], modes: ['licence'], ask: 200_000_000, estimatedMonths: 6,
};

function walked(stage: 'matching' | 'admitted' | 'screening' = 'matching', given: object = {}) {
  const walk = innovationCounty('2021-06-07');
  const firm = walk.put(41, 'enterprise', 'listed', { name: '示例浮标有限公司', creditCode: creditCodeOf(901), agent: 'firm' });
  const demand = walk.put(40, 'technicalDemand', stage, {
    title: '浮标长期布放防腐', enterprise: firm, bottleneck: '浮标布放一年防腐涂层起泡，附着力下降，返修要整机打捞，需要三年不起泡的长效防腐涂层。', industry: 'C4024', marineField: 'corrosion', minTrl: 7, budget: 300_000_000, dueMonths: 12, disclosure: 'open', ...given,
  });
  return { walk, demand };
}

function shelve(walk: County, change: object = {}) {
  const id = walk.file(institute, 'achievement', 'register', { ...coating, ...change }).id;
  walk.act(mart, id, 'verify', { rightsState: 'valid', evidence: proof });
  walk.act(mart, id, 'store', { scores: [{ axis: 'technical', score: 80 }] });
  walk.act(mart, id, 'list');
  return id;
}

const matched = (walk: County, demand: string) => walk.file(broker, 'demandMatch', 'match', { demand }).id;

describe('a list of matches', () => {
  test('is worked out from the shelf: parts, score, level, and why others are not offered', () => {
    const { walk, demand } = walked();
    const good = shelve(walk);
    const far = shelve(walk, { title: '对虾配合饲料加工技术', summary: '对虾养殖配合饲料，诱食性好，饵料系数低，适合工厂化养殖使用。', industry: 'A0412', marineField: 'fishery', ownerPlace: 'elsewhere', ask: 900_000_000 });
    const raw = shelve(walk, { title: '低温固化涂料方案', trl: 3, trlEvidence: [{ level: 3, title: '实验室测试记录', verified: 'self' }] });
    const stock = walk.file(institute, 'achievement', 'register', { ...coating, title: '未上架的防腐涂层' }).id;
    walk.act(mart, stock, 'verify', { rightsState: 'disputed', evidence: proof });
    walk.act(mart, stock, 'store', { scores: [{ axis: 'technical', score: 80 }] });
    const { facts, stage } = walk.get(matched(walk, demand));
    expect([stage, facts['title'], facts['considered'], facts['pushed']]).toEqual(['listed', '浮标长期布放防腐匹配名单', 4, 1]);
    const [first, second] = facts['matches'] as readonly Record<string, unknown>[];
    expect(first).toMatchObject({ place: 1, achievement: good, isPushed: true, isRelated: false });
    expect((facts['working'] as readonly object[])[0]).toMatchObject({ place: 1, field: 1, maturity: 0.75, budget: 1, due: 1, geography: 1, history: 0.5 });
    expect(facts['best']).toBe(first?.['score']);
    expect(second).toMatchObject({ achievement: far, level: 'level1', isPushed: false });
    expect(facts['barred']).toEqual(expect.arrayContaining([{ achievement: raw, bars: ['maturity'] }, { achievement: stock, bars: ['offShelf', 'disputed'] }]));
  });

  test('marks the owner that is the demander’s own, and offers nothing of a secret demand', () => {
    const { walk, demand } = walked();
    shelve(walk, { ownerCode: creditCodeOf(901) });
    expect((walk.get(matched(walk, demand)).facts['matches'] as readonly object[])[0]).toMatchObject({ isRelated: true });
    const other = walked('matching', { disclosure: 'secret' });
    shelve(other.walk);
    const list = matched(other.walk, other.demand);
    expect(other.walk.get(list).facts).toMatchObject({ pushed: 0, barred: [{ bars: ['undisclosed'] }] });
    expect(refused(() => other.walk.act(broker, list, 'confirm'))).toBe('nothingListed');
  });

  test('is made of a demand that is admitted or being matched, and sent once it is being matched', () => {
    const early = walked('screening');
    expect(refused(() => matched(early.walk, early.demand))).toBe('notOpen');
    const { walk, demand } = walked('admitted');
    shelve(walk);
    const list = matched(walk, demand);
    walk.act(broker, list, 'confirm');
    expect(refused(() => walk.act(science, list, 'send'))).toBe('notMatching');
  });

  test('is confirmed by a broker within three working days, without what he takes off, and becomes what the demand is proposed', () => {
    const { walk, demand } = walked();
    const good = shelve(walk);
    const also = shelve(walk, { title: '浮标防腐涂层低温施工' });
    const list = matched(walk, demand);
    expect(walk.on('2021-06-10').isLate(list)).toBe(false);
    expect(walk.on('2021-06-11').isLate(list)).toBe(true);
    expect(refused(() => walk.act(science, list, 'confirm'))).toBe('notYours');
    expect(refused(() => walk.act(broker, list, 'confirm', { removed: [demand] }))).toBe('notOnList');
    walk.act(broker, list, 'confirm', { removed: [also] });
    expect(walk.get(list)).toMatchObject({ stage: 'confirmed', facts: { pushed: 1, confirmedOn: '2021-06-11' } });
    walk.act(science, list, 'send');
    expect(walk.get(list)).toMatchObject({ stage: 'sent', facts: { sentOn: '2021-06-11' } });
    expect(walk.get(demand).facts['candidates']).toMatchObject([{ party: '某海洋研究所', achievement: walk.get(good).facts['title'], proposedOn: '2021-06-11' }]);
  });

  test('may be dropped with its reason', () => {
    const { walk, demand } = walked();
    shelve(walk);
    const list = matched(walk, demand);
    walk.act(science, list, 'drop', { reason: '企业已经自行找到合作方。' });
    expect(walk.get(list).stage).toBe('dropped');
  });

  test('has a word for every bar of the engine', () => {
    expect(Object.keys(bars).toSorted()).toEqual(Object.keys(barNames).toSorted());
  });
});
