import { addDays, addWorkdays, chinaCalendar, type Day, type Instant } from '#kernel/calendar.ts';
import { dice, pick, type Step, type Story } from '../../story.ts';
import { noticeVersion } from './notice.ts';
import { themes, type Theme } from './sample-themes.ts';

/**
 * How a suggestion of the sample years ends. The counts are chosen so that on 28 December 2021 eight main records stand in
 * `implementing` (founding figure 1.29); everything else follows from people acting in order.
 */
type Ending =
  | 'submitted' | 'registered' | 'supplement' | 'lapsed' | 'screening' | 'adopted' | 'assigned' | 'implementing' | 'commended' | 'implemented'
  | 'notRealised' | 'reference' | 'notAdopted' | 'diverted' | 'accusation' | 'rejectedScope' | 'withdrawn' | 'merged';

const sampleEnd: Day = '2021-12-28';

const towns = ['通济街道', '环秀街道', '潮海街道', '北安街道', '龙山街道', '龙泉街道', '鳌山卫街道', '温泉街道', '灵山街道', '蓝村街道', '段泊岚镇', '移风店镇', '大信镇', '田横镇', '金口镇'];

/** Endings of those that reach one well before the end of the two years, and how many of each. */
const settled: readonly (readonly [Ending, number])[] = [
  ['commended', 14], ['implemented', 22], ['notRealised', 3], ['reference', 22], ['notAdopted', 20], ['diverted', 10], ['accusation', 1], ['rejectedScope', 8], ['withdrawn', 3], ['lapsed', 2], ['merged', 6],
];

/** Those still on their way on the last day, with how many days before it they were submitted. */
const underWay: readonly (readonly [Ending, number])[] = [
  ['implementing', 150], ['implementing', 165], ['implementing', 132], ['implementing', 141], ['implementing', 118], ['implementing', 126], ['implementing', 175], ['implementing', 110],
  ['assigned', 31], ['assigned', 29], ['adopted', 30], ['adopted', 27], ['adopted', 25], ['screening', 16], ['screening', 9], ['screening', 7], ['screening', 6],
  ['registered', 4], ['registered', 3], ['supplement', 6], ['submitted', 1], ['submitted', 0], ['submitted', 0],
];

/** An issue of the bulletin the sample's best suggestions went into: issued on that day, passed on two working days later. */
export interface Paper {
  readonly on: Day;
  readonly suggestions: readonly { readonly key: string; readonly theme: Theme }[];
}

/** Every suggestion of 2020 and 2021, and the issues that carried the best of them. */
export function suggestionYears(): { readonly stories: readonly Story[]; readonly papers: readonly Paper[] } {
  const roll = dice(20_211_228);
  const stories: Story[] = [];
  const papers: Paper[] = [
    { on: '2021-09-22', suggestions: [1, 2, 3, 4, 7].map(themeUnderWay) },
    { on: '2021-10-21', suggestions: [5, 6, 8].map(themeUnderWay) },
  ];
  const endings = settled.flatMap(([ending, count]) => Array.from({ length: count }, () => ending));
  const order = endings.map((ending) => ({ ending, place: roll() })).toSorted((a, b) => a.place - b.place);
  // Spread over January 2020 to mid-2021, so that all of them have ended by the last day.
  const dated = order.map(({ ending }, index) => ({ key: `s${index + 1}`, ending, index, on: addDays('2020-01-06', Math.floor((index / order.length) * 520 + roll() * 6)) }));
  const best = dated.filter(({ ending }) => ending === 'commended');
  for (let at = 0; at + 1 < best.length; at += 2) {
    const pair = best.slice(at, at + 2);
    papers.push({ on: addWorkdays(chinaCalendar, addDays(pair[1]?.on ?? sampleEnd, 40), 1), suggestions: pair.map(({ key, index }) => ({ key, theme: themeAt(index) })) });
  }
  const paperOf = (key: string) => papers.find((paper) => paper.suggestions.some((each) => each.key === key))?.on;
  for (const { key, ending, on, index } of dated) {
    const main = dated.slice(0, index).findLast((each) => ['implemented', 'commended', 'reference', 'notAdopted'].includes(each.ending));
    if (ending === 'merged' && main) stories.push(duplicateOf(key, main.key, on, themeAt(main.index), roll));
    else stories.push(story(key, ending, on, index, roll, paperOf(key)));
  }
  for (const [index, [ending, daysAgo]] of underWay.entries()) {
    stories.push(story(`u${index + 1}`, ending, addDays(sampleEnd, -daysAgo), order.length + index, roll, paperOf(`u${index + 1}`)));
  }
  // Two more people asked for what one of those under way asks for: merged, they make no ninth or tenth.
  stories.push(duplicateOf('d1', 'u1', addDays(sampleEnd, -95), themeAt(0), roll), duplicateOf('d2', 'u2', addDays(sampleEnd, -91), themeAt(1), roll));
  return { stories, papers: papers.toSorted((a, b) => (a.on < b.on ? -1 : 1)) };
}

function story(key: string, ending: Ending, submittedOn: Day, index: number, roll: () => number, paperOn: Day | undefined): Story {
  const theme = key.startsWith('u') ? themeAt(Number(key.slice(1)) - 1) : themeAt(index);
  const town = towns[(index * 7 + 3) % towns.length] ?? '通济街道';
  return { key, mechanism: 'suggestion', steps: stepsOf(key, ending, submittedOn, theme, town, index, roll, paperOn) };
}

/** Somebody else asks for the same; the office sees it and merges. */
function duplicateOf(key: string, main: string, on: Day, about: Theme, roll: () => number): Story {
  const town = pick(roll, towns);
  const pen = writer(on, roll);
  pen.at(0, 'public', 'submit', () => submission(about, town, 1, roll));
  pen.at(1, 'office-2', 'register', () => ({ field: about.field }));
  pen.at(2, 'office-2', 'merge', (known) => ({ mergedInto: known.idOf(main) }));
  return { key, mechanism: 'suggestion', steps: pen.steps };
}

function stepsOf(key: string, ending: Ending, on: Day, theme: Theme, town: string, index: number, roll: () => number, paperOn: Day | undefined): readonly Step[] {
  const pen = writer(on, roll);
  const clerk = index % 2 === 0 ? 'office-1' : 'office-2';
  const byLetter = index % 6 === 5 && ending !== 'submitted';
  if (byLetter) pen.at(0, clerk, 'registerOnBehalf', () => ({ ...submission(theme, town, index, roll), notice: undefined, channel: pick(roll, ['letter', 'phone', 'onSite', 'hotline', 'university']), receivedOn: on, field: theme.field }));
  else pen.at(0, 'public', 'submit', () => submission(theme, town, index, roll));
  if (ending === 'submitted') return pen.steps;
  if (!byLetter) pen.after(ending === 'registered' ? 1 : roll() < 0.8 ? 1 : 2, clerk, 'register', () => ({ field: theme.field }));
  if (ending === 'registered') return pen.steps;
  if (ending === 'withdrawn') {
    if (!byLetter) pen.after(2, 'author', 'withdraw', () => ({}));
    else pen.after(2, clerk, 'rejectScope', () => ({ scopeReason: 'empty', reason: '来信内容过于笼统，没有具体建议，也无法联系补充。' }));
    return pen.steps;
  }
  if (ending === 'supplement' || ending === 'lapsed') {
    pen.after(1, clerk, 'askSupplement', () => ({ supplementAsked: '请补充具体地点和希望解决的时间段，便于有关单位研究。' }));
    if (ending === 'lapsed') pen.after(12, clerk, 'lapse', () => ({}));
    return pen.steps;
  }
  if (ending === 'rejectedScope') {
    pen.after(2, clerk, 'rejectScope', () => ({ scopeReason: pick(roll, ['claim', 'statutoryPath', 'theory', 'advertising', 'outside']), reason: '经审看，来件不属于改革创新建议的受理范围。' }));
    return pen.steps;
  }
  if (ending === 'diverted' || ending === 'accusation') {
    pen.after(2, clerk, 'divert', () =>
      ending === 'accusation'
        ? { diversion: 'discipline', firstHandler: 'holder-discipline-1', secondHandler: 'holder-discipline-2', reason: '来件属于检举控告，按规定转纪检监察机关。' }
        : { diversion: index % 3 === 0 ? 'petition' : 'hotline', divertedTo: index % 3 === 0 ? 'petition' : 'hotline', reason: '来件属于个人诉求，由有权部门依法办理。' },
    );
    if (ending === 'diverted') pen.after(8, index % 3 === 0 ? 'petition' : 'hotline', 'replyDiverted', () => ({ divertedReply: '已联系来件人，告知受理情况和办理时限。' }));
    return pen.steps;
  }
  screen(pen, ending, theme, clerk, roll);
  if (ending === 'adopted') answer(pen, ending, theme, clerk, roll, index);
  if (['screening', 'adopted'].includes(ending)) return pen.steps;
  if (ending === 'reference' || ending === 'notAdopted') {
    answer(pen, ending, theme, clerk, roll, index);
    return pen.steps;
  }
  carryOut(pen, ending, theme, clerk, roll, index, paperOn);
  return pen.steps;
}

function screen(pen: Pen, ending: Ending, theme: Theme, clerk: string, roll: () => number): void {
  pen.after(1, clerk, 'requestOpinions', () => ({ field: theme.field, units: [theme.unit, theme.group], identityChecked: true }));
  const feasible = ending === 'notAdopted' ? 'no' : ending === 'reference' ? 'partly' : 'yes';
  const opinion = (zh: string) => ({ feasible, authority: ending === 'reference' ? 'upper' : 'district', text: zh, score: feasible === 'yes' ? 80 + Math.floor(roll() * 15) : 45 + Math.floor(roll() * 20) });
  const reasons = {
    yes: '建议切中实际问题，本单位有职权和条件落实，拟纳入工作安排。',
    partly: '建议有参考价值，但涉及上级权限，目前条件还不具备。',
    no: '所提做法与现行规定不一致，且已有替代措施，不建议采纳。',
  };
  pen.after(3 + Math.floor(roll() * 4), `${theme.unit}-liaison`, 'giveOpinion', () => opinion(reasons[feasible]));
  if (ending === 'screening') return;
  pen.after(1 + Math.floor(roll() * 3), `${theme.group}-liaison`, 'giveOpinion', () => opinion('同意主管部门意见。'));
  const decision = ending === 'reference' || ending === 'notAdopted' ? ending : roll() < 0.2 ? 'partlyAdopted' : 'adopted';
  const reason = { reference: '建议方向可取，涉及上级权限，待条件具备后研究。', notAdopted: '所提做法与现行规定不一致，已有其他措施解决同一问题。', partlyAdopted: '先在条件成熟的范围内试行，其余部分进一步论证。', adopted: undefined }[decision];
  pen.after(2 + Math.floor(roll() * 4), 'office-head', 'decide', () => ({ decision, ...(reason ? { decisionReason: reason } : { useKind: pick(roll, ['benefit', 'project', 'improvement', 'service', 'policy']) }) }));
}

function carryOut(pen: Pen, ending: Ending, theme: Theme, clerk: string, roll: () => number, index: number, paperOn: Day | undefined): void {
  // What went into a bulletin is assigned by passing the leader's instruction on.
  if (paperOn === undefined) pen.after(2, clerk, 'assign', () => ({ leadUnit: theme.unit, coUnits: theme.co }));
  answer(pen, ending, theme, clerk, roll, index);
  if (ending === 'assigned') return;
  if (paperOn !== undefined) pen.goTo(addWorkdays(chinaCalendar, paperOn, 3));
  const length = ending === 'implementing' ? 260 : 60 + Math.floor(roll() * 80);
  const dueOn = addDays(pen.day(), length);
  pen.after(4, `${theme.unit}-liaison`, 'plan', () => ({ plan: `成立专班，分三步推进：摸清底数、先行试点、全面推开。${theme.measure}`, dueOn }));
  pen.after(15, `${theme.unit}-liaison`, 'recordProgress', () => ({ text: '已完成底数摸排，形成问题清单，试点范围确定。' }));
  if (theme.co[0]) pen.after(8, `${theme.co[0]}-liaison`, 'recordProgress', () => ({ text: '协办事项已对接，所需数据和场地落实到位。', ownPartDone: true }));
  if (ending === 'implementing') return;
  if (ending === 'notRealised') {
    pen.after(20, 'office-head', 'notRealise', () => ({ reason: '上级政策调整，原定做法不再适用，另行研究替代办法。' }));
    return;
  }
  pen.after(12, `${theme.unit}-head`, 'claimImplemented', (known) => ({ result: theme.result, evidence: [known.file('落地证明')] }));
  pen.after(3, clerk, 'confirmImplemented', () => ({}));
  // A few are still owed their thanks.
  if (index % 9 !== 8) pen.after(10, clerk, 'commend', () => ({ award: 'thanks' }));
}

function answer(pen: Pen, ending: Ending, theme: Theme, clerk: string, roll: () => number, index: number): void {
  const mark = ending === 'reference' ? 'D' : ending === 'notAdopted' ? 'D' : 'B';
  const text = {
    D: '感谢您关心全区改革发展。您反映的情况我们作了认真研究，目前条件还不具备或者已有其他措施，暂不采纳为工作任务。',
    B: `感谢您的建议。经研究，您提出的办法切实可行，已交有关单位落实：${theme.measure}`,
  }[mark];
  pen.after(roll() < 0.9 ? 2 : 7, clerk, 'answer', () => ({
    answer: text,
    nextStep: mark === 'B' ? '承办单位将拿出落实方案，进展会及时告诉您。' : '我们会每年回看一次，条件具备时重新研究。',
    answerMark: mark,
    publicSummary: theme.grounds,
  }));
  if (index % 3 !== 0) rate(pen, roll, index);
}

function rate(pen: Pen, roll: () => number, index: number): void {
  pen.aside(3 + Math.floor(roll() * 6), 'author', 'rate', () => ({ rating: index % 17 === 0 ? 3 : roll() < 0.6 ? 5 : 4 }));
}

function submission(theme: Theme, town: string, index: number, roll: () => number): Record<string, unknown> {
  const isAnonymous = index % 5 === 4;
  return {
    title: theme.title.replace('{town}', town.replace(/(街道|镇)$/, '')),
    grounds: theme.grounds,
    measure: theme.measure,
    proposerKind: pick(roll, ['grassrootsStaff', 'citizen', 'citizen', 'citizen', 'enterprise', 'university', 'legalAdviser', 'deputy', 'unit', 'expert']),
    town,
    identityMode: isAnonymous ? 'anonymous' : 'realHidden',
    // No people here: a form of address and a number of the block kept for examples.
    ...(isAnonymous ? {} : { proposerName: '示例市民', contact: `0532-8800${String(1000 + index).slice(-4)}` }),
    notice: noticeVersion,
  };
}

interface Pen {
  readonly steps: Step[];
  day(): Day;
  goTo(day: Day): void;
  at(workdays: number, by: string, action: string, input: Step['input']): void;
  after(workdays: number, by: string, action: string, input: Step['input']): void;
  /** Done some days later, without holding up what comes next. */
  aside(workdays: number, by: string, action: string, input: Step['input']): void;
}

/** Writes steps one after another on working days within office hours; what lies after the last day has not happened. */
function writer(start: Day, roll: () => number): Pen {
  const steps: Step[] = [];
  let cursor = start;
  let minute = 0;
  let last: Instant | undefined;
  const write = (day: Day, by: string, action: string, input: Step['input'], isAside = false) => {
    minute = (minute + 7 + Math.floor(roll() * 40)) % 460;
    const at: Instant = new Date(Date.parse(`${day}T01:00:00Z`) + minute * 60_000 + steps.length * 1000).toISOString();
    const later = last !== undefined && at <= last ? new Date(Date.parse(last) + 60_000).toISOString() : at;
    if (!isAside) last = later;
    if (later.slice(0, 10) <= sampleEnd) steps.push({ at: later, by, action, input });
  };
  return {
    steps,
    day: () => cursor,
    goTo: (day) => {
      if (day > cursor) cursor = day;
    },
    at: (workdays, by, action, input) => {
      cursor = workdays === 0 ? start : addWorkdays(chinaCalendar, start, workdays);
      write(cursor, by, action, input);
    },
    after: (workdays, by, action, input) => {
      cursor = addWorkdays(chinaCalendar, cursor, workdays);
      write(cursor, by, action, input);
    },
    aside: (workdays, by, action, input) => write(addWorkdays(chinaCalendar, cursor, workdays), by, action, input, true),
  };
}

function themeUnderWay(number: number): { key: string; theme: Theme } {
  return { key: `u${number}`, theme: themeAt(number - 1) };
}

function themeAt(index: number): Theme {
  const found = themes[index % themes.length];
  if (!found) throw new Error('there are no themes');
  return found;
}
