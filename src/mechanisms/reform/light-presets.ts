import type { LightRules } from './lights.ts';

/** Real rule sets of six places (reform.md §11.4, S12–S17), for an office that would rather begin with one of them. */
export const lightPresets = {
  // 银川 2025: behind by 10–30 points, both included, is yellow; unbegun or unentered months weigh as well.
  yinchuan: {
    name: { zh: '银川（2025）：按进度差、开工和入统月数', en: 'Yinchuan (2025): by the gap, by months unbegun and unentered' },
    thereupon: { zh: '每月更新，发督办函。', en: 'Renewed every month; a supervision letter.' },
    rungs: [
      { lamp: 'grey', any: [{ sign: 'unlit', is: true }] },
      { lamp: 'red', any: [{ sign: 'gap', above: 30 }, { sign: 'monthsUnbegun', atLeast: 3 }, { sign: 'monthsUnentered', above: 2 }] },
      { lamp: 'yellow', any: [{ sign: 'gap', atLeast: 10 }, { sign: 'monthsUnbegun', atLeast: 1 }, { sign: 'monthsUnentered', atLeast: 1 }] },
    ],
  },
  // 三亚 2022: spending against plan; a district that misses two months running is red.
  sanya: {
    name: { zh: '三亚（2022）：按完成与计划之比', en: 'Sanya (2022): by the ratio of done to planned' },
    thereupon: { zh: '黄灯约谈责任人，连续两黄由分管副市长约谈，红灯由主要领导约谈。', en: 'Yellow: the owner is talked to; two running: by the vice-mayor; red: by the leader.' },
    rungs: [
      { lamp: 'grey', any: [{ sign: 'unlit', is: true }] },
      { lamp: 'red', any: [{ shortBy: { above: 50 } }, { sign: 'monthsMissed', atLeast: 2 }] },
      { lamp: 'yellow', any: [{ shortBy: { above: 0 } }, { sign: 'monthsMissed', atLeast: 1 }] },
    ],
  },
  // 广元 2018: slow but reachable is yellow, unreachable is red, as somebody judges.
  guangyuan: {
    name: { zh: '广元（2018）：进度偏慢为黄，难以完成为红', en: 'Guangyuan (2018): slow is yellow, out of reach is red' },
    thereupon: { zh: '同一任务两次黄灯发函并扣1分，红灯扣2分并约谈主要负责人。', en: 'Two yellows on one task: a letter and one point off; red: two points and a talk with the head.' },
    rungs: [
      { lamp: 'grey', any: [{ sign: 'unlit', is: true }] },
      { lamp: 'red', any: [{ sign: 'unreachable', is: true }] },
      { lamp: 'yellow', any: [{ sign: 'gap', above: 0 }, { sign: 'late', atLeast: 1 }] },
    ],
  },
  // 三明 2017: one matter, one sheet; blue reminds, orange warns, red holds to account.
  sanming: {
    name: { zh: '三明（2017）：蓝提醒、橙警告、红问责', en: 'Sanming (2017): blue reminds, orange warns, red holds to account' },
    thereupon: { zh: '一事一单；紧急事项可直接从橙灯或红灯起。', en: 'One sheet for one matter; what is urgent may begin with orange or red.' },
    rungs: [
      { lamp: 'grey', any: [{ sign: 'unlit', is: true }] },
      { lamp: 'red', any: [{ sign: 'warned', is: true }] },
      { lamp: 'orange', any: [{ sign: 'reminded', is: true }] },
      { lamp: 'blue', any: [{ sign: 'left', atMost: 10 }, { sign: 'late', atLeast: 1 }] },
    ],
  },
  // 宿迁某集团 2025: near is blue, behind is yellow, overdue is red.
  suqian: {
    name: { zh: '宿迁某集团（2025）：临期蓝、滞后黄、超期红', en: 'A group in Suqian (2025): near is blue, behind yellow, overdue red' },
    thereupon: { zh: '进度滞后或者质量不高的亮黄灯。', en: 'Behind schedule or of poor quality is yellow.' },
    rungs: [
      { lamp: 'grey', any: [{ sign: 'unlit', is: true }] },
      { lamp: 'red', any: [{ sign: 'overdue', atLeast: 1 }] },
      { lamp: 'yellow', any: [{ sign: 'gap', above: 0 }, { sign: 'late', atLeast: 1 }, { sign: 'returns', atLeast: 1 }] },
      { lamp: 'blue', any: [{ sign: 'left', atMost: 10 }] },
    ],
  },
  // 隆昌 2020: what is published of it is the consequence of three reds running; its lamps are those of the ordinary calendar.
  longchang: {
    name: { zh: '隆昌（2020）：超期红，连续三红约谈', en: 'Longchang (2020): overdue is red, three running mean a talk' },
    thereupon: { zh: '连续三次红灯，约谈主要负责人并书面报告领导。', en: 'Three reds running: a talk with the head and a written report to the leaders.' },
    rungs: [
      { lamp: 'grey', any: [{ sign: 'unlit', is: true }] },
      { lamp: 'red', any: [{ sign: 'overdue', atLeast: 1 }] },
      { lamp: 'yellow', any: [{ sign: 'late', atLeast: 1 }] },
    ],
  },
} as const satisfies Readonly<Record<string, LightRules>>;

export type LightPreset = keyof typeof lightPresets;
