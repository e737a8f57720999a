import { figure } from '#kernel/figure.ts';

/** What is asked of the items (reform.md §4.5, §4.7). */
export const agendaItemFigures = [
  figure({
    key: 'agendaItem.open',
    name: { zh: '在办议题', en: 'Items under way' },
    unit: { zh: '个', en: 'items' },
    definition: { zh: '目前已申报、还没有会议结果的议题数。', en: 'Items applied for that have no outcome yet.' },
    mechanism: 'agendaItem',
    where: { stage: ['applied', 'preChecked', 'coordinated', 'groupReviewed', 'leaderSigned', 'scheduled', 'discussed', 'returned'] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'agendaItem.passed',
    name: { zh: '审议通过率', en: 'Share of papers passed' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年以来申报且已有结果的审议文件议题中，审议通过和原则通过所占比例；撤回的不计。', en: 'Of the papers applied for this year that have an outcome, the share passed, in principle or whole; withdrawn ones do not count.' },
    mechanism: 'agendaItem',
    where: { all: [{ fact: 'kind', in: ['review'] }, { fact: 'appliedOn', during: 'thisYear' }, { fact: 'outcome', present: true }] },
    measure: { share: { fact: 'outcome', in: ['passed', 'passedInPrinciple'] } },
  }),
];
