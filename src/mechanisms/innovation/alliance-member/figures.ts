import { figure } from '#kernel/figure.ts';

const members = { zh: '家', en: 'members' };
const active = { stage: ['active'] } as const;

/** What is asked of the alliance (innovation.md §9, §14). */
export const allianceMemberFigures = [
  figure({
    key: 'allianceMember.active',
    name: { zh: '联盟成员', en: 'Members of the alliance' },
    unit: members,
    definition: { zh: '统计日在册的不同单位数；合作平台、已提醒、暂停和离开的不计。', en: 'Distinct members active on the day, without partners and those warned, suspended or gone.' },
    mechanism: 'allianceMember',
    where: active,
    measure: { distinct: 'creditCode' },
    answers: '2.8',
  }),
  figure({
    key: 'allianceMember.joined',
    name: { zh: '今年入盟', en: 'Joined this year' },
    unit: members,
    definition: { zh: '今年入盟、统计日在册的成员。', en: 'Members that joined this year and are active.' },
    mechanism: 'allianceMember',
    where: { all: [active, { fact: 'joinedOn', during: 'thisYear' }] },
    measure: { count: 'matters' },
    within: 'allianceMember.active',
  }),
  figure({
    key: 'allianceMember.left',
    name: { zh: '今年离开', en: 'Left this year' },
    unit: members,
    definition: { zh: '今年退出或者除名的成员。', en: 'Members that withdrew or were expelled this year.' },
    mechanism: 'allianceMember',
    where: { all: [{ stage: ['withdrawn', 'expelled'] }, { fact: 'leftOn', during: 'thisYear' }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'allianceMember.busy',
    name: { zh: '今年有活动的成员', en: 'Members active in deed this year' },
    unit: members,
    definition: { zh: '统计日在册、最近一次活动在今年的成员。', en: 'Active members whose last activity lies in this year.' },
    mechanism: 'allianceMember',
    where: { all: [active, { fact: 'activeOn', during: 'thisYear' }] },
    measure: { count: 'matters' },
    within: 'allianceMember.active',
  }),
  figure({
    key: 'allianceMember.activity',
    name: { zh: '活跃指数中位数', en: 'Median index of activity' },
    unit: { zh: '分', en: 'points' },
    definition: { zh: '今年有活动的在册成员活跃指数的中位数：签约3分、需求或者成果2分、参加活动1分（参数可改）。', en: 'The median index of members active in deed this year: three for a contract, two for a demand or achievement, one for an event (settings).' },
    mechanism: 'allianceMember',
    where: { all: [active, { fact: 'activeOn', during: 'thisYear' }] },
    measure: { median: 'activity', atLeast: 5 },
  }),
];
