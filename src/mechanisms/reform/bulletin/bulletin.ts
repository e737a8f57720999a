import { daysBetween, type Day } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { bulletinFigures } from './figures.ts';
import { bulletinRecord, type BulletinRecord } from './record.ts';
import { badAssignment, badInstruction, badSources, countWords, oddLength, owingUnit, type Situation } from './rules.ts';

type Effect = EffectOf<BulletinRecord>;

const action = actionsOf(bulletinRecord);
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const content = { title: 'must', suggestions: 'may', research: 'may', editorNote: 'may', state: 'must', elsewhere: 'may', measures: 'must', reportTo: 'may', sendTo: 'may', copyTo: 'may' } as const;

const writer = ({ actor }: Situation): string | undefined => (actor.kind === 'post' ? actor.personId : undefined);
const inStage = ({ matter, findMatter }: Situation, stages: readonly string[]) => (matter.facts.suggestions ?? []).filter((id) => stages.includes(findMatter(id)?.stage ?? ''));

function choose(id: string, bulletin: string): Effect[] {
  return [{ do: 'link', type: 'carries', id }, { do: 'follow', mechanism: 'suggestion', id, action: 'report', input: { bulletin } }];
}

function release(situation: Situation, ids: readonly string[]): Effect[] {
  const reported = inStage(situation, ['reporting']);
  return ids.flatMap((id): Effect[] => [
    { do: 'unlink', type: 'carries', id },
    ...(reported.includes(id) ? [{ do: 'follow', mechanism: 'suggestion', id, action: 'unreport', input: {} } satisfies Effect] : []),
  ]);
}

/** What a unit owes runs to the day the leader set, else fifteen days. */
function owe({ matter, today, setting }: Situation, units: readonly string[], dueOn: Day | undefined): Effect[] {
  const n = dueOn === undefined ? setting('feedback') : daysBetween(today, dueOn);
  const owing = matter.duties.filter((duty) => duty.state === 'open').map((duty) => duty.unit);
  return [...new Set(units)].filter((unit) => !owing.includes(unit)).map((unit) => ({ do: 'owe', duty: 'feedback', unit, budget: { n, unit: 'calendarDay' } }));
}

/** From a draft to the feedback on what a leader wrote on it. */
export const bulletin = mechanism(bulletinRecord, {
  figures: bulletinFigures,
  actions: {
    draft: action({
      name: { zh: '起草专报', en: 'Draft a bulletin' },
      help: { zh: '选出最好的几条已采纳建议，写清情况、外地做法和对策。', en: 'Choose the best adopted suggestions; say how things stand, what others do, and what to do.' },
      from: 'new',
      to: 'drafted',
      by: [office],
      tone: 'primary',
      asks: content,
      sets: ['wordCount', 'drafter'],
      follows: ['suggestion.report'],
      check: (situation, input) => badSources(situation, input.suggestions ?? [], input.research),
      effects: (situation, input) => [
        set({ wordCount: countWords(input), drafter: writer(situation) }),
        ...[...new Set(input.suggestions ?? [])].flatMap((id) => choose(id, situation.matter.id)),
      ],
    }),
    revise: action({
      name: { zh: '修改', en: 'Revise' },
      from: ['drafted'],
      by: [office],
      asks: content,
      sets: ['wordCount', 'drafter'],
      follows: ['suggestion.report', 'suggestion.unreport'],
      check: (situation, input) => badSources(situation, input.suggestions ?? situation.matter.facts.suggestions ?? [], input.research ?? situation.matter.facts.research),
      effects: (situation, input) => {
        const held = situation.matter.facts.suggestions ?? [];
        const wanted = input.suggestions ?? held;
        return [
          set({ wordCount: countWords({ ...situation.matter.facts, ...input }), drafter: writer(situation) }),
          ...release(situation, held.filter((id) => !wanted.includes(id))),
          ...wanted.filter((id) => !held.includes(id)).flatMap((id) => choose(id, situation.matter.id)),
        ];
      },
    }),
    check: action({
      name: { zh: '核稿', en: 'Check' },
      help: { zh: '核对事实和数字、法律依据，并作保密审查；主笔不核自己的稿。', en: 'Facts and figures, law, secrecy; nobody checks his own draft.' },
      from: ['drafted'],
      to: 'checked',
      by: [office],
      tone: 'primary',
      apartFrom: ['draft', 'revise'],
      asks: { wordCountReason: 'may' },
      extra: {
        factsChecked: fact.flag({ zh: '事实和数字已核对', en: 'Facts and figures checked' }),
        lawChecked: fact.flag({ zh: '法律依据已核对', en: 'Law checked' }),
        secrecyChecked: fact.flag({ zh: '已作保密审查', en: 'Secrecy reviewed' }),
      },
      extraAsks: { factsChecked: 'must', lawChecked: 'must', secrecyChecked: 'must' },
      sets: ['wordCount', 'checker'],
      check: (situation, input) => (input.factsChecked && input.lawChecked && input.secrecyChecked ? oddLength(situation, input.wordCountReason) : 'checksMissing'),
      effects: (situation) => [set({ wordCount: countWords(situation.matter.facts), checker: writer(situation) })],
    }),
    sendBack: action({
      name: { zh: '退回修改', en: 'Send back' },
      from: ['checked', 'signed'],
      to: 'drafted',
      by: [officeHead],
      reason: 10,
      sets: ['checker', 'signer', 'signedOn'],
      effects: () => [set({ checker: null, signer: null, signedOn: null })],
    }),
    sign: action({
      name: { zh: '签发', en: 'Sign' },
      from: ['checked'],
      to: 'signed',
      by: [officeHead],
      tone: 'primary',
      apartFrom: ['draft', 'revise'],
      sets: ['signer', 'signedOn'],
      effects: (situation) => [set({ signer: writer(situation), signedOn: situation.today })],
    }),
    issue: action({
      name: { zh: '编号印发', en: 'Number and issue' },
      help: { zh: '期号每年从第1期起，总期号接着编。', en: 'The issue number begins anew each year, the total goes on.' },
      from: ['signed'],
      to: 'issued',
      by: [office],
      tone: 'primary',
      sets: ['issuedOn'],
      numbers: [
        { into: 'number', counter: 'bulletin', yearly: true, pattern: '{year}年第{seq}期' },
        { into: 'issueNo', counter: 'bulletinIssue', yearly: true },
        { into: 'totalNo', counter: 'bulletinTotal', yearly: false },
      ],
      effects: ({ today }) => [set({ issuedOn: today }), { do: 'tell', to: { role: 'TOP' }, text: { zh: '新一期《改革专报》已印发，请阅。', en: 'A new reform bulletin has been issued.' } }],
    }),
    discard: action({
      name: { zh: '不予印发', en: 'Discard' },
      from: ['drafted', 'checked', 'signed'],
      to: 'discarded',
      by: [officeHead],
      tone: 'danger',
      reason: 10,
      follows: ['suggestion.unreport'],
      effects: (situation) => release(situation, situation.matter.facts.suggestions ?? []),
    }),
    instruct: action({
      name: { zh: '记录批示', en: 'Record an instruction' },
      help: { zh: '照原文录入，一字不改。没写时限的，15日内首次反馈。', en: 'Word for word. Where no day is set, the first feedback is due in 15 days.' },
      from: ['issued', 'instructed', 'assigned', 'fedBack'],
      to: 'instructed',
      by: [office, { role: 'TOP' }, { role: 'LEADER' }],
      tone: 'primary',
      extra: {
        leader: fact.text({ zh: '批示领导职务', en: 'Post of the leader' }, { max: 60 }),
        level: fact.choice({ zh: '层级', en: 'Level' }, {
          district: { zh: '区级', en: 'District' },
          city: { zh: '市级', en: 'City' },
          province: { zh: '省级以上', en: 'Province or above' },
        }),
        words: fact.longText({ zh: '批示内容', en: 'Words' }, { max: 2000 }),
        isOnPaper: fact.flag({ zh: '原件在纸上或涉密网络流转', en: 'The original travels on paper or the classified network' }),
        pointer: fact.text({ zh: '原件登记号和存放处', en: 'Where the original is kept' }, { max: 100 }),
        on: fact.day({ zh: '批示日期', en: 'On' }),
        units: fact.units({ zh: '涉及单位', en: 'Units named' }),
        dueOn: fact.day({ zh: '要求时限', en: 'Due on' }),
      },
      extraAsks: { leader: 'must', level: 'must', words: 'may', isOnPaper: 'may', pointer: 'may', on: 'must', units: 'may', dueOn: 'may' },
      sets: ['instructions', 'instructionCount', 'upperInstructionCount'],
      follows: ['suggestion.instruct'],
      check: badInstruction,
      leads: ({ matter }) => (matter.stage === 'assigned' ? 'assigned' : 'instructed'),
      effects: (situation, { leader, level, words, pointer, on, units = [], dueOn }) => {
        const { matter } = situation;
        const said = words ?? `原件另存：${pointer ?? ''}`;
        return [
          set({
            instructions: [...(matter.facts.instructions ?? []), { leader, level, words, pointer, on, units, dueOn }],
            instructionCount: (matter.facts.instructionCount ?? 0) + 1,
            upperInstructionCount: (matter.facts.upperInstructionCount ?? 0) + (level === 'district' ? 0 : 1),
          }),
          ...owe(situation, units, dueOn),
          ...(matter.stage === 'assigned' ? [] : [{ do: 'start', clock: 'handOver', on } satisfies Effect]),
          ...inStage(situation, ['reporting', 'instructed', 'assigned', 'implementing']).map(
            (id): Effect => ({ do: 'follow', mechanism: 'suggestion', id, action: 'instruct', input: { leader, words: said, on, ...(dueOn === undefined ? {} : { dueOn }) } }),
          ),
          { do: 'tell', to: { role: 'OFFICE' }, text: { zh: '专报有新批示，请当日转办。', en: 'A bulletin was instructed upon; pass it on today.' } },
        ];
      },
    }),
    assign: action({
      name: { zh: '转办批示', en: 'Pass the instruction on' },
      help: { zh: '即批即转。几条建议承办单位不同的，分次转办。', en: 'The same day. Where suggestions go to different units, do it once for each.' },
      from: ['instructed', 'assigned'],
      to: 'assigned',
      by: [office],
      tone: 'primary',
      asks: { leadUnit: 'must', coUnits: 'may' },
      extra: {
        dueOn: fact.day({ zh: '完成时限', en: 'Due on' }),
        which: fact.matters({ zh: '其中的建议（不选即全部）', en: 'Which suggestions (all, unless chosen)' }, 'suggestion'),
      },
      extraAsks: { dueOn: 'may', which: 'may' },
      stops: ['handOver'],
      follows: ['suggestion.assign'],
      check: badAssignment,
      effects: (situation, { leadUnit, coUnits, dueOn, which }) => [
        ...owe(situation, [leadUnit, ...(coUnits ?? [])], dueOn),
        ...inStage(situation, ['reporting', 'instructed', ...(which === undefined ? [] : ['assigned'])])
          .filter((id) => which === undefined || which.includes(id))
          .map((id): Effect => ({ do: 'follow', mechanism: 'suggestion', id, action: 'assign', input: { leadUnit, ...(coUnits === undefined ? {} : { coUnits }), ...(dueOn === undefined ? {} : { dueOn }) } })),
      ],
    }),
    feedBack: action({
      name: { zh: '反馈落实情况', en: 'Report what was done' },
      from: ['instructed', 'assigned'],
      to: 'fedBack',
      by: [{ role: 'UNIT', tie: { duty: 'feedback' } }, { role: 'UNIT_HEAD', tie: { duty: 'feedback' } }, { role: 'GROUP', tie: { duty: 'feedback' } }],
      tone: 'primary',
      extra: { text: fact.longText({ zh: '落实情况', en: 'What was done' }, { min: 10, max: 2000 }) },
      extraAsks: { text: 'must' },
      sets: ['feedbacks'],
      // The last feedback ends it; what was never passed on cannot end.
      leads: (situation) => {
        const others = situation.matter.duties.some((duty) => duty.state === 'open' && duty.unit !== owingUnit(situation));
        return situation.matter.stage === 'assigned' && !others ? 'fedBack' : (situation.matter.stage as 'instructed' | 'assigned');
      },
      effects: (situation, input) => {
        const unit = owingUnit(situation) ?? '';
        return [
          set({ feedbacks: [...(situation.matter.facts.feedbacks ?? []), { unit, text: input.text, on: situation.today }] }),
          { do: 'discharge', duty: 'feedback', unit },
        ];
      },
    }),
  },
});
