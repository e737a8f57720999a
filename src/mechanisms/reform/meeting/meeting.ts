import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { decisionColumns, decisionStates, outcomes } from '../meeting-words.ts';
import { meetingFigures } from './figures.ts';
import { meetingRecord, type MeetingRecord } from './record.ts';
import { badSession, discussesReform, lateMaterials, outcomesOpen, type Situation } from './rules.ts';

type Effect = EffectOf<MeetingRecord>;

const action = actionsOf(meetingRecord);
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const session = { name: 'must', kind: 'must', jointWith: 'may', ordinal: 'may', heldOn: 'must', startAt: 'must', place: 'must', chair: 'may', attendeeUnits: 'may' } as const;
const twin = { twin: fact.text({ zh: '同时同地的会议', en: 'Meeting at the same time and place' }, { min: 0, max: 80 }) };
const item = fact.matter({ zh: '议题', en: 'Item' }, 'agendaItem');
const number = fact.whole({ zh: '序号', en: 'No.' }, { min: 1, max: 99 });

/** The items that stand at a stage, each moved on. */
function move({ matter, findMatter }: Situation, from: string, to: string, input: Readonly<Record<string, unknown>> = {}): Effect[] {
  return (matter.facts.items ?? []).filter((id) => findMatter(id)?.stage === from).map((id) => ({ do: 'follow', mechanism: 'agendaItem', id, action: to, input }));
}

function tellUnits({ matter }: Situation, zh: string, en: string): Effect[] {
  return (matter.facts.attendeeUnits ?? []).map((unit) => ({ do: 'tell', to: { unit }, text: { zh, en } }));
}

/** From the plan of a session to the last of its decisions. */
export const meeting = mechanism(meetingRecord, {
  figures: meetingFigures,
  actions: {
    convene: action({
      name: { zh: '拟定会议', en: 'Plan a meeting' },
      help: { zh: '定时间地点，议题从议题台账列入。两个会议合并召开的只建一条。', en: 'Time and place; items come from their own register. A joint session is one record.' },
      from: 'new',
      to: 'planned',
      by: [office],
      tone: 'primary',
      asks: session,
      extra: twin,
      extraAsks: { twin: 'computed' },
      check: badSession,
    }),
    revise: action({
      name: { zh: '调整会议', en: 'Change the meeting' },
      help: { zh: '提前开会的，已列入议题的材料仍要在会前规定时间报齐。', en: 'If it comes forward, the materials of its items must still have been in time.' },
      from: ['planned', 'noticed'],
      by: [office],
      asks: session,
      extra: twin,
      extraAsks: { twin: 'computed' },
      check: (situation, input) => {
        const wrong = badSession(situation, input);
        if (wrong !== undefined) return wrong;
        const items = (situation.matter.facts.items ?? []).map((id) => situation.findMatter(id)?.facts ?? {});
        return items.map((facts) => lateMaterials(situation, input.heldOn, String(facts['title'] ?? ''), String(facts['materialsOn'] ?? ''))).find((verdict) => verdict !== undefined);
      },
    }),
    enlist: action({
      name: { zh: '列入议程', en: 'Put on the agenda' },
      from: ['planned', 'noticed'],
      by: ['system'],
      hidden: true,
      extra: {
        item, orderNo: number, title: fact.text({ zh: '议题名称', en: 'Title' }, { max: 120 }), reporter: fact.unit({ zh: '汇报单位', en: 'Reported by' }),
        isReform: fact.flag({ zh: '改革议题', en: 'On reform' }), materialsOn: fact.day({ zh: '材料报齐日期', en: 'Materials complete on' }), minutes: fact.whole({ zh: '时长（分钟）', en: 'Minutes' }, { min: 1, max: 240 }),
      },
      extraAsks: { item: 'must', orderNo: 'must', title: 'must', reporter: 'must', isReform: 'must', materialsOn: 'must', minutes: 'may' },
      sets: ['agenda', 'items'],
      check: (situation, { orderNo, title, materialsOn }) => {
        if ((situation.matter.facts.agenda ?? []).some((row) => row.orderNo === orderNo)) return { refusal: 'orderTaken', detail: { no: orderNo } };
        return lateMaterials(situation, situation.matter.facts.heldOn ?? '', title, materialsOn);
      },
      effects: ({ matter }, { item: id, orderNo, title, reporter, isReform, minutes }) => [
        set({
          agenda: [...(matter.facts.agenda ?? []), { orderNo, title, reporter, isReform, ...(minutes === undefined ? {} : { minutes }) }].toSorted((a, b) => (a.orderNo ?? 0) - (b.orderNo ?? 0)),
          items: [...(matter.facts.items ?? []), id],
        }),
        { do: 'link', type: 'discusses', id },
      ],
    }),
    delist: action({
      name: { zh: '移出议程', en: 'Take off the agenda' },
      from: ['planned', 'noticed'],
      by: ['system'],
      hidden: true,
      extra: { item, orderNo: number },
      extraAsks: { item: 'must', orderNo: 'must' },
      sets: ['agenda', 'items'],
      effects: ({ matter }, { item: id, orderNo }) => [
        set({ agenda: (matter.facts.agenda ?? []).filter((row) => row.orderNo !== orderNo), items: (matter.facts.items ?? []).filter((each) => each !== id) }),
        { do: 'unlink', type: 'discusses', id },
      ],
    }),
    notify: action({
      name: { zh: '发会议通知', en: 'Send the notice' },
      from: ['planned'],
      to: 'noticed',
      by: [office],
      tone: 'primary',
      numbers: [{ into: 'noticeNo', counter: 'reformLetter', yearly: true }],
      sets: ['noticedOn'],
      when: ({ matter }) => ((matter.facts.agenda ?? []).length === 0 ? 'agendaEmpty' : undefined),
      effects: (situation) => [set({ noticedOn: situation.today }), ...tellUnits(situation, '会议通知已发，请看时间、地点和材料要求。', 'A notice of meeting is out: see time, place and materials.')],
    }),
    hold: action({
      name: { zh: '登记召开', en: 'Record that it was held' },
      help: { zh: '登记到会情况，议题随之上会；结果在各议题上逐项记录。', en: 'Who was there; its items are then before the meeting, and the outcome of each is recorded on it.' },
      from: ['noticed'],
      to: 'held',
      by: [office],
      tone: 'primary',
      asks: { present: 'must', absent: 'may', observers: 'may', chair: 'may' },
      starts: ['minutes'],
      follows: ['agendaItem.discuss'],
      when: ({ matter, today }) => (today < (matter.facts.heldOn ?? '') ? { refusal: 'notYet', detail: { day: matter.facts.heldOn ?? '' } } : undefined),
      effects: (situation) => move(situation, 'scheduled', 'discuss'),
    }),
    noteOutcome: action({
      name: { zh: '记入议题结果', en: 'Note an outcome' },
      from: ['held'],
      by: ['system'],
      hidden: true,
      extra: {
        orderNo: number, outcome: fact.choice({ zh: '结果', en: 'Outcome' }, outcomes), note: fact.longText({ zh: '会议意见', en: 'What the meeting said' }, { max: 1000 }),
        decided: fact.rows({ zh: '决定事项', en: 'Decisions' }, decisionColumns),
      },
      extraAsks: { orderNo: 'must', outcome: 'must', note: 'may', decided: 'may' },
      sets: ['agenda', 'decisions', 'discussedReform'],
      effects: ({ matter, setting }, { orderNo, outcome, note, decided = [] }) => {
        const agenda = (matter.facts.agenda ?? []).map((row) => (row.orderNo === orderNo ? { ...row, outcome, note } : row));
        const others = (matter.facts.decisions ?? []).filter((row) => row.orderNo !== orderNo);
        const rows = decided.map((row, place) => ({ orderNo, decisionNo: place + 1, ...row, state: 'open' as const }));
        return [set({
          agenda, discussedReform: discussesReform(agenda, setting('countStudiedItems') === 1),
          decisions: [...others, ...rows].toSorted((a, b) => (a.orderNo ?? 0) - (b.orderNo ?? 0)),
        })];
      },
    }),
    issueMinutes: action({
      name: { zh: '印发纪要', en: 'Issue the minutes' },
      help: { zh: '每项议题都有结果才能印发，会后3个工作日内。印发后决定事项由经办交办。', en: 'Once every item has its outcome, within three working days. The decisions are dispatched after that.' },
      from: ['held'],
      to: 'minuted',
      by: [officeHead],
      tone: 'primary',
      numbers: [{ into: 'minutesNo', counter: 'meetingMinutes', yearly: true }],
      starts: ['dispatch'],
      stops: ['minutes'],
      sets: ['minutedOn'],
      follows: ['agendaItem.minute'],
      when: outcomesOpen,
      effects: (situation) => [set({ minutedOn: situation.today }), ...move(situation, 'decided', 'minute'), ...tellUnits(situation, '会议纪要已印发，请按纪要落实。', 'The minutes are issued; please act on them.')],
    }),
    dispatch: action({
      name: { zh: '交办决定事项', en: 'Dispatch the decisions' },
      help: { zh: '每个决定事项成为责任单位的一条待办，带时限；提醒函随之可以打印。', en: 'Each decision becomes a duty of its unit with a day; the letter can be printed.' },
      from: ['minuted'],
      to: ['dispatched', 'followed'],
      by: [office],
      tone: 'primary',
      numbers: [{ into: 'letterNo', counter: 'reformLetter', yearly: true }],
      stops: ['dispatch'],
      sets: ['dispatchedOn'],
      follows: ['agendaItem.dispatch'],
      leads: ({ matter }) => ((matter.facts.decisions ?? []).length === 0 ? 'followed' : 'dispatched'),
      effects: (situation) => [set({ dispatchedOn: situation.today }), ...move(situation, 'minuted', 'dispatch')],
    }),
    noteFollowed: action({
      name: { zh: '记入落实情况', en: 'Note what was done' },
      from: ['dispatched'],
      to: ['dispatched', 'followed'],
      by: ['system'],
      hidden: true,
      extra: { orderNo: fact.whole({ zh: '序号', en: 'No.' }), decisionNo: fact.whole({ zh: '事项号', en: 'Decision no.' }), state: fact.choice({ zh: '落实情况', en: 'Stands' }, decisionStates), dueOn: fact.day({ zh: '完成时限', en: 'Due on' }) },
      extraAsks: { orderNo: 'must', decisionNo: 'must', state: 'must', dueOn: 'may' },
      sets: ['decisions'],
      leads: ({ matter }, { orderNo, decisionNo, state }) =>
        (state !== 'open' && (matter.facts.decisions ?? []).every((row) => row.state !== 'open' || (row.orderNo === orderNo && row.decisionNo === decisionNo)) ? 'followed' : 'dispatched'),
      effects: ({ matter, today }, { orderNo, decisionNo, state, dueOn }) => [
        set({ decisions: (matter.facts.decisions ?? []).map((row) => (row.orderNo === orderNo && row.decisionNo === decisionNo ? { ...row, state, ...(dueOn === undefined ? {} : { dueOn }), ...(state === 'open' ? {} : { closedOn: today }) } : row)) }),
      ],
    }),
    cancel: action({
      name: { zh: '取消会议', en: 'Cancel the meeting' },
      help: { zh: '已列入的议题退回待定会。', en: 'Its items wait for another meeting.' },
      from: ['planned', 'noticed'],
      to: 'cancelled',
      by: [officeHead],
      tone: 'danger',
      reason: 10,
      follows: ['agendaItem.release'],
      effects: (situation) => [...move(situation, 'scheduled', 'release'), ...tellUnits(situation, '会议已取消，另行通知。', 'The meeting is cancelled; another notice follows.')],
    }),
  },
});
