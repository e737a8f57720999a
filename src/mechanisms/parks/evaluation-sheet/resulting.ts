import { addWorkdays } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { classNames, type ClassName } from '../evaluation-words.ts';
import { owning } from './confirming.ts';
import { evaluationSheetRecord, type EvaluationSheetRecord } from './record.ts';
import { answeredByOther, badAnswer, basisOf, corrected, lateObjection, movesIn, notDelivered, readingOf, sourceOf, togetherIn, type Sheet, type Situation, type Together } from './rules.ts';

type Effect = EffectOf<EvaluationSheetRecord>;

const action = actionsOf(evaluationSheetRecord);
const result = { steps: 'computed', bonus: 'computed', deduction: 'computed', points: 'computed', class: 'computed', valued: 'computed' } as const;
const byCuts = {
  extra: {
    moved: fact.text({ zh: '约束和否决（一行）', en: 'Guards and vetoes, in a line' }, { min: 0, max: 400 }),
    reaches: fact.text({ zh: '按分数线达到的类别', en: 'Class reached by the cuts' }, { min: 0, max: 8, help: { zh: '不定级的为空。', en: 'Empty for those not graded.' } }),
    together: fact.longText({ zh: '合并评价（数据）', en: 'The joint evaluation, as data' }, { min: 0, max: 20_000, forPrograms: true }),
  },
  extraAsks: { reaches: 'computed', moved: 'computed', together: 'computed' },
} as const;

/** What follows from a corrected value once the result is worked out again: this row changes and no other. */
function corrects(situation: Situation, correctedValue: number, after: Pick<Sheet, 'class' | 'points'> & { readonly reaches: string; readonly moved: string }, why: string): Effect[] {
  const { matter: { facts }, today, now } = situation;
  const quantity = facts.disputed ?? 'tax';
  const before = facts.readings?.find((row) => row.quantity === quantity)?.value;
  const change = { on: today, why: 'data' as const, quantity, after: correctedValue, ...(before === undefined ? {} : { before }), ...(facts.class === undefined ? {} : { from: facts.class }), ...(after.class === undefined ? {} : { to: after.class }), pointsBefore: facts.points ?? 0, pointsAfter: after.points ?? 0 };
  const readings = corrected(facts.readings, quantity, correctedValue, sourceOf(quantity, why), now);
  return [
    { do: 'set', values: { readings, ...basisOf(readings), changes: [...(facts.changes ?? []), change], ranked: after.reaches === '' ? null : (after.reaches as ClassName), rank: null, among: null, moves: after.moved === '' ? null : movesIn(after.moved) } },
    { do: 'read', readings: [readingOf(situation, quantity, correctedValue, why)] },
  ];
}

/** Where it is in a joint evaluation both ways are worked out again: the group changes, and with it the sheets of all its members. */
function shares(together: Together | undefined, publicTo?: string): Effect[] {
  if (!together) return [];
  const { joint, beside, revised, shared, mates } = together;
  return [
    { do: 'set', values: { besideMoves: null, besideRanked: null, ...beside } },
    { do: 'follow', mechanism: 'jointEvaluation', id: joint, action: 'revise', input: revised },
    ...mates.map((id): Effect => ({ do: 'follow', mechanism: 'evaluationSheet', id, action: 'share', input: { ...shared, ...(publicTo === undefined ? {} : { publicTo }) } })),
  ];
}

/** How many move with it: all of a group that counts. */
function movedWith(way: Sheet['way'], together: Together | undefined): { readonly moved?: number } {
  return way === 'joint' && together ? { moved: together.mates.length + 1 } : {};
}

/** What a reader of a joint evaluation is shown of the way that does not count. */
const besides = { besideSteps: 'may', besideMoves: 'may', besideBonus: 'may', besideDeduction: 'may', besidePoints: 'may', besideRanked: 'may', besideClass: 'may' } as const;
const besideFacts = ['besideSteps', 'besideMoves', 'besideBonus', 'besideDeduction', 'besidePoints', 'besideRanked', 'besideClass'] as const;

/** The result: public, contested, final, corrected (parks.md §2.2). */
export const resulting = {
  announce: action({
    name: { zh: '公示结果', en: 'Make the result public' },
    from: ['confirmed', 'public'],
    to: 'public',
    by: ['system'],
    hidden: true,
    asks: { steps: 'must', moves: 'may', bonus: 'must', deduction: 'must', points: 'must', list: 'may', rank: 'may', among: 'may', ranked: 'may', class: 'must', isUngraded: 'must', publicTo: 'must', tax: 'may', land: 'may', readings: 'may', taxChange: 'may', valued: 'may', park: 'may', joint: 'may', way: 'may', ...besides },
    effects: ({ matter: { facts } }, { class: band }) =>
      facts.agent === undefined ? [] : [{ do: 'tell', to: { person: facts.agent }, text: { zh: `${facts.year ?? ''}年亩均评价结果公示：${classNames[band].zh}，全部算式见评价单。`, en: `The evaluation of ${facts.year ?? ''} is public: ${classNames[band].en}. All of the working is on the sheet.` } }],
  }),
  contest: action({
    name: { zh: '对结果提出异议', en: 'Object to the result' },
    help: { zh: '公示期内提出，写明哪一项数据、主张多少、凭什么，并附证明。', en: 'While it is public: which of the data, how much it should be, on what grounds, with a proof.' },
    from: ['public'],
    to: 'contested',
    by: [{ role: 'ENTERPRISE', tie: 'involved' }],
    evidence: 1,
    asks: { disputed: 'must', claimed: 'must', grounds: 'must' },
    starts: ['answer'],
    sets: ['upheld', 'correctedValue', 'answer', 'answeredOn'],
    follows: ['evaluationCycle.noteObjection'],
    when: lateObjection,
    check: (situation, { disputed }) => notDelivered(situation, disputed),
    effects: ({ matter }) => [
      { do: 'set', values: { upheld: null, correctedValue: null, answer: null, answeredOn: null } },
      { do: 'follow', mechanism: 'evaluationCycle', id: matter.facts.cycle ?? '', action: 'noteObjection', input: {} },
    ],
  }),
  settle: action({
    name: { zh: '核查答复', en: 'Answer' },
    help: { zh: '由数据责任单位答复；成立的附盖章依据，只重算这一家（在合并评价里的连同全组），其他企业不变。', en: 'By the owner of the data; if upheld with a stamped proof: this enterprise alone is worked out again, with its group if it is in one.' },
    from: ['contested'],
    to: 'public',
    by: owning,
    tone: 'primary',
    evidence: 0,
    asks: { upheld: 'must', correctedValue: 'may', answer: 'must', ...result },
    ...byCuts,
    stops: ['answer'],
    sets: ['answeredOn', 'readings', 'tax', 'land', 'changes', 'publicTo', 'ranked', 'rank', 'among', 'moves', ...besideFacts],
    follows: ['evaluationCycle.noteAnswered', 'evaluationSheet.share', 'jointEvaluation.revise'],
    when: (situation) => answeredByOther(situation, situation.matter.facts.disputed ?? 'tax'),
    check: (_situation, input) => badAnswer(input),
    effects: (situation, { upheld, correctedValue, ...after }) => {
      const { matter: { facts }, today, calendar, setting } = situation;
      // Whatever was changed is public again, and the evaluation waits for it.
      // It never ends sooner for that.
      const together = togetherIn(after.together);
      const publicTo = upheld ? [addWorkdays(calendar, today, setting('again')), facts.publicTo ?? ''].toSorted().at(-1) : undefined;
      return [
        { do: 'set', values: { answeredOn: today, ...(publicTo === undefined ? {} : { publicTo }) } },
        ...(upheld && correctedValue !== undefined ? corrects(situation, correctedValue, after, '公示异议更正') : []),
        ...shares(together, publicTo),
        { do: 'follow', mechanism: 'evaluationCycle', id: facts.cycle ?? '', action: 'noteAnswered', input: { ...(publicTo === undefined ? {} : { publicTo }), ...(facts.isUngraded ? {} : { was: facts.class, is: after.class, ...movedWith(facts.way, together) }) } },
        ...(facts.agent === undefined ? [] : [{ do: 'tell', to: { person: facts.agent }, text: upheld ? { zh: `您的异议成立，结果更正为${classNames[after.class ?? 'D'].zh}。`, en: `Your objection is upheld; the result is now ${classNames[after.class ?? 'D'].en}.` } : { zh: '您的异议不成立，答复见评价单。', en: 'Your objection is not upheld; the answer is on the sheet.' } } satisfies Effect]),
      ];
    },
  }),
  share: action({
    name: { zh: '随合并评价更正', en: 'Corrected with the joint evaluation' },
    from: ['public', 'contested', 'final'],
    by: ['system'],
    hidden: true,
    asks: { steps: 'may', moves: 'may', bonus: 'may', deduction: 'may', points: 'may', ranked: 'may', class: 'may', publicTo: 'may', ...besides },
    sets: ['rank', 'among'],
    effects: ({ matter: { facts } }, { class: band, ranked, moves, besideRanked, besideMoves }) => [
      { do: 'set', values: band === undefined ? { besideRanked: besideRanked ?? null, besideMoves: besideMoves ?? null } : { rank: null, among: null, ranked: ranked ?? null, moves: moves ?? null } },
      ...(facts.agent === undefined || band === undefined ? [] : [{ do: 'tell', to: { person: facts.agent }, text: { zh: `同组企业的数据有更正，${facts.year ?? ''}年合并评价结果为${classNames[band].zh}。`, en: `The data of another member are corrected; the joint evaluation of ${facts.year ?? ''} is ${classNames[band].en}.` } } satisfies Effect]),
    ],
  }),
  renew: action({
    name: { zh: '随基准值重算', en: 'Worked out by new benchmarks' },
    from: ['public', 'contested', 'final'],
    by: ['system'],
    hidden: true,
    asks: { steps: 'must', moves: 'may', bonus: 'must', deduction: 'must', points: 'must', list: 'may', rank: 'may', among: 'may', ranked: 'may', class: 'must', isUngraded: 'must', publicTo: 'may', joint: 'may', way: 'may', ...besides },
    extra: { renewedBy: fact.documentNumber({ zh: '重算通知文号', en: 'Notice of the renewal' }) },
    extraAsks: { renewedBy: 'must' },
    sets: ['changes', 'noticeNo'],
    effects: ({ matter: { facts, stage }, today }, { renewedBy, class: to, points, ...now }) => [
      { do: 'set', values: {
        moves: now.moves ?? null, list: now.list ?? null, rank: now.rank ?? null, among: now.among ?? null, ranked: now.ranked ?? null, besideMoves: now.besideMoves ?? null, besideRanked: now.besideRanked ?? null,
        ...(stage === 'final' ? { noticeNo: renewedBy } : {}),
        changes: [...(facts.changes ?? []), { on: today, why: 'benchmarks', ...(facts.class === undefined ? {} : { from: facts.class }), to, pointsBefore: facts.points ?? 0, pointsAfter: points }],
      } },
      ...(facts.agent === undefined || facts.class === to ? [] : [{ do: 'tell', to: { person: facts.agent }, text: { zh: `${facts.year ?? ''}年亩均评价按通知${renewedBy}重算基准值，您的结果为${classNames[to].zh}，全部算式见评价单。`, en: `The benchmarks of the evaluation of ${facts.year ?? ''} were made anew by notice ${renewedBy}: your result is ${classNames[to].en}, with all of its working on the sheet.` } } satisfies Effect]),
    ],
  }),
  conclude: action({
    name: { zh: '公布结果', en: 'Publish the result' },
    from: ['public'],
    to: 'final',
    by: ['system'],
    hidden: true,
    // What was published of the same enterprise the year before: like is compared with like (parks.md §10.1).
    asks: { taxBefore: 'may', landBefore: 'may' },
    sets: ['publishedOn'],
    effects: ({ today }) => [{ do: 'set', values: { publishedOn: today } }],
  }),
  correct: action({
    name: { zh: '更正已公布的结果', en: 'Correct a published result' },
    help: { zh: '公布后只能以编号通知更正；只改这一家（在合并评价里的连同全组）。下一年的基准值用到这些数据，合计变动不超过界线的不重算。', en: 'After publication only by a numbered notice: this enterprise alone, with its group if it is in one. The benchmarks of the next year are made of these data; they stay unless a sum moves by more than the limit.' },
    from: ['final'],
    by: [{ role: 'INDUSTRY' }],
    tone: 'danger',
    evidence: 1,
    reason: 10,
    asks: { noticeNo: 'must', disputed: 'must', correctedValue: 'must', ...result },
    ...byCuts,
    sets: ['readings', 'tax', 'land', 'changes', 'ranked', 'rank', 'among', 'moves', ...besideFacts],
    follows: ['evaluationCycle.noteCorrection', 'evaluationSheet.share', 'jointEvaluation.revise'],
    check: (situation, { disputed }) => notDelivered(situation, disputed),
    effects: (situation, { noticeNo, disputed, correctedValue, ...after }) => {
      const { matter } = situation;
      const { name = '', cycle = '', class: was, way } = matter.facts;
      const together = togetherIn(after.together);
      return [
        ...corrects({ ...situation, matter: { ...matter, facts: { ...matter.facts, disputed } } }, correctedValue, after, '公布后更正'),
        ...shares(together),
        { do: 'follow', mechanism: 'evaluationCycle', id: cycle, action: 'noteCorrection', input: { noticeNo, enterprise: name, was, is: after.class, ...movedWith(way, together) } },
      ];
    },
  }),
};
