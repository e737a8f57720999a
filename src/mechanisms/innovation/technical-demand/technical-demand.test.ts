import { beforeEach, describe, expect, test } from 'vitest';
import { because, innovationCounty, people, proof, refused } from '#test/innovation.ts';
import { demandQuality, meets, specific } from './quality.ts';
import { technicalDemandRecord } from './record.ts';
import { likeness } from './server.ts';

// A demand from the visit to its solution (innovation.md §2): every transition, every guard, every clock.

const { science, marine, firm, other, first, second, third, night } = people;
let walk: ReturnType<typeof innovationCounty>;
beforeEach(() => {
  walk = innovationCounty();
});

const kpis = [{ name: '耐盐雾时间', operator: 'atLeast', value: 2000, unit: '小时' }, { name: '厚度', operator: 'range', value: 80, upTo: 120, unit: '微米' }];
const bottleneck = '现有涂层在潮差区六个月起泡脱落，返修成本高，本企业试过三种配方仍不能兼顾附着力和柔韧性。';
const content = {
  title: '海工装备潮差区长效防腐涂层', kind: 'breakthrough', industry: 'C2641', techField: 'materials', marineField: 'corrosion', bottleneck, kpis, budget: 200_000_000, dueMonths: 18, minTrl: 6, coopModes: ['joint'], ipRule: 'shared', disclosure: 'masked',
  contactName: '王工', contactPhone: '0532-80000001',
};
const axes = { clarity: 0.8, market: 0.7, budgetRealism: 0.6, ownBasis: 0.5, offShelf: 1, opinion: '瓶颈清楚，值得攻关。', noConflict: true };

const visit = () => walk.put(30, 'enterpriseVisit', 'confirmed', { name: '走访', enterprise: walk.firm, visitedOn: '2021-02-26', demandsFound: 0 });
const draft = (given: object = {}) => walk.file(firm, 'technicalDemand', 'enter', { title: content.title, enterprise: walk.firm, ...given }).id;
const submit = (given: object = {}, id = draft()) => walk.act(firm, id, 'submit', { ...content, ...given });
const screening = (given: object = {}) => walk.act(science, submit(given).id, 'pass', { isTechnical: true }).id;
const judged = (given: object = {}, sheet: object = {}) => {
  const id = screening(given);
  walk.act(science, id, 'appoint', { experts: walk.experts.slice(0, 2) });
  walk.act(first, id, 'judge', { ...axes, ...sheet });
  walk.act(second, id, 'judge', { ...axes, ...sheet });
  return id;
};
const admitted = (given: object = {}) => walk.act(science, judged(given), 'admit').id;
const agreed = (given: object = {}, disclosure = 'masked') => walk.act(firm, admitted(given), 'consent', { disclosure, evidence: proof }).id;
const matching = () => walk.act(science, agreed(), 'beginMatching').id;
const intent = () => walk.act(firm, matching(), 'intend', { partnerName: '某海洋研究所', evidence: proof }).id;
const signed = { contractNo: 'HT-2021-08', registrationNo: '2021370215000008', contractAmount: 180_000_000, signedOn: '2021-03-01', contractUntil: '2022-09-01', evidence: proof };
const contracted = (given: object = {}) => walk.act(firm, intent(), 'contract', { ...signed, ...given }).id;
const measured = [{ name: '耐盐雾时间', value: 2100 }, { name: '厚度', value: 100 }];

describe('the quality of a demand', () => {
  test('is 79 in the worked example of §2.3', () => {
    expect(demandQuality(kpis as never, [axes])).toBe(79);
  });

  test('is of the means of the experts, and of how many indicators can be measured', () => {
    expect([kpis, kpis.slice(0, 1), [{ name: '更好' }], []].map((each) => specific(each as never))).toEqual([1, 0.6, 0, 0]);
    expect(demandQuality(kpis as never, [{ ...axes, clarity: 1 }, { ...axes, clarity: 0.6 }])).toBe(79);
    expect(demandQuality([], [{ ...axes, clarity: 0.333 }])).toBe(44.66);
  });

  test.each([['atLeast', 10, undefined, [9.9, 10]], ['atMost', 10, undefined, [10.1, 10]], ['equal', 10, undefined, [9.9, 10]], ['range', 10, 12, [12.1, 12]]] as const)('an indicator of %s is met at its value and not beside it', (operator, value, upTo, [short, just]) => {
    const kpi = { name: '指标', operator, value, unit: '件', ...(upTo === undefined ? {} : { upTo }) };
    expect([meets(kpi, short), meets(kpi, just)]).toEqual([false, true]);
  });
});

describe('a demand is entered', () => {
  test('by whoever acts for the enterprise, or by a team from a visit to it', () => {
    const found = walk.file(marine, 'technicalDemand', 'enter', { title: content.title, enterprise: walk.firm, sourceVisit: visit() });
    expect([found.number, found.stage, found.facts['source'], found.duties.map(({ kind, person }) => [kind, person])]).toEqual(['XQ-2021-0001', 'draft', 'visit', [['complete', 'firm']]]);
    expect(walk.get(found.facts['sourceVisit'] as string).facts['demandsFound']).toBe(1);
    expect(refused(() => walk.file(marine, 'technicalDemand', 'enter', { title: content.title, enterprise: walk.firm }))).toBe('visitMissing');
    expect(refused(() => walk.file(marine, 'technicalDemand', 'enter', { title: content.title, enterprise: walk.other, sourceVisit: visit() }))).toBe('anotherVisit');
    expect(refused(() => walk.file(other, 'technicalDemand', 'enter', { title: content.title, enterprise: walk.firm }))).toBe('notAgent');
    expect(refused(() => walk.file(marine, 'technicalDemand', 'enter', { title: content.title, enterprise: walk.silent }))).toBe('noAccount');
    expect(walk.get(draft()).facts['source']).toBe('self');
  });

  test('and is late when it is not submitted ten working days after the visit', () => {
    const { id } = walk.file(marine, 'technicalDemand', 'enter', { title: content.title, enterprise: walk.firm, sourceVisit: visit() });
    walk.on('2021-03-12');
    expect(walk.isLate(id)).toBe(false);
    walk.on('2021-03-15');
    expect(walk.isLate(id)).toBe(true);
  });

  test('and submitted whole, by the enterprise alone', () => {
    const id = draft();
    expect(refused(() => walk.act(marine, id, 'submit', content))).toBe('notYours');
    expect(refused(() => walk.act(other, id, 'submit', content))).toBe('notYours');
    expect(refused(() => submit({ bottleneck: '太短' }, id))).toBe('badInput');
    expect(refused(() => submit({ industry: 'C26' }, id))).toBe('codeShort');
    expect(refused(() => submit({ contactPhone: undefined }, id))).toBe('contactMissing');
    expect(refused(() => submit({ kpis: [{ name: '寿命', operator: 'range', value: 1, unit: '年' }] }, id))).toBe('kpiIncomplete');
    expect(refused(() => submit({ kpis: [kpis[0], kpis[0]] }, id))).toBe('kpiTwice');
    expect(refused(() => submit({ kpis: [{ ...kpis[1], upTo: 60 }] }, id))).toBe('rangeBackwards');
    expect(submit({}, id)).toMatchObject({ stage: 'submitted', facts: { submittedOn: '2021-03-01' } });
  });
});

describe('the same demand', () => {
  test('of one enterprise is refused for 24 months, by its title or its text', () => {
    submit();
    expect(refused(() => submit({ bottleneck: '另一种说法：潮差区涂层寿命短，需要新的配方体系来解决柔韧和附着的矛盾。' }))).toBe('duplicate');
    expect(refused(() => submit({ title: '换一个完全不同的名称再报一次' }))).toBe('duplicate');
    expect(refused(() => submit({ title: '养殖网箱防附着涂料', bottleneck: '网箱三个月即被贝类附着，人工清洗频繁，现有防污漆含铜，不适合养殖水域使用。' }))).toBe('open');
    walk.on('2023-03-02');
    expect(refused(() => submit())).toBe('open');
  });

  test('of another enterprise is no duplicate but common to both', () => {
    const one = submit().id;
    const { id } = walk.file(other, 'technicalDemand', 'enter', { title: content.title, enterprise: walk.other });
    expect(walk.act(other, id, 'submit', { ...content, bottleneck: `${bottleneck.slice(0, -1)}！` }).facts).toMatchObject({ isCommon: true, commonWith: [one] });
    expect(walk.get(one).facts).toMatchObject({ isCommon: true, commonWith: [id] });
  });

  test('is as like as its characters, two by two', () => {
    expect(likeness({ title: '厂区挥发性有机物研究及治理', bottleneck: 'VOCs' }, { title: '厂区挥发性有机物研究及治理', bottleneck: 'vocs。' })).toEqual({ title: 100, body: 100 });
    expect(likeness({ title: '甲乙丙', bottleneck: '' }, { title: '甲乙丁', bottleneck: '' })).toEqual({ title: (1 / 3) * 100, body: 0 });
  });

  test('said otherwise by one enterprise is merged by a person, and only into a live one of its own', () => {
    const main = submit().id;
    const { id } = submit({ title: '养殖网箱防附着涂料', bottleneck: '网箱三个月即被贝类附着，人工清洗频繁，现有防污漆含铜，不适合养殖水域使用。' });
    expect(refused(() => walk.act(science, id, 'merge', { mergedInto: id }))).toBe('mergeOther');
    expect(refused(() => walk.act(science, id, 'merge', { mergedInto: draft() }))).toBe('mergeOther');
    expect(walk.act(science, id, 'merge', { mergedInto: main }).stage).toBe('merged');
  });
});

describe('the first review', () => {
  test('is due in three working days and says that it is a technical demand', () => {
    const { id } = submit();
    expect(refused(() => walk.act(science, id, 'pass', { isTechnical: false }))).toBe('scopeUnsaid');
    walk.on('2021-03-04');
    expect(walk.isLate(id)).toBe(false);
    walk.on('2021-03-05');
    expect(walk.isLate(id)).toBe(true);
    expect(walk.act(science, id, 'pass', { isTechnical: true }).stage).toBe('screening');
    expect(walk.act(science, submit({ title: '采购进口海水淡化膜组件', bottleneck: '需要采购一批进口反渗透膜组件，用于替换现有三套海水淡化装置，要求年内到货。' }).id, 'decline', { declineReason: 'procurement', reason: because }).stage).toBe('rejected');
  });

  test('returns a demand twice at most; what stays unanswered lapses at night, and not before', () => {
    const { id } = submit();
    const back = () => walk.act(science, id, 'sendBack', { returnReasons: ['noIndicator'], reason: because });
    expect(back()).toMatchObject({ stage: 'draft', facts: { returns: 1 } });
    submit({}, id);
    expect(back().facts['returns']).toBe(2);
    submit({ contactName: undefined, contactPhone: undefined }, id);
    expect(refused(back)).toBe('returnedTwice');
    expect(walk.get(id).facts['submittedOn']).toBe('2021-03-01');

    const fresh = draft();
    expect(refused(() => walk.act(night, fresh, 'lapse'))).toBe('neverReturned');
    const silent = submit({ title: '养殖网箱防附着涂料', bottleneck: '网箱三个月即被贝类附着，人工清洗频繁，现有防污漆含铜，不适合养殖水域使用。' }, fresh).id;
    walk.act(science, silent, 'sendBack', { returnReasons: ['unclear'], reason: because });
    walk.on('2021-03-15');
    expect(refused(() => walk.act(night, silent, 'lapse'))).toBe('notYetLapsed');
    walk.on('2021-03-16');
    expect(walk.act(night, silent, 'lapse').stage).toBe('withdrawn');
  });
});

describe('experts', () => {
  test('are two or three, fit, and tied to the enterprise by nothing', () => {
    const id = screening();
    const appoint = (...experts: string[]) => refused(() => walk.act(science, id, 'appoint', { experts }));
    const [one, two] = walk.experts;
    expect(appoint(one)).toBe('expertsCount');
    expect(appoint(one, two, walk.experts[2], walk.put(14, 'expert', 'active', {}))).toBe('expertsCount');
    expect(appoint(one, walk.put(14, 'expert', 'paused', { name: '暂停', person: 'x', expertNo: 14, declaredOn: '2021-01-04' }))).toBe('expertUnfit');
    expect(appoint(one, walk.put(14, 'expert', 'active', { name: '未申报', person: 'x', expertNo: 14, declaredOn: '2020-01-04' }))).toBe('expertUnfit');
    expect(appoint(one, walk.put(14, 'expert', 'active', { name: '顾问', person: 'x', expertNo: 14, declaredOn: '2021-01-04', relations: [{ kind: 'consulting', party: walk.firm }] }))).toBe('expertRecused');
    expect(appoint(one, two)).toBe('open');
  });

  test('judge each by himself; nobody reads a sheet before all are in', () => {
    const id = screening();
    walk.act(science, id, 'appoint', { experts: walk.experts.slice(0, 2) });
    expect(refused(() => walk.act(third, id, 'judge', axes))).toBe('notYours');
    expect(refused(() => walk.act(first, id, 'judge', { ...axes, noConflict: false }))).toBe('conflictUnsaid');
    expect(walk.act(first, id, 'judge', axes).facts['quality']).toBeUndefined();
    expect(technicalDemandRecord.facts.sheets.veiled).toEqual({ until: { fact: 'quality', present: true } });
    expect(refused(() => walk.act(science, id, 'appoint', { experts: walk.experts.slice(1) }))).toBe('judgedAlready');
    expect(refused(() => walk.act(science, id, 'admit'))).toBe('notJudged');
    expect(walk.act(second, id, 'judge', axes).facts['quality']).toBe(79);
  });

  test('who step aside are replaced, and their demand waits for whoever comes', () => {
    const id = screening();
    walk.act(science, id, 'appoint', { experts: walk.experts.slice(0, 2) });
    walk.act(first, id, 'judge', axes);
    expect(refused(() => walk.act(science, id, 'replace', { added: [walk.experts[2]] }))).toBe('noVacancy');
    expect(walk.act(second, id, 'stepAside', { reason: because }).facts).toMatchObject({ experts: [walk.experts[0]] });
    expect(refused(() => walk.act(science, id, 'replace', { added: [walk.experts[0]] }))).toBe('expertsCount');
    walk.act(science, id, 'replace', { added: [walk.experts[2]] });
    expect(walk.act(third, id, 'judge', axes).facts['quality']).toBe(79);
  });

  test('of three one may step aside, and two that are in suffice', () => {
    const id = screening();
    walk.act(science, id, 'appoint', { experts: walk.experts });
    walk.act(first, id, 'judge', axes);
    walk.act(second, id, 'judge', axes);
    expect(walk.act(third, id, 'stepAside', { reason: because }).facts['quality']).toBe(79);
  });

  test('admit from sixty points on, and the office follows them either way', () => {
    const good = judged();
    expect(refused(() => walk.act(science, good, 'reject', { reason: because }))).toBe('goodEnough');
    expect(walk.act(science, good, 'admit')).toMatchObject({ stage: 'admitted', facts: { admittedOn: '2021-03-01', activeOn: '2021-03-01' } });
    const weak = judged({ title: '养殖网箱防附着涂料', bottleneck: '网箱三个月即被贝类附着，人工清洗频繁，现有防污漆含铜，不适合养殖水域使用。', kpis: [] }, { clarity: 0.5 });
    expect(walk.get(weak).facts['quality']).toBe(48);
    expect(refused(() => walk.act(science, weak, 'admit'))).toBe('tooWeak');
    expect(walk.act(science, weak, 'reject', { reason: because }).stage).toBe('rejected');
  });
});

describe('publication', () => {
  const publicText = '潮差区防腐涂层寿命短，征集耐盐雾2000小时以上、厚度80至120微米的长效涂层方案。';
  const publish = (id: string, words = publicText) => refused(() => walk.act(science, id, 'publish', { publicText: words }));

  test('waits for the enterprise’s agreement and keeps to its level', () => {
    const id = admitted();
    expect(publish(id)).toBe('gateClosed');
    walk.act(firm, id, 'consent', { disclosure: 'targeted', evidence: proof });
    expect(publish(id)).toBe('notPublic');
    walk.act(firm, id, 'consent', { disclosure: 'masked', evidence: proof });
    expect(publish(id, `示例海洋仪器${publicText}`)).toBe('namesEnterprise');
    expect(publish(id, `${publicText}联系电话：13800000000`)).toBe('holdsContact');
    expect(publish(id)).toBe('open');
    expect(walk.get(id).facts).toMatchObject({ publishedOn: '2021-03-01' });
    expect(walk.get(id).facts['publicEnterprise']).toBeUndefined();
  });

  test('with the name shows it; taking the level back takes the page down at once', () => {
    const id = agreed({}, 'open');
    expect(refused(() => walk.act(science, id, 'unpublish', { reason: because }))).toBe('published');
    expect(publish(id)).toBe('open');
    expect(walk.get(id).facts).toMatchObject({ publicEnterprise: '示例海洋仪器有限公司' });
    expect(walk.act(firm, id, 'consent', { disclosure: 'secret', evidence: proof }).facts).not.toHaveProperty('publishedOn');
    expect(walk.get(id).facts).not.toHaveProperty('publicEnterprise');
  });

  test('never holds who to call, on no page and in no search', () => {
    const { facts, publicFace } = technicalDemandRecord;
    for (const name of ['contactName', 'contactPhone'] as const) expect([facts[name].sealed, facts[name].searched, publicFace?.facts.includes(name)]).toEqual([true, undefined, false]);
  });
});

describe('matching', () => {
  const suppliers = [{ party: '某海洋研究所', achievement: '石墨烯改性涂层', ground: '同类项目三项' }, { party: '某大学材料学院', achievement: '自修复涂层' }];

  test('lists suppliers in five working days, and the enterprise says what came of each in ten', () => {
    const id = matching();
    walk.on('2021-03-09');
    expect(walk.isLate(id)).toBe(true);
    expect(refused(() => walk.act(science, id, 'propose', { suppliers: [{ achievement: '无名' }] }))).toBe('partyMissing');
    const { facts, duties } = walk.act(science, id, 'propose', { suppliers });
    expect(duties.filter(({ state }) => state === 'open').map(({ kind, person }) => [kind, person])).toEqual([['feedback', 'firm']]);
    const proposed = facts['candidates'] as readonly object[];
    expect(refused(() => walk.act(firm, id, 'feedBack', { candidates: [{ ...proposed[0], outcome: 'interested' }, proposed[1]] }))).toBe('outcomeMissing');
    expect(refused(() => walk.act(firm, id, 'feedBack', { candidates: [{ ...proposed[0], party: '别家', outcome: 'later' }, { ...proposed[1], outcome: 'later' }] }))).toBe('candidatesChanged');
    expect(refused(() => walk.act(firm, id, 'feedBack', { candidates: proposed.map((each) => ({ ...each, outcome: 'interested' })) }))).toBe('open');
    expect(refused(() => walk.act(science, id, 'propose', { suppliers: Array.from({ length: 9 }, () => suppliers[0]) }))).toBe('listMost');
  });

  test('ends in an intent with somebody else, which has sixty days to become a contract', () => {
    const id = matching();
    expect(refused(() => walk.act(firm, id, 'intend', { evidence: proof }))).toBe('partnerMissing');
    expect(refused(() => walk.act(firm, id, 'intend', { partner: walk.firm, evidence: proof }))).toBe('partnerSelf');
    walk.act(firm, id, 'intend', { partnerName: '某海洋研究所', evidence: proof });
    walk.on('2021-05-01');
    expect(walk.isLate(id)).toBe(true);
    expect(walk.act(science, id, 'dropIntent', { reason: because })).toMatchObject({ stage: 'matching' });
    expect(walk.get(id).facts).not.toHaveProperty('partnerName');
  });
});

describe('a challenge', () => {
  test('comes of an admitted demand that may be public and has an indicator', () => {
    const id = agreed();
    expect(walk.act(science, id, 'toChallenge', { challengeNo: 'BD-2021-01' }).stage).toBe('challenged');
    expect(walk.act(science, id, 'endChallenge', { reason: because })).toMatchObject({ stage: 'admitted' });
    walk.act(firm, id, 'consent', { disclosure: 'secret', evidence: proof });
    expect(refused(() => walk.act(science, id, 'toChallenge', { challengeNo: 'BD-2021-02' }))).toBe('notPublic');
    const vague = walk.put(40, 'technicalDemand', 'admitted', { title: '没有指标的需求', enterprise: walk.firm, disclosure: 'open', consentedOn: '2021-03-01' });
    expect(refused(() => walk.act(science, vague, 'toChallenge', { challengeNo: 'BD-2021-03' }))).toBe('noIndicator');
  });

  test('leads to a contract with whoever took it up', () => {
    const id = agreed();
    walk.act(science, id, 'toChallenge', { challengeNo: 'BD-2021-01' });
    expect(refused(() => walk.act(science, id, 'contract', signed))).toBe('partnerMissing');
    expect(walk.act(science, id, 'contract', { ...signed, partnerName: '某海洋研究所' }).stage).toBe('contracted');
  });
});

describe('a contract', () => {
  test('is signed already and runs on from there', () => {
    const id = intent();
    expect(refused(() => walk.act(firm, id, 'contract', { ...signed, signedOn: '2021-03-02' }))).toBe('signedLater');
    expect(refused(() => walk.act(firm, id, 'contract', { ...signed, contractUntil: '2021-03-01' }))).toBe('signedLater');
    walk.act(firm, id, 'contract', signed);
    walk.on('2022-09-01');
    expect(walk.isLate(id)).toBe(false);
    walk.on('2022-09-02');
    expect(walk.isLate(id)).toBe(true);
  });

  test('is accepted with every indicator measured and met, and with an expert where fiscal money is used', () => {
    const accept = (id: string, given: object = {}) => refused(() => walk.act(firm, id, 'accept', { measured, result: '涂层通过两千小时盐雾试验，已在三条船上应用。', evidence: proof, ...given }));
    const id = contracted({ usesFiscal: true });
    expect(accept(id, { measured: measured.slice(1) })).toBe('kpiUnmeasured');
    expect(accept(id, { measured: [{ name: '耐盐雾时间', value: 1999 }, measured[1]] })).toBe('kpiUnmet');
    expect(accept(id)).toBe('expertMissing');
    expect(refused(() => walk.act(science, id, 'inviteExperts', { acceptedBy: [walk.put(14, 'expert', 'paused', { name: '暂停' })] }))).toBe('expertUnfit');
    walk.act(science, id, 'inviteExperts', { acceptedBy: [walk.experts[0]] });
    expect(accept(id)).toBe('open');
    expect(walk.get(id)).toMatchObject({ stage: 'solved', facts: { solvedOn: '2021-03-01' } });
  });

  test('that fails is ended with its record, and the demand may be admitted again', () => {
    const id = contracted();
    expect(walk.act(science, id, 'fail', { failure: 'breach', reason: because, evidence: proof }).stage).toBe('failed');
    expect(walk.act(science, id, 'revive', { reason: because })).toMatchObject({ stage: 'admitted', facts: { validFrom: '2021-03-01' } });
  });
});

describe('a demand ends by itself', () => {
  test('after 180 days without a move, and twelve months after it was admitted at the latest; the enterprise may refresh it', () => {
    const id = admitted();
    walk.on('2021-08-28');
    expect(refused(() => walk.act(night, id, 'expire'))).toBe('stillFresh');
    walk.act(firm, id, 'consent', { disclosure: 'open', evidence: proof });
    walk.on('2021-08-29');
    expect(refused(() => walk.act(night, id, 'expire'))).toBe('stillFresh');
    walk.on('2022-02-10').act(firm, id, 'consent', { disclosure: 'masked', evidence: proof });
    walk.on('2022-03-01');
    expect(refused(() => walk.act(night, id, 'expire'))).toBe('stillFresh');
    walk.on('2022-03-02');
    expect(walk.act(night, id, 'expire').stage).toBe('stale');
    expect(walk.act(firm, id, 'refresh', { reason: '仍有需求，继续征集。' })).toMatchObject({ stage: 'admitted', facts: { validFrom: '2022-03-02' } });
  });

  test('or is withdrawn by the enterprise any time before the contract', () => {
    for (const id of [draft(), admitted(), walk.act(science, agreed({ title: '养殖网箱防附着涂料', bottleneck: '网箱三个月即被贝类附着，人工清洗频繁，现有防污漆含铜，不适合养殖水域使用。' }), 'beginMatching').id]) {
      expect(walk.act(firm, id, 'withdraw', { reason: '已自行解决。' }).stage).toBe('withdrawn');
    }
  });
});
