import { beforeEach, describe, expect, test } from 'vitest';
import type { Matter } from '#kernel/matter.ts';
import { Refusal } from '#kernel/refusal.ts';
import { findDisagreement } from '#engines/draw/verify.ts';
import { postOf, Walk } from '../../walk.ts';
import { mechanisms } from '../../mechanisms.ts';
import { criteria } from '../sheet.ts';
import { serving as sheetServer } from '../score-sheet/server.ts';
import { affiliatesOf, groundsOf } from '../recusal.ts';
import { badConclusion, type Situation } from './rules.ts';
import { serving } from './server.ts';

const secretariat = postOf('secretary', 'review-office', ['SECRETARIAT']);
const supervisor = postOf('supervisor', 'discipline', ['SUPERVISOR']);
const invest = postOf('invest', 'investment', ['INVEST']);
const expertPost = (no: number) => postOf(`expert-${no}`, 'experts', ['EXPERT']);
const yi = 10_000_000_000;
const totals = [86, 84, 79, 91, 83, 62, 85];
const measures = [['intensity', 94, 100], ['taxPerMu', 94, 100], ['plotRatio', 94, 100], ['energy', 100, 94], ['research', 94, 100]].map(([benchmark, committed, standard]) => ({ benchmark, committed, standard }));
const quotas = [['technology', 2], ['finance', 2], ['land', 1], ['environment', 1], ['law', 1]].map(([specialty, seats]) => ({ specialty, seats }));
const minutes = [{ hash: 'a'.repeat(64), name: '评审纪要.pdf', type: 'application/pdf', size: 9 }];

/** A matter that is simply there: the register as it stands, whatever led to it. */
function put(walk: Walk, id: string, mechanism: string, stage: string, facts: Readonly<Record<string, unknown>>, more: Partial<Matter> = {}): string {
  walk.matters.set(id, { district: '370215', id, mechanism, stage, year: 2021, version: 1, facts, clocks: {}, duties: [], links: [], doers: {}, filedAt: walk.now, changedAt: walk.now, isSample: false, ...more });
  return id;
}

const id = (kind: number, n: number) => `0189000${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [parent, applicant, stranger, project] = [id(1, 1), id(1, 2), id(1, 3), id(2, 1)];
const specialtyOf = (n: number) => (['technology', 'finance', 'land', 'environment', 'law'] as const)[n % 5] ?? 'law';

let walk: Walk;
beforeEach(() => {
  walk = new Walk(mechanisms, '2021-03-01T00:00:00.000Z', { reviewMeeting: serving, scoreSheet: sheetServer }).on('2021-03-08');
  put(walk, parent, 'enterprise', 'listed', { name: '母公司' });
  put(walk, applicant, 'enterprise', 'listed', { name: '申请公司', holders: [{ holder: parent, share: 80, kind: 'controlling' }] });
  put(walk, stranger, 'enterprise', 'listed', { name: '无关公司' });
  put(walk, project, 'project', 'review', { name: '海洋装备项目', totalInvestment: 5 * yi, investor: applicant }, { number: 'XM-2021-0001' });
  for (let n = 1; n <= 60; n += 1) {
    put(walk, id(3, n), 'expert', 'active', {
      name: `专家${n}`, expertNo: n, person: `expert-${n}`, pool: 'experts', specialties: [specialtyOf(n)], isOutside: n % 3 !== 0, employerName: `单位${n}`, declaredOn: '2021-01-10',
      // The sixtieth holds shares of the applicant's parent.
      ...(n === 60 ? { relations: [{ kind: 'share', party: parent }] } : {}),
    });
  }
  for (const unit of ['review-office', 'discipline', 'investment', 'experts', 'town']) walk.units.set(unit, { id: unit, name: unit, isActive: true, groups: [] });
});

const convene = (change: object = {}) => walk.file(secretariat, 'reviewMeeting', 'convene', { project, meetingOn: '2021-03-18', quotas, measures, ...change }).id;

function drawn(): string {
  const meeting = convene();
  walk.act(secretariat, meeting, 'commitSecretariat', { secretariatSecret: '评审办自拟的一串足够长的密语第一号' });
  walk.act(supervisor, meeting, 'commitSupervisor', { supervisorSecret: '监督方自拟的一串足够长的密语第二号' });
  walk.on('2021-03-16');
  walk.act(secretariat, meeting, 'draw');
  return meeting;
}

const panelOf = (meeting: string) => (walk.get(meeting).facts['panel'] ?? []) as readonly { readonly expertNo: string; readonly person: string; readonly specialty: string }[];
const sheetsOf = (meeting: string) => [...walk.matters.values()].filter((matter) => matter.mechanism === 'scoreSheet' && matter.facts['meeting'] === meeting);

function scoring(): string {
  const meeting = drawn();
  walk.on('2021-03-18');
  for (const { expertNo } of panelOf(meeting)) walk.act(expertPost(Number(expertNo)), meeting, 'checkIn');
  return meeting;
}

/** A sheet that comes to a total: every line its share in whole halves, the halves that are left on the lines with room, each with a reason. */
function linesFor(total: number) {
  const lines = Object.entries(criteria).map(([criterion, { max }]) => ({ criterion, max, points: Math.floor((max * 2 * total) / 100) / 2, reason: '理由充分' }));
  let left = total - lines.reduce((sum, { points }) => sum + points, 0);
  for (const line of lines) {
    const more = Math.min(left, line.max - line.points, 0.5);
    line.points += more;
    left -= more;
  }
  return lines.map(({ max: _max, ...line }) => line);
}

function locked(): string {
  const meeting = scoring();
  for (const [place, sheet] of sheetsOf(meeting).entries()) {
    const scores = linesFor(totals[place] ?? 80);
    walk.act(expertPost(Number(sheet.facts['expertNo'])), sheet.id, 'lock', { scores, agrees: true, comment: `第${place + 1}位专家的意见：项目方向符合本区产业布局。` });
  }
  return meeting;
}

function refusalOf(attempt: () => unknown): Refusal | undefined {
  try {
    attempt();
  } catch (failure) {
    if (failure instanceof Refusal) return failure;
    throw failure;
  }
  return undefined;
}
const code = (attempt: () => unknown) => refusalOf(attempt)?.code ?? 'open';

describe('convening', () => {
  test('is refused for a project that is not at its review, a panel of the wrong size, measures left out, a day gone by', () => {
    put(walk, id(2, 2), 'project', 'planning', { name: '早期项目', totalInvestment: yi, investor: applicant });
    expect(code(() => convene({ project: id(2, 2) }))).toBe('projectNotAtReview');
    expect(refusalOf(() => convene({ quotas: quotas.slice(1) }))).toMatchObject({ code: 'sizeOff', words: { zh: expect.stringContaining('7名') } });
    expect(code(() => convene({ measures: measures.slice(1) }))).toBe('measuresOff');
    expect(code(() => convene({ meetingOn: '2021-03-05' }))).toBe('meetingPast');
  });
});

describe('the draw', () => {
  test('waits for both secrets and for two working days before the meeting', () => {
    const meeting = convene();
    expect(refusalOf(() => walk.on('2021-03-16').act(secretariat, meeting, 'draw'))).toMatchObject({ code: 'gateClosed' });
    walk.act(secretariat, meeting, 'commitSecretariat', { secretariatSecret: '评审办自拟的一串足够长的密语第一号' });
    expect(code(() => walk.act(supervisor, meeting, 'commitSupervisor', { supervisorSecret: '评审办自拟的一串足够长的密语第一号' }))).toBe('sameSecret');
    expect(code(() => walk.act(supervisor, meeting, 'commitSupervisor', { supervisorSecret: '太短' }))).toBe('badInput');
    walk.act(supervisor, meeting, 'commitSupervisor', { supervisorSecret: '监督方自拟的一串足够长的密语第二号' });
    expect(refusalOf(() => walk.on('2021-03-15').act(secretariat, meeting, 'draw'))).toMatchObject({ code: 'tooEarly', detail: { day: '2021-03-16' } });
    expect(walk.on('2021-03-16').act(secretariat, meeting, 'draw').stage).toBe('drawn');
  });

  test('never draws a shareholder of the applicant’s parent, and a hand-made attempt is told R4', () => {
    const meeting = drawn();
    expect(walk.get(meeting).facts['recusals']).toEqual([{ expertNo: '60', grounds: 'R4' }]);
    expect(panelOf(meeting).map(({ expertNo }) => expertNo)).not.toContain('60');
    const attempt = refusalOf(() => walk.act(secretariat, meeting, 'seatByHand', { expert: id(3, 60), reason: '这位专家最熟悉情况，请予安排' }));
    expect(attempt).toMatchObject({ code: 'recusedExpert', words: { zh: expect.stringContaining('R4'), en: expect.stringContaining('R4') } });
    expect(code(() => walk.act(secretariat, meeting, 'seatByHand', { expert: id(3, 1), reason: '这位专家最熟悉情况，请予安排' }))).toBe('notNext');
  });

  test('seats seven by their quotas, at least half from outside, and says so to each alone', () => {
    const meeting = drawn();
    expect(panelOf(meeting).map(({ specialty }) => specialty)).toEqual(['technology', 'technology', 'finance', 'finance', 'land', 'environment', 'law']);
    expect(panelOf(meeting).filter(({ expertNo }) => Number(expertNo) % 3 !== 0).length).toBeGreaterThanOrEqual(4);
    expect(walk.told.filter(({ matter, to }) => matter === meeting && typeof to === 'object' && 'person' in (to as object)).length).toBe(7);
  });

  test('is refused in words when a specialty has too few candidates', () => {
    for (let n = 1; n <= 60; n += 1) if (specialtyOf(n) === 'land') walk.matters.delete(id(3, n));
    expect(refusalOf(drawn)).toMatchObject({ code: 'noDraw', words: { zh: expect.stringContaining('土地规划需3人、现有0人') } });
  });

  test('made again keeps the first one and its reason', () => {
    const meeting = drawn();
    const first = panelOf(meeting).map(({ expertNo }) => expertNo);
    walk.act(supervisor, meeting, 'redraw', { reason: '名单疑似泄露，经监督方同意重抽' });
    expect(walk.get(meeting).facts['draws']).toMatchObject([{ drawNo: 1 }, { drawNo: 2, reason: '名单疑似泄露，经监督方同意重抽' }]);
    expect(panelOf(meeting).map(({ expertNo }) => expertNo)).not.toEqual(first);
  });

  test('gives the same seats to anybody once the secrets are revealed', () => {
    const meeting = locked();
    concluded(meeting);
    const { facts } = walk.act(secretariat, meeting, 'reveal');
    const published = {
      projectNo: String(facts['projectNo']), frozen: String(facts['openFrozen']), poolHash: String(facts['poolHash']), seed: String(facts['openSeed']),
      commitments: [String(facts['secretariatCommitment']), String(facts['supervisorCommitment'])] as const, panel: facts['openPanel'] as never,
      substitutes: (facts['openSubstitutes'] as readonly { readonly specialty: string; readonly expertNos: string }[]).map(({ specialty, expertNos }) => ({ specialty, expertNos: expertNos.split(',') })),
    };
    expect(findDisagreement(published, ['评审办自拟的一串足够长的密语第一号', '监督方自拟的一串足够长的密语第二号'])).toBeUndefined();
    expect(findDisagreement(published, ['评审办自拟的一串足够长的密语第三号', '监督方自拟的一串足够长的密语第二号'])).toMatchObject({ at: 'commitment' });
  });
});

describe('the meeting', () => {
  test('checks in on its day alone, fills vacant seats in order, and hands out sheets when all are there', () => {
    const meeting = drawn();
    const [first, second] = panelOf(meeting).map(({ expertNo }) => Number(expertNo));
    expect(code(() => walk.on('2021-03-17').act(expertPost(first ?? 0), meeting, 'checkIn'))).toBe('notToday');
    walk.on('2021-03-18');
    walk.act(expertPost(first ?? 0), meeting, 'checkIn');
    expect(code(() => walk.act(expertPost(first ?? 0), meeting, 'checkIn'))).toBe('notYours');
    for (const { expertNo } of panelOf(meeting).slice(2)) walk.act(expertPost(Number(expertNo)), meeting, 'checkIn');
    walk.act(secretariat, meeting, 'fillSeats', { reason: '该席位专家临时有事，未能到会' });
    const now = panelOf(meeting).map(({ expertNo }) => Number(expertNo));
    expect(now).not.toContain(second);
    expect(sheetsOf(meeting)).toHaveLength(0);
    const substitute = now.find((no) => walk.get(meeting).duties.some((duty) => duty.person === `expert-${no}` && duty.state === 'open'));
    walk.act(expertPost(substitute ?? 0), meeting, 'checkIn');
    expect(walk.get(meeting).stage).toBe('scoring');
    expect(sheetsOf(meeting)).toHaveLength(7);
    expect(sheetsOf(meeting).every(({ confinedTo }) => confinedTo?.length === 1)).toBe(true);
    expect(code(() => walk.act(secretariat, meeting, 'fillSeats', { reason: '再补一次看看行不行，测试理由' }))).toBe('wrongStage');
  });
});

describe('a sheet', () => {
  test('off the half-point grid, above its maximum or without a reason is refused in words', () => {
    const [sheet] = sheetsOf(scoring());
    const expert = expertPost(Number(sheet?.facts['expertNo']));
    const lock = (scores: readonly object[]) => walk.act(expert, sheet?.id ?? '', 'lock', { scores, agrees: true, comment: '意见' });
    const good = linesFor(84);
    expect(refusalOf(() => lock([{ ...good[0], points: 12.3 }, ...good.slice(1)]))).toMatchObject({ code: 'sheetFaulty', words: { zh: expect.stringContaining('产业导向与链条') } });
    expect(code(() => lock([{ ...good[0], points: 16 }, ...good.slice(1)]))).toBe('sheetFaulty');
    expect(code(() => lock(good.slice(1)))).toBe('sheetFaulty');
    expect(code(() => lock([{ criterion: 'direction', points: 3 }, ...good.slice(1)]))).toBe('sheetFaulty');
    expect(lock(good).stage).toBe('locked');
  });

  test('after its lock changes no more, and may be revised once with a reason after all are revealed', () => {
    const meeting = scoring();
    const [sheet] = sheetsOf(meeting);
    const expert = expertPost(Number(sheet?.facts['expertNo']));
    walk.act(expert, sheet?.id ?? '', 'lock', { scores: linesFor(84), agrees: true, comment: '意见' });
    expect(code(() => walk.act(expert, sheet?.id ?? '', 'save', { scores: linesFor(90) }))).toBe('afterLock');
    expect(code(() => walk.act(expert, sheet?.id ?? '', 'revise', { scores: linesFor(90), agrees: true, reason: '讨论后认为先前低估了项目' }))).toBe('wrongStage');
    for (const other of sheetsOf(meeting).filter(({ id: each }) => each !== sheet?.id)) walk.act(expertPost(Number(other.facts['expertNo'])), other.id, 'lock', { scores: linesFor(80), agrees: true, comment: '意见' });
    expect(walk.get(meeting).stage).toBe('locked');
    expect(code(() => walk.act(expert, sheet?.id ?? '', 'revise', { scores: linesFor(84), agrees: true, reason: '讨论后认为先前低估了项目' }))).toBe('nothingRevised');
    const revised = walk.act(expert, sheet?.id ?? '', 'revise', { scores: linesFor(90), agrees: true, reason: '讨论后认为先前低估了项目' });
    expect(revised.facts).toMatchObject({ total: 90, firstTotal: 84 });
    expect(code(() => walk.act(expert, sheet?.id ?? '', 'revise', { scores: linesFor(91), agrees: true, reason: '讨论后认为先前低估了项目' }))).toBe('revisedOnce');
  });
});

function concluded(meeting: string, change: object = {}) {
  const [first] = panelOf(meeting);
  walk.act(secretariat, meeting, 'nameChair', { chair: first?.person });
  return walk.act(expertPost(Number(first?.expertNo)), meeting, 'conclude', { minutes, deliberation: '对62分的意见逐条讨论，专家说明了理由。', ...change });
}

describe('the conclusion of the worked example', () => {
  test('is 83.40 by the experts, 94 by the measures, 86.58 in all; the 62 has to be minuted', () => {
    const meeting = locked();
    expect(sheetsOf(meeting).map(({ facts }) => facts['total'])).toEqual(totals);
    expect(code(() => concluded(meeting, { deliberation: undefined }))).toBe('deliberationMissing');
    const { facts, stage } = concluded(meeting);
    expect({ stage, experts: facts['experts'], computed: facts['computed'], final: facts['final'], result: facts['result'] }).toEqual({ stage: 'concluded', experts: 83.4, computed: 94, final: 86.58, result: 'passed' });
    expect((facts['standings'] as readonly { readonly total: number; readonly isFar: boolean; readonly z: number }[]).filter(({ isFar }) => isFar)).toMatchObject([{ total: 62, z: -7.42 }]);
    expect(walk.get(project).facts).toMatchObject({ reviewResult: 'passed', reviewScore: 86.58 });
    expect(sheetsOf(meeting).every((sheet) => sheet.stage === 'settled')).toBe(true);
  });

  test('passed carries no conditions; a conditional one does, and each becomes an obligation', () => {
    const meeting = scoring();
    for (const sheet of sheetsOf(meeting)) walk.act(expertPost(Number(sheet.facts['expertNo'])), sheet.id, 'lock', { scores: linesFor(70), agrees: true, comment: '意见' });
    expect(code(() => concluded(meeting))).toBe('conditionsMissing');
    concluded(meeting, { conditions: [{ name: '补齐订单合同', unit: 'town', dueOn: '2021-06-30' }] });
    expect([...walk.matters.values()].filter((matter) => matter.mechanism === 'obligation').map(({ facts }) => facts)).toMatchObject([{ name: '补齐订单合同', source: 'review', project, unit: 'town', dueOn: '2021-06-30' }]);
    const other = locked();
    expect(code(() => concluded(other, { conditions: [{ name: '补齐订单合同', unit: 'town', dueOn: '2021-06-30' }] }))).toBe('conditionsOdd');
  });

  test('needs both halves of a veto, which then stands above any points', () => {
    const meeting = locked();
    expect(code(() => concluded(meeting, { vetoBasis: '产业结构调整指导目录淘汰类' }))).toBe('vetoHalf');
    expect(concluded(meeting, { vetoBasis: '产业结构调整指导目录淘汰类', vetoNote: '发改部门确认属淘汰类工艺' }).facts['result']).toBe('refused');
  });

  test('of a sheet voided for a conflict leaves an even number, and the review is held again', () => {
    const meeting = locked();
    walk.act(supervisor, sheetsOf(meeting)[0]?.id ?? '', 'voidForConflict', { conflict: '签字后发现在申请单位兼职', evidence: minutes });
    expect(code(() => concluded(meeting))).toBe('mustRepeat');
    expect(walk.act(supervisor, meeting, 'repeat', { reason: '有效评分表为偶数，本场评审作废' }).stage).toBe('repeated');
  });

  test('waits for every sheet', () => {
    const meeting = scoring();
    const [first] = sheetsOf(meeting);
    walk.act(expertPost(Number(first?.facts['expertNo'])), first?.id ?? '', 'lock', { scores: linesFor(80), agrees: true, comment: '项目方向符合本区产业布局，建议支持。' });
    const situation = { matter: walk.get(meeting) } as unknown as Situation;
    const found = { outcome: 'pass', mustBeMinuted: false, trouble: '', troubleEn: '', explanation: '', explanationEn: '' };
    expect(badConclusion(situation, found)).toEqual({ refusal: 'sheetsOut', detail: { count: 6 } });
  });

  test('is chaired by a member of the panel', () => {
    const meeting = locked();
    expect(code(() => walk.act(secretariat, meeting, 'nameChair', { chair: 'expert-60' }))).toBe('notOnPanel');
    expect(code(() => walk.act(invest, meeting, 'conclude', { minutes }))).toBe('notYours');
  });
});

describe('recusal', () => {
  const registers = () => ({ enterprises: [...walk.matters.values()].filter((matter) => matter.mechanism === 'enterprise'), diligence: [], objections: [] });
  const grounds = (facts: Readonly<Record<string, unknown>>, change: object = {}) =>
    groundsOf({ id: 'x', facts: { person: 'expert-x', ...facts } } as unknown as Matter, applicant, { ...registers(), ...change }, '2021-03-08');

  test('reaches two hops of holding and no further', () => {
    const far = put(walk, id(1, 5), 'enterprise', 'listed', { name: '孙公司', holders: [{ holder: id(1, 4) }] });
    put(walk, id(1, 4), 'enterprise', 'listed', { name: '子公司', holders: [{ holder: parent }] });
    const near = affiliatesOf(applicant, registers().enterprises);
    expect([near.has(parent), near.has(id(1, 4)), near.has(far), near.has(stranger)]).toEqual([true, true, false, false]);
  });

  test('names each ground by its number', () => {
    expect(grounds({ employers: [{ employer: parent, to: '2019-01-01' }] })).toEqual(['R1']);
    expect(grounds({ employers: [{ employer: parent, to: '2017-12-31' }] })).toEqual([]);
    expect(grounds({ employerName: '申请公司' })).toEqual(['R1']);
    expect(grounds({ relations: [{ kind: 'seat', party: parent }, { kind: 'kin', partyName: '申请公司' }, { kind: 'rival', party: applicant }] })).toEqual(['R2', 'R3', 'R8']);
    expect(grounds({ relations: [{ kind: 'consulting', party: applicant, to: '2018-06-01' }, { kind: 'teaching', party: applicant, to: '2017-06-01' }] })).toEqual(['R5']);
    expect(grounds({ relations: [{ kind: 'share', party: stranger }] })).toEqual([]);
    expect(grounds({}, { diligence: [{ doers: { draft: 'expert-x' } }] })).toEqual(['R7']);
    expect(grounds({}, { objections: [{ expert: 'x' }] })).toEqual(['R10']);
  });
});
