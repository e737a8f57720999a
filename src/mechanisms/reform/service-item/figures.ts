import { figure } from '#kernel/figure.ts';

/** What is asked of the list of service items. */
export const serviceItemFigures = [
  figure({
    key: 'serviceItem.inUse',
    name: { zh: '在用政务服务事项', en: 'Service items in use' },
    unit: { zh: '项', en: 'items' },
    definition: { zh: '统计日状态为在用的事项数，以实施编码区分。', en: 'Items in use on the day, told apart by their code.' },
    mechanism: 'serviceItem',
    where: { stage: ['inUse'] },
    measure: { count: 'matters' },
    isPublic: true,
  }),
  figure({
    key: 'serviceItem.bodies',
    name: { zh: '实施主体', en: 'Implementing bodies' },
    unit: { zh: '家', en: 'bodies' },
    definition: { zh: '在用事项涉及的实施主体数，按名称去重。', en: 'Distinct bodies among the items in use.' },
    mechanism: 'serviceItem',
    where: { stage: ['inUse'] },
    measure: { distinct: 'deptName' },
  }),
  figure({
    key: 'serviceItem.wholeOnline',
    name: { zh: '全程网办率', en: 'Wholly online' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '在用且填报了网办深度的事项中，达到Ⅳ级的占比。', en: 'Of the items in use with a stated depth, the share at level IV.' },
    mechanism: 'serviceItem',
    where: { all: [{ stage: ['inUse'] }, { fact: 'onlineDepth', present: true }] },
    measure: { share: { fact: 'onlineDepth', in: ['IV'] } },
  }),
];
