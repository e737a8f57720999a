import type { Role } from '#kernel/actor.ts';
import type { SamplePost, SampleUnit } from './district.ts';

/** The bodies that the projects wing adds to the district. */
export const projectUnits: readonly SampleUnit[] = [
  { id: 'review-office', name: '区项目评审办公室', shortName: '评审办', kind: 'body', groups: [] },
  { id: 'joint-meeting', name: '区项目联席会议', shortName: '项目联席会议', kind: 'body', groups: [] },
  { id: 'experts', name: '区项目评审专家库', shortName: '专家库', kind: 'body', groups: [] },
  { id: 'enterprises', name: '项目单位（企业端）', shortName: '项目单位', kind: 'body', groups: [] },
  { id: 'power-supply', name: '区供电公司', shortName: '供电公司', kind: 'body', groups: [] },
];

/** How many experts have an account of their own. */
export const sampleExperts = 120;

const single: readonly (readonly [id: string, name: string, unitId: string, role: Role])[] = [
  ['invest-1', '招商专员岗甲', 'investment', 'INVEST'],
  ['invest-2', '招商专员岗乙', 'investment', 'INVEST'],
  ['invest-3', '招商专员岗丙', 'investment', 'INVEST'],
  ['steward-1', '项目专员岗甲', 'investment', 'STEWARD'],
  ['steward-2', '项目专员岗乙', 'investment', 'STEWARD'],
  ['steward-3', '项目专员岗丙', 'investment', 'STEWARD'],
  ['secretariat-1', '评审办经办岗甲', 'review-office', 'SECRETARIAT'],
  ['secretariat-2', '评审办经办岗乙', 'review-office', 'SECRETARIAT'],
  ['secretariat-head', '评审办负责岗', 'review-office', 'SECRETARIAT_HEAD'],
  ['supervisor', '评审监督岗', 'discipline', 'SUPERVISOR'],
  ['joint-meeting', '项目联席会议岗', 'joint-meeting', 'JOINT'],
  ['natural', '项目用地岗', 'natural-resources', 'NATURAL'],
  ['permits', '项目审批岗', 'approval', 'APPROVAL'],
  ['industry', '项目产业岗', 'industry', 'INDUSTRY'],
  ['ecology', '项目环评岗', 'ecology', 'ECOLOGY'],
  ['emergency', '项目安全岗', 'emergency', 'EMERGENCY'],
  ['tax', '项目税收岗', 'tax', 'TAX'],
  ['power', '供电数据岗', 'power-supply', 'POWER'],
  ['labour', '人社数据岗', 'human-resources', 'LABOUR'],
  ['stat', '项目统计岗', 'statistics', 'STAT'],
  ['finance', '项目资金岗', 'finance', 'FINANCE'],
];

/** The posts of the projects wing: one each in offices, towns and functional areas, one an expert, a few of enterprises. */
export function projectPosts(units: readonly SampleUnit[]): readonly SamplePost[] {
  const numbered = (count: number, prefix: string, name: string, unitId: string, role: Role) =>
    Array.from({ length: count }, (_, index) => post(`${prefix}-${index + 1}`, `${name}${String(index + 1).padStart(String(count).length, '0')}`, unitId, role));
  return [
    ...single.map(([id, name, unitId, role]) => post(id, name, unitId, role)),
    ...units.filter(({ kind }) => kind === 'town').map(({ id, shortName }) => post(`${id}-project`, `${shortName}项目岗`, id, 'TOWN')),
    ...units.filter(({ kind }) => kind === 'area').map(({ id, shortName }) => post(`${id}-project`, `${shortName}项目岗`, id, 'ZONE')),
    ...numbered(8, 'enterprise', '项目单位岗', 'enterprises', 'ENTERPRISE'),
    ...numbered(sampleExperts, 'expert', '评审专家', 'experts', 'EXPERT'),
  ];
}

function post(id: string, name: string, unitId: string, role: Role): SamplePost {
  return { id, name, unitId, roles: [role], fields: [] };
}
