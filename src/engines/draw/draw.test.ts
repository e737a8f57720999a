import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest, rankOf } from './bytes.ts';
import { explainDisagreement, explainDraw, explainNoDraw } from './explain.ts';
import { commit, freeze } from './frozen.ts';
import type { Candidate, Draw, DrawProblem, NoDraw, Rules, Seat, Secrets } from './problem.ts';
import { draw, substitute } from './solve.ts';
import { findDisagreement } from './verify.ts';

/** Made by a program in another language that tries panel after panel. */
const vectors = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8')) as readonly (Draw & { name: string; problem: DrawProblem; secrets: Secrets; rankings: { specialty: string; ranks: [string, string][] }[] })[];
const secrets: Secrets = ['secretariat-7Q2m8Kx4', 'supervisor-p0Zt61Wc'];
const rules: Rules = { poolTimes: 3, perMonth: 2, perYear: 12, outsidePercent: 50, lastPanelPercent: 50 };

function expert(expertNo: string, more: Partial<Candidate> = {}): Candidate {
  return { expertNo, specialties: ['财务金融'], employer: '', isOutside: true, monthlyCount: 0, yearlyCount: 0, isFromLastPanel: false, ...more };
}

function panelOfThree(more: Partial<DrawProblem> = {}): DrawProblem {
  return { projectNo: 'JM2021-0001', drawNo: 1, quotas: [{ specialty: '财务金融', seats: 3 }], candidates: Array.from({ length: 9 }, (_each, index) => expert(`ZJ${index + 1}`)), recusals: [], ...more };
}

function drawn(answer: Draw | NoDraw): Draw {
  if ('no' in answer) throw new Error(explainNoDraw(answer).en);
  return answer;
}

describe('another program', () => {
  test.each(vectors.map((vector) => [vector.name, vector] as const))('finds the same hashes, ranks, panel and substitutes: %s', (_name, vector) => {
    const { frozen, poolHash, commitments, seed, panel, substitutes } = drawn(draw(vector.problem, vector.secrets));
    expect({ frozen, poolHash, commitments, seed, panel, substitutes }).toEqual({ frozen: vector.frozen, poolHash: vector.poolHash, commitments: vector.commitments, seed: vector.seed, panel: vector.panel, substitutes: vector.substitutes });
    for (const { specialty, ranks } of vector.rankings) for (const [expertNo, rank] of ranks) expect(rankOf(seed, specialty, expertNo)).toBe(rank);
    expect(findDisagreement({ ...vector, projectNo: vector.problem.projectNo }, vector.secrets)).toBeUndefined();
  });

  test('and Node’s own cryptography have the same digests', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }).filter((text) => text.isWellFormed()), fc.string({ unit: 'grapheme', maxLength: 90 }).filter((text) => text.isWellFormed()), (one, other) => {
      const seed = createHash('sha256').update(one).digest('hex');
      expect(digest(one)).toBe(seed);
      expect(rankOf(seed, one, other)).toBe(createHmac('sha256', Buffer.from(seed, 'hex')).update(`${one}\n${other}`).digest('hex'));
    }));
  });
});

/** Small districts in which rules often stand in each other's way. */
const small = fc.record({
  seats: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 }),
  outsidePercent: fc.constantFrom(0, 50, 67, 100),
  lastPanelPercent: fc.constantFrom(0, 34, 50, 100),
  candidates: fc.array(fc.record({ specialties: fc.subarray(['甲', '乙', '丙'], { minLength: 1 }), employer: fc.constantFrom('', 'D1', 'D2', 'D3', 'D4'), isOutside: fc.boolean(), isFromLastPanel: fc.boolean(), monthlyCount: fc.constantFrom(0, 0, 0, 2), yearlyCount: fc.constantFrom(0, 0, 0, 12) }), { minLength: 2, maxLength: 9 }),
  projectNo: fc.constantFrom('JM2021-0001', 'JM2021-0002', 'JM2021-0003'),
}).map(({ seats, outsidePercent, lastPanelPercent, candidates, projectNo }): DrawProblem => ({
  projectNo, drawNo: 1, recusals: [], rules: { ...rules, poolTimes: 1, outsidePercent, lastPanelPercent },
  quotas: seats.map((each, index) => ({ specialty: ['甲', '乙', '丙'][index] ?? '', seats: each, neighbours: index === 1 ? ['甲'] : [] })),
  candidates: candidates.map((each, index) => ({ ...each, expertNo: `ZJ${index}` })),
}));

describe('whatever the district', () => {
  test('the panel is the first one that keeps the rules, or there is none', () => {
    const met = { found: 0, none: 0, rest: 0 };
    fc.assert(fc.property(small, (problem) => {
      const answer = draw(problem, secrets);
      if ('no' in answer && answer.no === 'pool') return;
      const first = firstOfAll(problem);
      if ('no' in answer) {
        met.none += 1;
        expect(answer.no).toBe('panel');
        expect(first).toBeUndefined();
        if (answer.no !== 'panel') return;
        const size = problem.quotas.reduce((sum, { seats }) => sum + seats, 0);
        const without = (more: Partial<DrawProblem>, changed: Partial<Rules> = {}) => firstOfAll({ ...problem, ...more, rules: { ...rules, ...problem.rules, ...changed } }) !== undefined;
        expect(answer.alone.includes('outside')).toBe(without({}, { outsidePercent: 0 }));
        expect(answer.alone.includes('lastPanel')).toBe(without({}, { lastPanelPercent: 100 * size }));
        expect(answer.alone.includes('employer')).toBe(without({ candidates: problem.candidates.map((each) => ({ ...each, employer: '' })) }));
      } else {
        met.found += 1;
        if (answer.passedOver.some((each) => each.for === 'rest')) met.rest += 1;
        expect(answer.panel).toEqual(first);
        expect(findDisagreement(answer, secrets)).toBeUndefined();
      }
    }), { numRuns: 1500, seed: 4 });
    // The cases are worth something only if every kind of them was met.
    expect(Math.min(met.found, met.none, met.rest)).toBeGreaterThan(15);
  });

  test('a vacant seat goes to the first substitute with whom the rules hold', () => {
    let met = 0;
    fc.assert(fc.property(small, fc.nat(), (problem, which) => {
      const answer = draw(problem, secrets);
      if ('no' in answer) return;
      const left = answer.panel[which % answer.panel.length] as Seat;
      const after = substitute(problem, answer, answer.panel, [left.expertNo]);
      const kept = answer.panel.filter((each) => each !== left);
      const called = (answer.substitutes.find(({ specialty }) => specialty === left.specialty)?.expertNos ?? []).find((expertNo) => isAdmissible(problem, [...kept, { specialty: left.specialty, expertNo }]));
      if (called === undefined) expect(after).toEqual({ no: 'substitute', specialty: left.specialty });
      else {
        met += 1;
        expect(after).toHaveLength(answer.panel.length);
        expect(new Set(after as readonly Seat[])).toEqual(new Set([...kept, { specialty: left.specialty, expertNo: called }]));
      }
    }), { numRuns: 800, seed: 4 });
    expect(met).toBeGreaterThan(50);
  });

  test('the order in which candidates and recusals are listed changes nothing', () => {
    fc.assert(fc.property(small.chain((problem) => fc.tuple(fc.constant(problem), fc.shuffledSubarray([...problem.candidates], { minLength: problem.candidates.length }))), ([problem, candidates]) => {
      const recusals = [{ expertNo: 'ZJ0', grounds: ['R4', 'R1'] }, { expertNo: 'ZJ1', grounds: ['R9'] }];
      expect(draw({ ...problem, candidates, recusals: recusals.toReversed() }, secrets)).toEqual(draw({ ...problem, recusals }, secrets));
    }));
  });

  test('any change of a secret, the project, the list or the draw number gives another seed', () => {
    const problem = panelOfThree();
    const others: readonly (readonly [DrawProblem, Secrets])[] = [
      [problem, [`${secrets[0]}.`, secrets[1]]], [problem, [secrets[0], `${secrets[1]}.`]], [problem, [secrets[1], secrets[0]]],
      [{ ...problem, projectNo: 'JM2021-0002' }, secrets], [{ ...problem, drawNo: 2, redrawReason: '专家退出' }, secrets],
      [{ ...problem, recusals: [{ expertNo: 'ZJ1', grounds: ['R1'] }], rules: { ...rules, poolTimes: 1 } }, secrets], [{ ...problem, candidates: problem.candidates.map((each) => ({ ...each, yearlyCount: 1 })) }, secrets],
    ];
    expect(new Set([[problem, secrets] as const, ...others].map(([each, both]) => drawn(draw(each, both)).seed)).size).toBe(others.length + 1);
  });

  test('every expert has the same chance', () => {
    const draws = 3_000;
    const counts = new Map<string, number>();
    for (let round = 0; round < draws; round += 1) for (const { expertNo } of drawn(draw(panelOfThree({ projectNo: `JM-${round}` }), secrets)).panel) counts.set(expertNo, (counts.get(expertNo) ?? 0) + 1);
    const expected = (draws * 3) / 9;
    const square = Array.from({ length: 9 }, (_each, index) => ((counts.get(`ZJ${index + 1}`) ?? 0) - expected) ** 2 / expected).reduce((sum, each) => sum + each, 0);
    // Eight degrees of freedom: above 26 comes once in a thousand; these seeds are always the same.
    expect(square).toBeLessThan(26);
  });
});

describe('a draw is refused', () => {
  const refusals: readonly (readonly [string, DrawProblem, Secrets, string, string])[] = [
    ['with fewer than three candidates a seat, naming who lacks how many', panelOfThree({ recusals: [{ expertNo: 'ZJ1', grounds: ['R4'] }, { expertNo: 'ZJ2', grounds: ['R1'] }] }), secrets, '财务金融需9人、现有7人，缺2人', '9 and has 7, 2 short'],
    ['when nobody is from outside the district', panelOfThree({ candidates: panelOfThree().candidates.map((each) => ({ ...each, isOutside: false })) }), secrets, '区外专家所占比例', 'from outside the district'],
    ['when all have one employer', panelOfThree({ candidates: panelOfThree().candidates.map((each) => ({ ...each, employer: 'D1' })) }), secrets, '同一工作单位至多一人', 'no two from one employer'],
    ['when all sat on the last panel', panelOfThree({ candidates: panelOfThree().candidates.map((each) => ({ ...each, isFromLastPanel: true })) }), secrets, '上次评审', 'last panel'],
    ['when no single rule is to blame', panelOfThree({ candidates: panelOfThree().candidates.map((each) => ({ ...each, isFromLastPanel: true, isOutside: false })) }), secrets, '去掉其中任何一条', 'leaving out any single rule'],
    ['a second time without a reason', panelOfThree({ drawNo: 2 }), secrets, '请写明理由', 'state the reason'],
    ['with a number that is none', panelOfThree({ drawNo: 0 }), secrets, '从1起编号', 'numbered from 1'],
    ['with a short secret', panelOfThree(), ['short', secrets[1]], '密钥过短', 'too short'],
    ['with one secret twice', panelOfThree(), [secrets[0], secrets[0]], '两方密钥相同', 'the same'],
    ['with an expert twice', panelOfThree({ candidates: [...panelOfThree().candidates, expert('ZJ1')] }), secrets, '“ZJ1”出现了两次', '“ZJ1” occurs twice'],
    ['with a tab in a number', panelOfThree({ candidates: [...panelOfThree().candidates, expert('ZJ\t10')] }), secrets, '控制字符', 'control character'],
    ['with half a character', panelOfThree({ projectNo: 'JM\ud800' }), secrets, '控制字符', 'half a character'],
    ['without a project number', panelOfThree({ projectNo: '' }), secrets, '不能为空', 'must not be empty'],
    ['for half a seat', panelOfThree({ quotas: [{ specialty: '财务金融', seats: 1.5 }] }), secrets, '整数', 'whole'],
  ];
  test.each(refusals)('%s', (_name, problem, both, zh, en) => {
    const answer = draw(problem, both);
    if (!('no' in answer)) throw new Error('there was a draw');
    expect(explainNoDraw(answer).zh).toContain(zh);
    expect(explainNoDraw(answer).en).toContain(en);
  });

  test('not when the neighbours may lend', () => {
    const lawyers = panelOfThree({ quotas: [{ specialty: '法律', seats: 2, neighbours: ['知识产权', '财务金融'] }], candidates: [expert('L1', { specialties: ['法律'] }), ...panelOfThree().candidates] });
    expect(drawn(draw(lawyers, secrets)).panel).toHaveLength(2);
    expect(draw({ ...lawyers, quotas: [{ specialty: '法律', seats: 2 }] }, secrets)).toEqual({ no: 'pool', shortages: [{ specialty: '法律', has: 1, needs: 6 }] });
  });
});

describe('recomputing a revealed draw', () => {
  const published = drawn(draw(panelOfThree(), secrets));
  const repooled = (frozen: string) => ({ ...published, frozen, poolHash: createHash('sha256').update(frozen).digest('hex') });
  const reseeded = (frozen: string) => {
    const other = repooled(frozen);
    return { ...other, seed: createHash('sha256').update([...secrets, other.poolHash, other.projectNo].join('\n')).digest('hex') };
  };
  const lines = published.frozen.split('\n');
  test.each([
    ['a changed list', { ...published, frozen: published.frozen.replace('outside', 'inside') }, 'poolHash'],
    ['another secret than was committed to', { ...published, commitments: [commit('another-secret-altogether'), published.commitments[1]] as const }, 'commitment'],
    ['another seed', { ...published, seed: digest('') }, 'seed'],
    ['a list changed with its hash', repooled(published.frozen.replace('outside', 'inside')), 'seed'],
    ['a list out of order', reseeded([...lines.slice(0, 4), ...lines.slice(4, -1).toReversed(), ''].join('\n')), 'order'],
    ['a list of another make', reseeded(published.frozen.replace('zhanqiao-draw', 'draw')), 'format'],
    ['a list that is too short', reseeded([...lines.slice(0, 10), ''].join('\n')), 'pool'],
    ['somebody else on the panel', { ...published, panel: published.panel.with(1, { specialty: '财务金融', expertNo: 'ZJ99' }) }, 'panel'],
    ['a panel of two', { ...published, panel: published.panel.slice(0, 2) }, 'panel'],
    ['substitutes in another order', { ...published, substitutes: published.substitutes.map((each) => ({ ...each, expertNos: each.expertNos.toReversed() })) }, 'substitutes'],
  ])('names %s', (_name, told, at) => {
    const found = findDisagreement(told, secrets);
    expect(found?.at).toBe(at);
    const words = found && explainDisagreement(found);
    expect(words?.zh).not.toMatch(/\{|undefined/);
    expect(words?.en).not.toMatch(/\{|undefined/);
  });
});

test('a draw is told with the recused, the capped and the passed over', () => {
  const [vector] = vectors;
  const answer = drawn(draw((vector as (typeof vectors)[number]).problem, (vector as (typeof vectors)[number]).secrets));
  const words = explainDraw(answer).map(({ zh }) => zh).join('');
  expect(words).toContain('回避（R1、R9）');
  expect(words).toContain('次数已满');
  expect(words).toContain('顺延');
});

test('a frozen list ends every line, the last too', () => {
  expect(freeze(panelOfThree()).frozen).toMatch(/^zhanqiao-draw\t1\ndraw\t1\t\nrules\t3\t2\t12\t50\t50\nseats\t财务金融\t3\nexpert\tZJ1\t\toutside\t0\t0\tnew\t财务金融\n[^]*\n$/);
});

/** Every panel there is, in the order of ranks, ranks by Node's own cryptography. */
function firstOfAll(problem: DrawProblem): readonly Seat[] | undefined {
  // Ranks are those of the problem as it was given; only its rules may have been relaxed.
  const { seed } = seedFor(problem);
  const eligible = problem.candidates.filter(({ monthlyCount, yearlyCount }) => monthlyCount < 2 && yearlyCount < 12);
  const orders = problem.quotas.map(({ specialty, seats, neighbours = [] }) => {
    const own = eligible.filter(({ specialties }) => specialties.includes(specialty));
    const pool = own.length < seats ? eligible.filter(({ specialties }) => specialties.includes(specialty) || neighbours.some((each) => specialties.includes(each))) : own;
    const rank = ({ expertNo }: Candidate) => createHmac('sha256', Buffer.from(seed, 'hex')).update(`${specialty}\n${expertNo}`).digest('hex');
    return pool.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
  });
  const search = (at: number, from: number, taken: number, panel: readonly Seat[]): readonly Seat[] | undefined => {
    const quota = problem.quotas[at];
    if (quota === undefined) return isAdmissible(problem, panel) ? panel : undefined;
    if (taken === quota.seats) return search(at + 1, 0, 0, panel);
    for (const [index, { expertNo }] of (orders[at] ?? []).entries()) {
      if (index < from || panel.some((each) => each.expertNo === expertNo)) continue;
      const found = search(at, index + 1, taken + 1, [...panel, { specialty: quota.specialty, expertNo }]);
      if (found) return found;
    }
    return undefined;
  };
  return search(0, 0, 0, []);
}

function seedFor(problem: DrawProblem): { readonly seed: string } {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  return { seed: hash([...secrets, freeze(problem).poolHash, problem.projectNo].join('\n')) };
}

function isAdmissible(problem: DrawProblem, panel: readonly Seat[]): boolean {
  const members = panel.map(({ expertNo }) => problem.candidates.find((each) => each.expertNo === expertNo) as Candidate);
  const employers = members.map(({ employer }) => employer).filter((each) => each !== '');
  const { outsidePercent, lastPanelPercent } = problem.rules ?? rules;
  return new Set(employers).size === employers.length
    && members.filter(({ isOutside }) => isOutside).length * 100 >= outsidePercent * panel.length
    && members.filter(({ isFromLastPanel }) => isFromLastPanel).length * 100 <= lastPanelPercent * panel.length;
}
