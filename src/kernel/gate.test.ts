import { describe, expect, test } from 'vitest';
import { isGranted, mayReadOf, maySee, type Actor, type Viewed } from './actor.ts';
import { chinaCalendar, startOf } from './calendar.ts';
import { decide, offersOf, prepare, type World } from './decide.ts';
import { fact } from './fact.ts';
import { computedOf, fieldsOf } from './input.ts';
import { apply, tiesOf, type Matter } from './matter.ts';
import { actionsOf, mechanism, record } from './mechanism.ts';

// Gates, values the platform works out, veils and duties that name a person, on a small review of projects.

const reviews = record({
  key: 'trial', wing: 'projects', name: { zh: '试评审', en: 'Trial reviews' }, counter: { zh: '场', en: 'reviews' },
  facts: {
    title: fact.text({ zh: '名称', en: 'Title' }),
    isForeign: fact.flag({ zh: '外资', en: 'Foreign capital' }),
    plan: fact.longText({ zh: '方案', en: 'Plan' }),
    licence: fact.longText({ zh: '外资备案', en: 'Filing of foreign capital' }),
    panel: fact.rows({ zh: '专家组', en: 'Panel' }, { expert: fact.text({ zh: '专家', en: 'Expert' }) }, { veiled: { until: { stage: ['met'] }, but: { duty: 'attend' } } }),
  },
  stages: { filed: { name: { zh: '已受理', en: 'Filed' }, place: 'main' }, drawn: { name: { zh: '已抽取', en: 'Drawn' }, place: 'main' }, met: { name: { zh: '已开会', en: 'Met' }, place: 'end' } },
  settings: { days: { name: { zh: '期限', en: 'Days' }, value: 2, min: 1, max: 9, unit: 'workday' } },
  clocks: {}, duties: { attend: { name: { zh: '到会', en: 'Attend' }, setting: 'days' } }, links: {}, refusals: {}, sees: { OFFICE: 'all', EXPERT: 'involved' }, groups: [], title: 'title', list: ['title'],
});
const action = actionsOf(reviews);
const by = [{ role: 'OFFICE' }] as const;
const review = mechanism(reviews, {
  actions: {
    file: action({ name: { zh: '受理', en: 'File' }, from: 'new', to: 'filed', by, asks: { title: 'must', isForeign: 'may' } }),
    describe: action({ name: { zh: '补充材料', en: 'Describe' }, from: ['filed'], by, asks: { plan: 'may', licence: 'may' } }),
    draw: action({
      name: { zh: '抽取专家', en: 'Draw' }, from: ['filed'], to: 'drawn', by, asks: { panel: 'computed' },
      needs: [
        { name: { zh: '方案', en: 'the plan' }, holds: { fact: 'plan', present: true }, from: 'describe' },
        { name: { zh: '外资备案', en: 'the filing of foreign capital' }, holds: ({ matter }) => matter.facts.licence !== undefined, only: { fact: 'isForeign', in: [true] }, from: 'describe' },
      ],
      effects: (_situation, input) => input.panel.map((row) => ({ do: 'owe', duty: 'attend', unit: 'pool', person: row.expert ?? '' }) as const),
    }),
    weigh: action({
      name: { zh: '测算', en: 'Weigh' }, from: ['filed'], by, asks: { plan: 'computedIfAny' },
      effects: (_situation, { plan }) => [{ do: 'set', values: { licence: plan ?? '没有方案' } }],
    }),
    checkIn: action({ name: { zh: '签到', en: 'Check in' }, from: ['drawn'], to: 'met', by: [{ role: 'EXPERT', tie: { duty: 'attend' } }] }),
  },
});

type Post = Extract<Actor, { kind: 'post' }>;
const now = startOf('2021-03-08');
const office: Post = { kind: 'post', personId: 'p1', postId: 'a', postName: '经办', unitId: 'office', unitIds: ['office'], roles: ['OFFICE'], fields: [] };
const expert = (personId: string): Post => ({ kind: 'post', personId, postId: personId, postName: '专家', unitId: 'pool', unitIds: ['pool'], roles: ['EXPERT'], fields: [] });
const worldFor = (actor: Actor): World => ({ actor, now, today: '2021-03-08', calendar: chinaCalendar, findUnit: () => undefined, findMatter: () => undefined, findSetting: () => undefined });
const ask = (matter: Matter | undefined, name: string, input: unknown = {}, actor = office, computed?: Record<string, unknown>) =>
  apply(matter, decide({ mechanism: review, action: name, input, matter, id: 'm1', district: '370215', isSample: false, ...(computed ? { computed } : {}) }, worldFor(actor)).event);
const viewed = (matter: Matter): Viewed => ({ stage: matter.stage, facts: matter.facts, ties: tiesOf(matter, undefined, undefined), today: '2021-03-08' });

const domestic = ask(undefined, 'file', { title: '海洋装备项目' });
const foreign = ask(undefined, 'file', { title: '外资项目', isForeign: true });
const ready = ask(domestic, 'describe', { plan: '两年建成投产' });
const drawn = ask(ready, 'draw', {}, office, { panel: [{ expert: 'e1' }, { expert: 'e2' }] });

describe('a gate', () => {
  test('names every piece that is missing, and opens when the last one is there', () => {
    expect(() => ask(domestic, 'draw')).toThrow(expect.objectContaining({ code: 'gateClosed', words: expect.objectContaining({ zh: '“抽取专家”前还缺：方案。补齐后即可办理。' }) }));
    expect(() => ask(foreign, 'draw')).toThrow(expect.objectContaining({ words: expect.objectContaining({ zh: '“抽取专家”前还缺：方案、外资备案。补齐后即可办理。' }) }));
    expect(drawn.stage).toBe('drawn');
  });

  test('tells the page which pieces are there and by which action the others come', () => {
    const offer = offersOf(review, ask(foreign, 'describe', { plan: '两年建成投产' }), worldFor(office)).find((each) => each.action === 'draw');
    expect(offer).toMatchObject({ open: false, code: 'gateClosed', needs: [{ name: { zh: '方案' }, met: true, from: 'describe' }, { name: { zh: '外资备案' }, met: false, from: 'describe' }] });
  });

  test('asks for no paper of foreign capital where there is none', () => {
    expect(offersOf(review, domestic, worldFor(office)).find((each) => each.action === 'draw')?.needs).toHaveLength(1);
  });
});

describe('a computed value', () => {
  test('is asked of nobody and taken from nobody', () => {
    expect(fieldsOf(review, review.actions['draw'] as never)).toEqual([]);
    expect(computedOf(review, review.actions['draw'] as never).map(({ name }) => name)).toEqual(['panel']);
    expect(() => ask(ready, 'draw', { panel: [{ expert: 'friend' }] }, office, { panel: [] })).toThrow(expect.objectContaining({ code: 'badInput' }));
  });

  test('that was not worked out, or does not fit its fact, is a defect and no refusal', () => {
    expect(() => ask(ready, 'draw')).toThrow('the computed panel does not fit its fact');
    expect(() => ask(ready, 'draw', {}, office, { panel: 'e1' })).toThrow('the computed panel does not fit its fact');
  });

  test('may be absent where there is nothing to work it out from: it stays as it was, or is cleared once it is worked out as none', () => {
    const of = (computed: Record<string, unknown>) => {
      const { plan, licence } = ask(ready, 'weigh', {}, office, computed).facts;
      return [plan, licence];
    };
    expect(fieldsOf(review, review.actions['weigh'] as never)).toEqual([]);
    expect(of({ plan: '三年达产' })).toEqual(['三年达产', '三年达产']);
    expect(of({})).toEqual(['两年建成投产', '没有方案']);
    expect(of({ plan: null })).toEqual([undefined, '没有方案']);
    expect(() => of({ plan: 7 })).toThrow('the computed plan does not fit its fact');
    expect(() => ask(ready, 'weigh', { plan: '三年达产' }, office, {})).toThrow(expect.objectContaining({ code: 'badInput' }));
  });

  test('is worked out only for somebody to whom the action is open', () => {
    const request = { mechanism: review, action: 'draw', input: {}, matter: domestic, id: 'm1', district: '370215', isSample: false };
    expect(() => prepare(request, worldFor(office))).toThrow(expect.objectContaining({ code: 'gateClosed' }));
    expect(() => prepare({ ...request, matter: ready }, worldFor(expert('e1')))).toThrow(expect.objectContaining({ code: 'notYours' }));
  });
});

describe('a veiled fact', () => {
  const panel = reviews.facts.panel;
  test('is read by nobody before its time, not even by who had it drawn, save by those it excepts', () => {
    expect(mayReadOf(panel, office, viewed(drawn))).toBe(false);
    expect(mayReadOf(panel, { kind: 'public' }, viewed(drawn))).toBe(false);
    expect(mayReadOf(panel, expert('e1'), viewed(drawn))).toBe(true);
    expect(mayReadOf(panel, expert('e3'), viewed(drawn))).toBe(false);
    expect(mayReadOf(panel, { kind: 'system', job: 'night' }, viewed(drawn))).toBe(true);
  });

  test('is open to all who see the matter once its time has come', () => {
    expect(mayReadOf(panel, office, viewed(ask(drawn, 'checkIn', {}, expert('e1'))))).toBe(true);
  });
});

describe('a duty that names a person', () => {
  test('is his alone, though his colleagues stand in the same unit', () => {
    const ties = tiesOf(drawn, undefined, undefined);
    const grant = [{ role: 'EXPERT', tie: { duty: 'attend' } }] as const;
    expect([isGranted(grant, expert('e1'), ties), isGranted(grant, expert('e3'), ties)]).toEqual([true, false]);
    expect([maySee(reviews.sees, expert('e2'), ties, drawn.facts), maySee(reviews.sees, expert('e3'), ties, drawn.facts)]).toEqual([true, false]);
    expect(() => ask(drawn, 'checkIn', {}, expert('e3'))).toThrow(expect.objectContaining({ code: 'notYours' }));
  });
});
