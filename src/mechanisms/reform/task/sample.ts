import { chinaCalendar, type Day } from '#kernel/calendar.ts';
import type { Step, Story } from '../../story.ts';
import { filed, groups, leaders, step, workday } from '../sessions-days.ts';
import { limitOf } from './rules.ts';
import { courseOf, type Course } from './sample-courses.ts';
import { listedTasks, type ListedTask } from './sample-list.ts';

/** Which clause of which programme a task of the sample answers. */
export type Answering = ReadonlyMap<number, { readonly programme: string; readonly clauseNo: string }>;

interface Milestone {
  readonly name: string;
  readonly startOn?: Day;
  readonly dueOn: Day;
  readonly weight: number;
}

/** The 139 tasks of the sample year, each on its own course, and two that a revision adds in June. */
export function taskStories(answering: Answering): Story[] {
  return [...listedTasks.flatMap((task) => storiesOf(task, answering)), ...addedStories()];
}

const minute = (seq: number, plus = 0) => {
  const of = (seq * 7 + plus * 3) % 420;
  return `${String(1 + Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
};

/** A task, and the letters it gave rise to. */
function storiesOf(task: ListedTask, answering: Answering): Story[] {
  const pen = new Pen(task);
  const steps = stepsOf(pen, answering);
  return [{ key: pen.key, mechanism: 'task', steps }, ...pen.letters];
}

function stepsOf(pen: Pen, answering: Answering): Step[] {
  const { task } = pen;
  const course = courseOf(task);
  pen.steps.push(drafted(task, answering));
  const begun = planned(pen);
  if (course === 'waiting') return [...pen.steps, ...awaits(task)];
  pen.on(begun, 'system', 'begin');
  worked(pen, course);
  return pen.steps;
}

/** Writes what is done to one task, a step at a time. */
class Pen {
  readonly steps: Step[] = [];
  readonly letters: Story[] = [];
  readonly task: ListedTask;
  readonly milestones: readonly Milestone[];
  #reports = 0;
  constructor(task: ListedTask) {
    this.task = task;
    this.milestones = milestonesOf(task);
  }
  get key(): string {
    return `task-${this.task.seq}`;
  }
  get lead(): string {
    return this.task.leadUnit;
  }
  get group(): string {
    return groups[this.task.field];
  }
  on(day: Day, by: string, action: string, input: Step['input'] | Readonly<Record<string, unknown>> = {}): this {
    this.steps.push(step(onWorkday(day), minute(this.task.seq, this.steps.length), by, action, input));
    return this;
  }
  /** The lead unit reports how far each milestone is. */
  report(day: Day, ...rates: number[]): this {
    const text = wordsOf(this.task, (this.#reports += 1));
    return this.on(day, `${this.lead}-liaison`, 'report', { text, milestones: withRates(this.milestones, rates) });
  }
  claim(day: Day, completionType = 'full'): this {
    return this.on(day, `${this.lead}-head`, 'claimDone', (known) => ({
      completionType, result: `“${this.task.title}”已按方案完成，形成制度办法并投入运行，有关数据经核对一致。`, resultNumber: '制度办法和运行数据', evidence: filed(known, '办结报告'),
    }));
  }
  /** Agreed, verified, closed, with some days between. */
  finish(day: Day): this {
    return this.on(workday(day, 3), `${this.group}-liaison`, 'opine', { groupOpinion: '经核对，同意办结。' })
      .on(workday(day, 5), 'office-2', 'verify', { checks: [{ item: `完成“${this.task.title}”`.slice(0, 200), isMet: true, basis: '办结报告和运行数据' }] })
      .on(workday(day, 7), 'office-head', 'close');
  }
}

function onWorkday(day: Day): Day {
  return chinaCalendar.isWorkday(day) ? day : workday(day, 1);
}

function drafted({ seq, category, field, title, leadUnit, coUnits, dueText }: ListedTask, answering: Answering): Step {
  const clause = answering.get(seq);
  const input = {
    seq, code: `2021-${String(seq).padStart(3, '0')}`, year: 2021, category, title, target: `完成“${title}”，形成可复制的做法和制度，年内见到成效。`, field, group: groups[field], leader: `holder-${leaders[field]}`,
    leadUnit, coUnits, dueText, sourceLevel: clause === undefined ? (seq % 9 === 0 ? 'leaderSet' : 'district') : clause.programme === 'up-city' ? 'city' : clause.programme === 'up-province' ? 'provincial' : 'central',
    outcomeKind: (['document', 'metric', 'platform', 'report'] as const)[seq % 4],
  };
  const day = onWorkday(seq <= 70 ? '2021-01-14' : '2021-01-15');
  if (clause === undefined) return step(day, minute(seq), 'office-1', 'draft', input);
  return {
    ...step(day, minute(seq), 'office-1', 'draft', ({ found }) => ({ ...input, upperTasks: found.filter(({ facts }) => facts['clauseNo'] === clause.clauseNo).map(({ id }) => id) })),
    asks: (known) => ({ mechanism: 'upperTask', where: { fact: 'programme', in: [known.idOf(clause.programme)] } }),
  };
}

const isFast = ({ dueText }: ListedTask) => dueText === '3月底前' || dueText === '4月底前';

/** The plan: written within three weeks of the issue, a little late by a few, sooner where the limit is near; gives the day on which it begins. */
function planned(pen: Pen): Day {
  const { task } = pen;
  const isLate = task.seq % 23 === 5 && !isFast(task);
  const day = isFast(task) ? '2021-03-08' : isLate ? '2021-03-30' : workday('2021-03-10', task.seq % 9);
  const startOn = isFast(task) ? '2021-03-10' : '2021-03-29';
  pen.on(day, `${pen.lead}-liaison`, 'submitPlan', (known) => ({
    plan: `一是摸清底数，列出问题清单；二是研究“${task.title}”的制度办法；三是先行试用、完善后全面推行。牵头单位每季度调度一次，责任单位按分工推进。`,
    outcomeKind: (['document', 'metric', 'platform', 'report'] as const)[task.seq % 4], contactName: `${task.seq}号任务联系人`, milestones: pen.milestones.map((each, at) => (at === 0 ? { ...each, startOn } : each)),
    coWork: task.coUnits.map((unit, at) => ({ unit, work: ['配合制定办法、提供数据', '在本领域、本辖区落实', '参与会商、按职责配合'][at % 3] })), evidence: filed(known, '实施方案'),
  }));
  if (task.seq % 29 === 11 && !isFast(task)) {
    pen.on(workday(day, 1), `${pen.lead}-head`, 'signPlan').on(workday(day, 2), `${pen.group}-liaison`, 'returnPlan', { reason: '里程碑过于笼统，请写明制度文件名称和量化目标。' });
    pen.steps.push({ ...(pen.steps.find(({ action }) => action === 'submitPlan') ?? drop()), at: step(workday(day, 4), minute(task.seq), '', '').at });
    pen.on(workday(day, 5), `${pen.lead}-head`, 'signPlan').on(workday(day, 6), `${pen.group}-liaison`, 'acceptPlan');
    return laterOf(startOn, workday(day, 7));
  }
  const sign = isFast(task) ? day : workday(day, 1);
  pen.on(sign, `${pen.lead}-head`, 'signPlan').on(workday(sign, 1), `${pen.group}-liaison`, 'acceptPlan');
  return laterOf(startOn, workday(sign, 2));
}

function drop(): never {
  throw new Error('the plan was not handed in');
}

const laterOf = (one: Day, other: Day) => (one > other ? one : other);

/** Three milestones between the issue and the limit; the weights are those of ordinary plans. */
function milestonesOf(task: ListedTask): readonly Milestone[] {
  const limit = limitOf(task.dueText, 2021);
  const due = typeof limit === 'object' ? limit.dueOn : undefined;
  const [first, second, third] = ['摸清底数、拿出方案', '出台制度办法', '全面推行、总结评估'] as const;
  const three = (one: Day, two: Day, last: Day) => [{ name: first, dueOn: one, weight: 30 }, { name: second, dueOn: two, weight: 40 }, { name: third, dueOn: last, weight: 30 }];
  if (due === undefined) return three('2021-06-30', '2021-09-30', '2021-12-31');
  if (due <= '2021-03-31') return [{ name: first, dueOn: '2021-03-19', weight: 40 }, { name: second, dueOn: due, weight: 60 }];
  if (due <= '2021-04-30') return [{ name: first, dueOn: '2021-03-31', weight: 40 }, { name: second, dueOn: due, weight: 60 }];
  if (due <= '2021-06-30') return three('2021-04-30', '2021-05-31', due);
  if (due <= '2021-09-30') return three('2021-06-30', '2021-08-31', due);
  return courseOf(task) === 'yellow' ? [...three('2021-06-30', '2021-09-30', '2021-12-20').map((each, at) => (at === 2 ? { ...each, weight: 20 } : each)), { name: '评估验收', dueOn: due, weight: 10 }] : three('2021-06-30', '2021-09-30', due);
}

function withRates(milestones: readonly Milestone[], rates: readonly number[]) {
  const startOn = { '2021-03-19': '2021-03-10', '2021-03-31': '2021-03-10' }[milestones[0]?.dueOn ?? ''] ?? '2021-03-29';
  return milestones.map((each, at) => ({ ...each, ...(at === 0 ? { startOn } : {}), doneRate: rates[at] ?? 0 }));
}

const sayings = [
  (title: string) => `围绕“${title}”完成调研摸底，走访有关单位和企业，列出问题清单，实施方案已经主要负责同志审定。`,
  (title: string) => `“${title}”制度办法已征求意见并修改完善，选取三个点先行试用，运行平稳，下一步扩大范围。`,
  (title: string) => `试用情况已经评估，针对反映的四个问题作了调整，“${title}”进入全面推行，数据按月汇总。`,
  (title: string) => `全区范围推开，“${title}”形成常态，配套培训和检查同步跟上，正在整理成效数据准备总结。`,
] as const;

function wordsOf({ title, seq }: ListedTask, count: number): string {
  return (sayings[Math.min(count, sayings.length) - 1] ?? sayings[0])(title) + (seq % 3 === 0 ? '责任单位均已按分工落实。' : '');
}

/** What becomes of it between spring and the end of the year. */
function worked(pen: Pen, course: Course): void {
  const { task } = pen;
  const days = task.seq % 6;
  if (isFast(task)) {
    const due = task.dueText === '3月底前';
    pen.report(due ? '2021-03-19' : '2021-04-23', 100, 100).claim(workday(due ? '2021-03-24' : '2021-04-25', days % 4)).finish(workday(due ? '2021-03-24' : '2021-04-25', days % 4));
    return;
  }
  if (task.seq % 6 === 0) for (const [at, unit] of task.coUnits.entries()) pen.steps.push(step('2021-06-09', minute(task.seq, at), `${unit}-liaison`, 'coReport', { text: `按照分工，已为“${task.title}”提供数据和材料，参加两次会商，本领域任务正在落实。` }));
  if (task.seq % 10 === 3 && task.coUnits[0] !== undefined) pen.on('2021-06-15', `${task.coUnits[0]}-liaison`, 'finishPart', (known) => ({ evidence: filed(known, '分工完成证明') }));
  courses[course](pen, days);
}

const june = '2021-06-18';
const september = '2021-09-17';
const december = '2021-12-20';
/** The light at the end of a quarter, and on the last morning of the sample years. */
const publish = (pen: Pen, ...days: readonly Day[]) => {
  for (const day of days) pen.steps.push(step(day, day === end ? `00:${String(pen.task.seq % 60).padStart(2, '0')}` : minute(pen.task.seq, pen.steps.length), 'system', 'recompute'));
};
const [q2, q3, end] = ['2021-07-01', '2021-10-08', '2021-12-28'] as const;

/** A letter for a light, a reminder or an order as that is, signed on its day; and, unless the year ends first, received and answered in time. */
function urged(pen: Pen, day: Day, isAnswered = true): void {
  const on = onWorkday(day);
  const at = (days: number) => [days === 0 ? on : workday(on, days), minute(pen.task.seq)] as const;
  const answered = [
    step(...at(1), `${pen.lead}-liaison`, 'receive'),
    step(...at(2), `${pen.lead}-head`, 'answerLetter', { answer: '因涉及部门意见尚未统一导致滞后，已报分管领导协调，将尽快补齐。' }),
    step(...at(3), 'office-2', 'accept'),
  ];
  pen.letters.push({
    key: `${pen.key}-letter`, mechanism: 'warningLetter',
    steps: [
      { ...step(...at(0), 'office-2', 'draft', (known) => ({ rung: known.read?.facts['light'] === 'red' ? 'order' : 'reminder', task: known.idOf(pen.key), demand: '请说明滞后原因和补救措施，明确完成时间。' })), reads: pen.key },
      // After the last of what others do on that day.
      step(on, '08:30', 'office-head', 'sign'),
      ...(isAnswered ? answered : []),
    ],
  });
}

const courses: Readonly<Record<Course, (pen: Pen, days: number) => void>> = {
  june: (pen, days) => pen.report(june, 100, 100, 100).claim(workday('2021-06-21', days)).finish(workday('2021-06-21', days)),
  september: (pen, days) => {
    pen.report(june, 90, 20);
    publish(pen, q2);
    pen.report(september, 100, 100, 100).claim(workday('2021-09-18', days)).finish(workday('2021-09-18', days));
  },
  winter: (pen, days) => {
    pen.report(june, 100, 30);
    publish(pen, q2);
    pen.report(september, 100, 90, 20);
    publish(pen, q3);
    pen.report('2021-11-26', 100, 100, 100).claim(workday('2021-11-29', days)).finish(workday('2021-11-29', days));
  },
  late: (pen, days) => {
    pen.report(june, 100, 80, 10);
    publish(pen, q2);
    pen.report('2021-08-20', 100, 100, 100).claim(workday('2021-10-11', days)).finish(workday('2021-10-11', days));
  },
  partial: (pen, days) => pen.report(june, 100, 100, 60).claim(workday('2021-06-22', days), 'partial').finish(workday('2021-06-22', days)),
  returned: (pen, days) => {
    pen.report(june, 100, 100, 100).claim('2021-06-22').on('2021-06-25', `${pen.group}-liaison`, 'returnWork', { reason: '缺少运行数据，目标第二项没有佐证，请补齐后重报。' });
    pen.claim(workday('2021-06-28', days % 3)).finish(workday('2021-06-28', days % 3));
  },
  red: (pen, days) => {
    pen.report(june, 100, 20);
    publish(pen, q2);
    const isJune = pen.milestones.at(-1)?.dueOn === '2021-06-30';
    if (isJune) urged(pen, workday('2021-07-05', days));
    pen.report(september, 100, 50, 10);
    publish(pen, q3);
    if (!isJune) urged(pen, workday('2021-10-11', days));
    pen.report(december, 100, 70, 20);
    publish(pen, end);
  },
  suspended: (pen) => {
    pen.report(june, 100, 20);
    publish(pen, q2);
    pen.on('2021-07-12', leaders[pen.task.field], 'approveStop', { stopApproved: 'suspend', reason: '上级政策正在调整，待新规定出台后再推进。' })
      .on('2021-07-14', 'office-head', 'suspend', { reason: '经区领导批准，上级政策调整期间暂缓推进。' });
  },
  cancelled: (pen) => {
    pen.report(june, 50);
    publish(pen, q2);
    pen.on('2021-08-09', leaders[pen.task.field], 'approveStop', { stopApproved: 'cancel', reason: '上级已统一部署，本区不再单独开展。' })
      .on('2021-08-11', 'office-head', 'cancel', { reason: '经区领导批准，上级统一部署，不再单独开展。' });
  },
  checking: (pen, days) => {
    pen.report(june, 100, 30);
    publish(pen, q2);
    pen.report(september, 100, 100, 60);
    publish(pen, q3);
    pen.report('2021-12-13', 100, 100, 100).claim(workday('2021-12-15', days));
    if (days > 1) pen.on(workday('2021-12-17', days), `${pen.group}-liaison`, 'opine', { groupOpinion: '经核对，同意办结。' });
    if (days > 3) pen.on(workday('2021-12-18', days), 'office-2', 'verify', { checks: [{ item: `完成“${pen.task.title}”`, isMet: true, basis: '办结报告和运行数据' }] });
  },
  extended: (pen, days) => {
    pen.report(june, 100, 30);
    publish(pen, q2);
    pen.report('2021-08-25', 100, 100, 20)
      .on(workday('2021-09-06', days), `${pen.lead}-head`, 'applyAdjust', { newDueOn: '2021-12-31', reason: '上级系统接口开放时间推迟，需要延长试用期。' })
      .on(workday('2021-09-08', days), 'office-2', 'adviseAdjust', { adjustAdvice: 'agree', reason: '情况属实，理由充分，建议同意延期。' })
      .on(workday('2021-09-10', days), leaders[pen.task.field], 'approveAdjust');
    publish(pen, q3);
    // The milestones are by now those that were put off.
    pen.steps.push(step(december, minute(pen.task.seq, 9), `${pen.lead}-liaison`, 'report', { text: wordsOf(pen.task, 4) }));
    publish(pen, end);
  },
  blue: (pen) => {
    pen.report(june, 100, 30);
    publish(pen, q2);
    pen.report(september, 100, 100, 20);
    publish(pen, q3);
    pen.report(december, 100, 100, 80);
    publish(pen, end);
  },
  yellow: (pen, days) => {
    pen.report(june, 100, 30);
    publish(pen, q2);
    pen.report(september, 100, 100, 10);
    publish(pen, q3);
    pen.report(december, 100, 100, 35);
    urged(pen, '2021-12-22', days % 2 === 0);
    publish(pen, end);
  },
  silent: (pen) => {
    pen.report(june, 100, 30);
    publish(pen, q2);
    pen.report(september, 100, 100, 10);
    publish(pen, q3, end);
  },
  twice: (pen) => {
    pen.report(june, 100, 30);
    publish(pen, q2);
    pen.report(september, 100, 100, 60);
    publish(pen, q3);
    pen.report('2021-11-26', 100, 100, 100).claim('2021-12-08').on('2021-12-10', `${pen.group}-liaison`, 'returnWork', { reason: '佐证只有会议照片，没有制度文件，请补正式文件。' })
      .claim('2021-12-14').on('2021-12-16', `${pen.group}-liaison`, 'returnWork', { reason: '文件没有文号，运行数据没有来源，请补齐后重报。' })
      .report(december, 100, 100, 100);
  },
  standing: (pen) => {
    pen.report(june, 100, 30);
    publish(pen, q2);
    pen.report(september, 100, 100, 20);
    publish(pen, q3);
    pen.report(december, 100, 100, 90);
  },
  waiting: () => undefined,
};

/** A task that waits for another, which is late: its light is grey. */
function awaits({ seq }: ListedTask): Step[] {
  const red = listedTasks.find((task) => courseOf(task) === 'red');
  return [step('2021-04-12', minute(seq), 'office-2', 'await', (known) => ({ dependsOn: [known.idOf(`task-${red?.seq ?? 0}`)] })), step(q2, minute(seq, 1), 'system', 'recompute')];
}

/** Two tasks of June: they belong to the second version and never to the 139 (reform.md §4.9). */
function addedStories(): Story[] {
  return (['推行新业态劳动者权益保障', '建立校园周边综合治理机制'] as const).map((title, at) => {
    const unit = ['human-resources', 'education'][at] ?? '';
    const milestones = [{ name: '拿出方案', startOn: '2021-07-12', dueOn: '2021-09-30', weight: 40 }, { name: '全面推行', dueOn: '2021-12-31', weight: 60 }];
    return {
      key: `task-${140 + at}`, mechanism: 'task',
      steps: [
        step('2021-06-07', `02:0${at}`, 'office-1', 'draft', { seq: 140 + at, code: `2021-${140 + at}`, year: 2021, category: at === 0 ? '就业和社会保障' : '基层社会治理', title, target: `完成“${title}”，年内见到成效。`, field: 'society', group: 'group-society', leader: 'holder-leader-society', leadUnit: unit, coUnits: ['police'], dueText: '年底前', sourceLevel: 'provincial', outcomeKind: 'document' }),
        step('2021-06-28', `02:0${at}`, `${unit}-liaison`, 'submitPlan', (known) => ({ plan: `摸清底数、制定办法、分步推行“${title}”，每月调度一次。`, outcomeKind: 'document', contactName: '任务联系人', milestones, coWork: [{ unit: 'police', work: '按职责配合' }], evidence: filed(known, '实施方案') })),
        step('2021-06-29', `02:0${at}`, `${unit}-head`, 'signPlan'),
        step('2021-06-30', `02:0${at}`, 'group-society-liaison', 'acceptPlan'),
        step('2021-07-12', `02:0${at}`, 'system', 'begin'),
        step('2021-09-17', `02:0${at}`, `${unit}-liaison`, 'report', { text: `“${title}”方案已经印发，正在选点试行，责任单位按分工推进。`, milestones: milestones.map((each, place) => ({ ...each, doneRate: place === 0 ? 100 : 10 })) }),
        step('2021-12-20', `02:0${at}`, `${unit}-liaison`, 'report', { text: `试行结束，“${title}”在全区推开，正在汇总数据、准备办结材料。`, milestones: milestones.map((each, place) => ({ ...each, doneRate: place === 0 ? 100 : 85 })) }),
        step(end, `00:3${at}`, 'system', 'recompute'),
      ],
    };
  });
}
