import { fact } from '#kernel/fact.ts';
import { action, leadHead, leadUnit, leader, light, nextReports, office, officeHead, oweUntil, set, tellUnit } from './moves.ts';
import { lightSets } from './light.ts';
import { marks } from './record.ts';
import { badMilestoneReport, coReportsOpen, owingUnit, periodOf, putOffTooLate, withDoneDays, type Situation } from './rules.ts';

const text = fact.longText({ zh: '进展', en: 'Progress' }, { min: 10, max: 800 });
const isKeyTask = ({ matter }: Situation) => matter.facts.isKey ?? false;

/** A task under way: co-units report to the lead unit, the lead unit sums up; parts are done and judged; a day is put off before it comes. */
export const runningActions = {
  coReport: action({
    name: { zh: '向牵头单位报进展', en: 'Report to the lead unit' },
    from: ['running'],
    by: [{ role: 'UNIT', tie: { duty: 'coReport' } }, { role: 'UNIT_HEAD', tie: { duty: 'coReport' } }],
    tone: 'primary',
    evidence: 0,
    extra: { text },
    extraAsks: { text: 'must' },
    sets: ['progress'],
    effects: (situation, input) => {
      const { matter, today } = situation;
      const unit = owingUnit(situation, 'coReport') ?? '';
      return [
        set({ progress: [...(matter.facts.progress ?? []), { period: periodOf(matter.facts.reportDueOn ?? today, isKeyTask(situation)), unit, text: input.text, on: today }] }),
        { do: 'discharge', duty: 'coReport', unit },
      ];
    },
  }),
  report: action({
    name: { zh: '汇总报送进展', en: 'Sum up and report' },
    help: { zh: '责任单位报齐或者到期后由牵头单位汇总，不超过800字；里程碑只改完成率。', en: 'Once the co-units have reported or their day is over; at most 800 characters. Of the milestones only the rates change.' },
    from: ['running'],
    by: [leadUnit],
    tone: 'primary',
    evidence: 0,
    asks: { milestones: 'may', problem: 'may', needsHelp: 'may' },
    extra: { text, whySame: fact.text({ zh: '与上次相同的原因', en: 'Why it says the same' }, { min: 5, max: 200 }), likeness: fact.percent({ zh: '与上次雷同程度', en: 'Likeness to the last report' }) },
    extraAsks: { text: 'must', whySame: 'may', likeness: 'computed' },
    sets: ['progress', 'latest', 'reportDueOn', ...lightSets],
    when: coReportsOpen,
    check: ({ matter, setting }, { milestones, likeness, whySame }) => {
      if (likeness >= setting('copied') && whySame === undefined) return { refusal: 'copied', field: 'whySame', detail: { likeness } };
      return milestones === undefined ? undefined : badMilestoneReport(matter.facts.milestones ?? [], milestones);
    },
    effects: (situation, input) => {
      const { matter, today } = situation;
      const { progress = [], leadUnit: unit = '', reportDueOn = today } = matter.facts;
      const milestones = input.milestones === undefined ? undefined : withDoneDays(input.milestones, today);
      const { day, effects } = nextReports(situation, reportDueOn > today ? reportDueOn : today);
      const change = { reportDueOn: day, ...(milestones === undefined ? {} : { milestones }) };
      return [
        set({ ...change, latest: input.text, progress: [...progress, { period: periodOf(reportDueOn, isKeyTask(situation)), unit, text: input.text, on: today }] }),
        { do: 'discharge', duty: 'report' }, { do: 'withdraw', duty: 'coReport' },
        ...effects,
        light(situation, 'running', change),
      ];
    },
  }),
  finishPart: action({
    name: { zh: '报告分工完成', en: 'Report one’s part done' },
    from: ['running', 'adjustApplied'],
    by: [{ role: 'UNIT', tie: { duty: 'coWork' } }, { role: 'UNIT_HEAD', tie: { duty: 'coWork' } }],
    evidence: 1,
    sets: ['coWork'],
    effects: (situation) => {
      const unit = owingUnit(situation, 'coWork') ?? '';
      return [
        set({ coWork: (situation.matter.facts.coWork ?? []).map((each) => (each.unit === unit ? { ...each, doneOn: situation.today } : each)) }),
        { do: 'discharge', duty: 'coWork', unit }, { do: 'withdraw', duty: 'coReport', unit },
      ];
    },
  }),
  mark: action({
    name: { zh: '评价工作质量', en: 'Judge the quality' },
    help: { zh: '牵头单位和每个责任单位各自评价，互不牵连。', en: 'The lead unit and every co-unit each by itself.' },
    from: ['running', 'doneClaimed', 'groupAgreed', 'verified', 'closed', 'carriedOver'],
    by: [office],
    extra: { unit: fact.unit({ zh: '单位', en: 'Unit' }), mark: fact.choice({ zh: '质量评价', en: 'Quality' }, marks), note: fact.text({ zh: '评价说明', en: 'Why' }, { min: 4, max: 200 }) },
    extraAsks: { unit: 'must', mark: 'must', note: 'must' },
    sets: ['coWork'],
    check: ({ matter, findUnit }, { unit }) =>
      unit === matter.facts.leadUnit || (matter.facts.coWork ?? []).some((each) => each.unit === unit) ? undefined : { refusal: 'notCoUnit', field: 'unit', detail: { unit: findUnit(unit)?.name ?? unit } },
    effects: ({ matter }, { unit, mark, note }) => {
      const coWork = matter.facts.coWork ?? [];
      const held = coWork.some((each) => each.unit === unit);
      return [set({ coWork: held ? coWork.map((each) => (each.unit === unit ? { ...each, mark, note } : each)) : [...coWork, { unit, work: '牵头', mark, note }] })];
    },
  }),
  applyAdjust: action({
    name: { zh: '申请延期', en: 'Ask to be put off' },
    help: { zh: '须在完成时限之前提出；到期之后不再受理。改革办3个工作日内提出意见，区领导批准。', en: 'Before the day due, not on it or after. The office advises within three working days, the leader decides.' },
    from: ['running'],
    to: 'adjustApplied',
    by: [leadHead],
    reason: 10,
    asks: { newDueOn: 'must' },
    sets: ['adjustAdvice'],
    starts: ['adjust'],
    when: putOffTooLate,
    check: ({ matter }, { newDueOn }) => (newDueOn > (matter.facts.dueOn ?? '') ? undefined : { refusal: 'putOffBackwards', field: 'newDueOn', detail: { due: matter.facts.dueOn ?? '' } }),
    effects: () => [set({ adjustAdvice: null }), { do: 'tell', to: { role: 'OFFICE' }, text: { zh: '有任务申请延期，请在3个工作日内提出意见。', en: 'A task asks to be put off; please advise within three working days.' } }],
  }),
  adviseAdjust: action({
    name: { zh: '提出延期意见', en: 'Advise on putting it off' },
    from: ['adjustApplied'],
    by: [office],
    tone: 'primary',
    reason: 10,
    asks: { adjustAdvice: 'must' },
    stops: ['adjust'],
    effects: () => [{ do: 'tell', to: { role: 'LEADER' }, text: { zh: '延期申请已有改革办意见，请审定。', en: 'The office has advised on a request to put off a task; please decide.' } }],
  }),
  approveAdjust: action({
    name: { zh: '批准延期', en: 'Put it off' },
    from: ['adjustApplied'],
    to: 'running',
    by: [leader],
    tone: 'primary',
    needs: [{ name: { zh: '改革办意见', en: 'the advice of the office' }, holds: { fact: 'adjustAdvice', present: true }, from: 'adviseAdjust' }],
    sets: ['dueOn', 'newDueOn', 'extensions', 'milestones', ...lightSets],
    effects: (situation) => {
      const { matter, today } = situation;
      const { newDueOn, dueOn, extensions = [], milestones = [], leadUnit: unit } = matter.facts;
      // What was to be done by the old day may be done by the new one.
      const moved = milestones.map((each) => (each.dueOn === dueOn && (each.doneRate ?? 0) < 100 && newDueOn !== undefined ? { ...each, dueOn: newDueOn } : each));
      const change = { dueOn: newDueOn, milestones: moved };
      return [
        set({ ...change, newDueOn: null, extensions: [...extensions, { from: dueOn, to: newDueOn, on: today }] }),
        { do: 'withdraw', duty: 'coWork' },
        ...(matter.facts.coUnits ?? []).filter((co) => !(matter.facts.coWork ?? []).some((each) => each.unit === co && each.doneOn !== undefined)).map((co) => oweUntil(situation, 'coWork', co, newDueOn ?? today)),
        light(situation, 'running', change),
        ...tellUnit(unit, `任务经批准延至${newDueOn ?? ''}。`, `The task is put off to ${newDueOn ?? ''}.`),
      ];
    },
  }),
  refuseAdjust: action({
    name: { zh: '不同意延期', en: 'Refuse to put it off' },
    from: ['adjustApplied'],
    to: 'running',
    by: [leader],
    reason: 10,
    stops: ['adjust'],
    sets: ['newDueOn'],
    effects: ({ matter }) => [set({ newDueOn: null }), ...tellUnit(matter.facts.leadUnit, '延期申请没有批准，仍按原时限办理。', 'The request was refused; the old day holds.')],
  }),
  approveStop: action({
    name: { zh: '批准暂缓或者取消', en: 'Approve a halt' },
    help: { zh: '上级政策变化或者外部条件不具备的，由区领导批准，再由改革办主任办理。', en: 'When policy above has changed or conditions are not there; the director then acts on it.' },
    from: ['assigned', 'planned', 'running', 'suspended'],
    by: [leader],
    reason: 10,
    asks: { stopApproved: 'must' },
  }),
  suspend: action({
    name: { zh: '暂缓', en: 'Suspend' },
    from: ['planned', 'running'],
    to: 'suspended',
    by: [officeHead],
    reason: 10,
    needs: [{ name: { zh: '区领导批准暂缓', en: 'a leader’s approval to suspend' }, holds: { fact: 'stopApproved', in: ['suspend'] }, from: 'approveStop' }],
    sets: ['stopApproved', ...lightSets],
    effects: (situation) => [set({ stopApproved: null }), { do: 'withdraw', duty: 'report' }, { do: 'withdraw', duty: 'coReport' }, light(situation, 'suspended')],
  }),
  resume: action({
    name: { zh: '恢复推进', en: 'Resume' },
    from: ['suspended'],
    to: 'running',
    by: [officeHead],
    tone: 'primary',
    reason: 10,
    sets: ['reportDueOn', ...lightSets],
    effects: (situation) => {
      const { day, effects } = nextReports(situation, situation.today);
      return [set({ reportDueOn: day }), ...effects, light(situation, 'running', { reportDueOn: day })];
    },
  }),
};
