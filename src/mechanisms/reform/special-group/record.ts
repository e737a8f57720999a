import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { reformFields } from '../reform-fields.ts';

/** 专项小组: who reviews the reform of a field, with its head and member units. */
export const specialGroupRecord = record({
  key: 'specialGroup',
  wing: 'reform',
  name: { zh: '专项小组', en: 'Special groups' },
  counter: { zh: '个', en: 'groups' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { min: 4, max: 60, searched: true, unique: true }),
    fields: fact.choices({ zh: '负责领域', en: 'Fields' }, reformFields),
    unit: fact.unit({ zh: '小组', en: 'Group' }, { indexed: true }),
    head: fact.person({ zh: '组长', en: 'Head' }),
    liaison: fact.person({ zh: '联络员', en: 'Liaison' }),
    officeUnit: fact.unit({ zh: '牵头单位', en: 'Lead unit' }),
    members: fact.units({ zh: '成员单位', en: 'Member units' }),
    basis: fact.text({ zh: '成立依据', en: 'Basis' }, { max: 120 }),
    foundedOn: fact.day({ zh: '成立日期', en: 'Founded on' }, { indexed: true }),
    dissolvedOn: fact.day({ zh: '撤销日期', en: 'Dissolved on' }),
  },
  stages: {
    active: { name: { zh: '在运行', en: 'Active' }, place: 'main' },
    dissolved: { name: { zh: '已撤销', en: 'Dissolved' }, place: 'end' },
  },
  settings: { fewestMembers: { name: { zh: '成员单位最少', en: 'Fewest member units' }, value: 2, min: 1, max: 10 } },
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    membersFew: { status: 422, zh: '专项小组至少有{least}个成员单位。', en: 'A group has at least {least} member units.' },
    leadIsMember: { status: 422, zh: '牵头单位不再列为成员单位。', en: 'The lead unit is not listed as a member as well.' },
    foundedLater: { status: 422, zh: '成立日期不能晚于今天。', en: 'It cannot be founded later than today.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', TOP: 'all', LEADER: 'all', GROUP: 'all', GROUP_HEAD: 'all', UNIT: 'all', UNIT_HEAD: 'all' },
  groups: [{ name: { zh: '基本情况', en: 'Basics' }, facts: ['name', 'fields', 'unit', 'head', 'liaison', 'officeUnit', 'members', 'basis', 'foundedOn', 'dissolvedOn'] }],
  title: 'name',
  lead: 'unit',
  co: 'members',
  list: ['name', 'head', 'officeUnit', 'members', 'foundedOn'],
});

/** The record, for types. */
export type SpecialGroupRecord = typeof specialGroupRecord;
