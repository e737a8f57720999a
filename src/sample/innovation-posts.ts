import type { Role } from '#kernel/actor.ts';
import { techFirms } from '#mechanisms/innovation/sample-firms.ts';
import type { SamplePost, SampleUnit } from './district.ts';

/** The bodies that the innovation wing adds to the district. */
export const innovationUnits: readonly SampleUnit[] = [
  { id: 'marine-team', name: '区海洋经济工作专班', shortName: '海洋专班', kind: 'body', groups: [] },
  { id: 'institutes', name: '院所高校（机构端）', shortName: '院所高校', kind: 'body', groups: [] },
  { id: 'brokers', name: '技术转移服务机构（经纪人端）', shortName: '技术经纪', kind: 'body', groups: [] },
  { id: 'alliance', name: '海洋科技创新创业联盟', shortName: '创新联盟', kind: 'body', groups: [] },
  { id: 'contract-registry', name: '区技术合同登记站', shortName: '合同登记站', kind: 'body', groups: [] },
  { id: 'industry-mart', name: '海洋工业超市', shortName: '工业超市', kind: 'body', groups: [] },
  { id: 'investors', name: '金融投资机构（机构端）', shortName: '投资机构', kind: 'body', groups: [] },
];

const single: readonly (readonly [id: string, name: string, unitId: string, role: Role])[] = [
  ['science-1', '科技经办岗甲', 'science', 'SCIENCE'],
  ['science-2', '科技经办岗乙', 'science', 'SCIENCE'],
  ['science-3', '科技经办岗丙', 'science', 'SCIENCE'],
  ['marine-1', '海洋经济经办岗甲', 'ocean', 'MARINE'],
  ['marine-2', '海洋经济经办岗乙', 'ocean', 'MARINE'],
  ['alliance', '联盟秘书处岗', 'alliance', 'ALLIANCE'],
  ['registry', '技术合同登记岗', 'contract-registry', 'REGISTRY'],
  ['mart', '工业超市运营岗', 'industry-mart', 'MART'],
];

/** The posts of the innovation wing: those who visit by twos, one an institute, one an enterprise. */
export function innovationPosts(): readonly SamplePost[] {
  return [
    ...single.map(([id, name, unitId, role]) => post(id, name, unitId, role)),
    ...numbered(6, 'marine-team', '专班走访岗', 'marine-team', 'MARINE'),
    ...numbered(12, 'institute', '院所成果岗', 'institutes', 'INSTITUTE'),
    ...numbered(3, 'broker', '技术经纪岗', 'brokers', 'BROKER'),
    ...numbered(4, 'investor', '投资机构岗', 'investors', 'INVESTOR'),
    ...numbered(techFirms.length, 'tech-firm', '科技企业岗', 'enterprises', 'ENTERPRISE'),
  ];
}

function numbered(count: number, prefix: string, name: string, unitId: string, role: Role): readonly SamplePost[] {
  return Array.from({ length: count }, (_, index) => post(`${prefix}-${index + 1}`, `${name}${String(index + 1).padStart(String(count).length, '0')}`, unitId, role));
}

function post(id: string, name: string, unitId: string, role: Role): SamplePost {
  return { id, name, unitId, roles: [role], fields: [] };
}
