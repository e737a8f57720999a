import { addWorkdays, chinaCalendar, type Day } from '#kernel/calendar.ts';
import type { Step, Story } from '../../story.ts';

/** What an issue of the sample years is made from; the suggestions bring it along. */
interface Source {
  readonly on: Day;
  readonly suggestions: readonly {
    readonly key: string;
    readonly theme: { readonly title: string; readonly unit: string; readonly co: readonly string[]; readonly grounds: string; readonly measure: string };
  }[];
}

/** An issue each: drafted by one clerk, checked by another, signed, issued, instructed upon and passed on within two working days. */
export function bulletinStories(sources: readonly Source[]): Story[] {
  return sources.map((source, index) => ({ key: `b${index + 1}`, mechanism: 'bulletin', steps: stepsOf(source, index) }));
}

function stepsOf({ on, suggestions }: Source, index: number): Step[] {
  const themes = suggestions.map(({ theme }) => theme);
  const subject = themes[0]?.title.replace('{town}', '') ?? '';
  const units = [...new Set(themes.map((theme) => theme.unit))];
  const others = [...new Set(themes.flatMap((theme) => theme.co))].filter((unit) => !units.includes(unit));
  const at = (workdays: number, hour: string) => `${workdays < 0 ? addWorkdays(chinaCalendar, on, workdays) : workdays === 0 ? on : addWorkdays(chinaCalendar, on, workdays)}T${hour}:00.000Z`;
  return [
    {
      at: at(-2, '01:30'), by: 'office-1', action: 'draft',
      input: (known) => ({
        title: (themes.length > 1 ? `关于${subject}等${themes.length}条建议` : `关于${subject}的建议`).slice(0, 30),
        suggestions: suggestions.map(({ key }) => known.idOf(key)),
        editorNote: '群众建议反映的问题具体，提出的办法可行，现将有关情况综合呈报，供领导参阅。',
        state: themes.map((theme) => theme.grounds).join('\n'),
        elsewhere: '同类区县已有先行做法：先定清单、再定流程、后上系统，一年左右见到成效。',
        measures: themes.map((theme) => ({ measure: theme.measure, unit: theme.unit, basis: '区委年度改革工作要点' })),
        reportTo: '区委、区政府主要领导',
        sendTo: '各专项小组组长',
        copyTo: '有关区直部门、各镇街',
      }),
    },
    { at: at(-2, '06:30'), by: 'office-2', action: 'check', input: () => ({ factsChecked: true, lawChecked: true, secrecyChecked: true, wordCountReason: '示例稿，篇幅从简' }) },
    { at: at(-1, '02:00'), by: 'office-head', action: 'sign', input: () => ({}) },
    { at: at(0, '01:10'), by: 'office-1', action: 'issue', input: () => ({}) },
    {
      at: at(1, '03:00'), by: 'office-1', action: 'instruct',
      input: () => ({ leader: '区委主要领导', level: 'district', words: index % 2 === 0 ? '这些建议很好，请有关部门逐条研究，能办的马上办，办成的要告诉群众。' : '请牵头单位拿出方案，改革办跟踪问效，年底前报结果。', on: addWorkdays(chinaCalendar, on, 1), units }),
    },
    ...suggestions.map(({ key, theme }, order): Step => ({
      at: at(1, `0${7 + Math.floor(order / 6)}:${10 * (order % 6)}`.replace(/:0$/, ':00')), by: 'office-1', action: 'assign',
      input: (known) => ({ leadUnit: theme.unit, coUnits: theme.co, which: [known.idOf(key)] }),
    })),
    ...[...units, ...others].map((unit, order): Step => ({
      at: at(9, `02:${10 + order}`), by: `${unit}-liaison`, action: 'feedBack',
      input: () => ({ text: units.includes(unit) ? '已按批示要求成立专班，落实方案已报改革办，首批任务正在推进。' : '协办事项已明确责任人和时间，正在配合牵头单位推进。' }),
    })),
  ];
}
