import { figure } from '#kernel/figure.ts';
import type { Text } from '#kernel/words.ts';
import { lights } from './record.ts';

const open = { not: { stage: ['closed'] } } as const;
const projects: Text = { zh: '个', en: 'projects' };

/** What is asked of supervision (projects.md §15.1, 监管). */
export const supervisionFigures = [
  figure({
    key: 'supervision.watched',
    name: { zh: '跟踪监管项目', en: 'Projects under supervision' },
    unit: projects,
    definition: { zh: '目前纳入跟踪监管、尚未结束的项目。', en: 'Under supervision today and not closed.' },
    mechanism: 'supervision',
    where: open,
    measure: { count: 'matters' },
  }),
  ...(['green', 'yellow', 'orange', 'red'] as const).map((light) => figure({
    key: `supervision.${light}`,
    name: { zh: `${lights[light].zh}项目`, en: `${lights[light].en} projects` },
    unit: projects,
    definition: { zh: `目前监管中、灯色为${lights[light].zh}的项目。`, en: `Under supervision today with a ${lights[light].en.toLowerCase()} light.` },
    mechanism: 'supervision',
    where: { all: [open, { fact: 'light', in: [light] }] },
    measure: { count: 'matters' },
    within: 'supervision.watched',
  })),
  figure({
    key: 'supervision.recovered',
    name: { zh: '追回资金', en: 'Money recovered' },
    unit: { zh: '万元', en: '× 10,000 yuan' },
    definition: { zh: '监管项目累计退还的资金。', en: 'What supervised projects have paid back in all.' },
    mechanism: 'supervision',
    where: { fact: 'recovered', present: true },
    measure: { sum: 'recovered', per: 1_000_000 },
  }),
];
