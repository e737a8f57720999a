import type { Role } from '#kernel/actor.ts';
import type { Text } from '#kernel/words.ts';

/** The roles of the house, by the code that posts carry. */
export const roles = {
  TOP: { zh: '区委、区政府主要领导', en: 'Principal leader of the district' },
  LEADER: { zh: '区级分管（牵头）领导', en: 'District leader in charge of a field' },
  OFFICE: { zh: '区委改革办经办', en: 'Reform office, handling post' },
  OFFICE_HEAD: { zh: '区委改革办主任、副主任', en: 'Reform office, director or deputy' },
  GROUP: { zh: '专项小组联络员', en: 'Liaison of a special group' },
  GROUP_HEAD: { zh: '专项小组组长', en: 'Head of a special group' },
  UNIT: { zh: '单位改革联络员', en: 'Reform liaison of a unit' },
  UNIT_HEAD: { zh: '单位主要负责人', en: 'Head of a unit' },
  INSPECTOR: { zh: '改革督察员', en: 'Reform inspector' },
  INSPECT_LEAD: { zh: '督察组组长', en: 'Head of an inspection team' },
  ASSESS: { zh: '考核办', en: 'Assessment office' },
  EXPERT: { zh: '评审专家', en: 'Review expert' },
  GUIDE_UNIT: { zh: '事项实施主体', en: 'Unit that handles a service item' },
  GUIDE_OFFICE: { zh: '行政审批服务局', en: 'Administrative approval bureau' },
  LEGAL: { zh: '司法局、区委法律顾问', en: 'Justice bureau and legal advisers' },
  MEDIA: { zh: '宣传部、融媒体中心', en: 'Publicity department and media centre' },
  DISCIPLINE: { zh: '纪检信访承办人员', en: 'Discipline handler' },
  PETITION: { zh: '信访局、12345热线', en: 'Petition bureau and 12345 hotline' },
  PUBLIC: { zh: '建议人', en: 'Member of the public' },
  INVEST: { zh: '专业招商团队', en: 'Investment team' },
  TOWN: { zh: '落地镇街', en: 'Town that receives a project' },
  ZONE: { zh: '落地功能区', en: 'Functional area that receives a project' },
  SECRETARIAT: { zh: '评审办经办', en: 'Review office, handling post' },
  SECRETARIAT_HEAD: { zh: '评审办负责人', en: 'Head of the review office' },
  SUPERVISOR: { zh: '纪检监督、公证', en: 'Supervisor: discipline or notary' },
  JOINT: { zh: '项目联席会议', en: 'Joint meeting on projects' },
  NATURAL: { zh: '自然资源局', en: 'Natural resources bureau' },
  APPROVAL: { zh: '行政审批局项目审批', en: 'Approval bureau, project permits' },
  INDUSTRY: { zh: '工信局', en: 'Industry bureau' },
  ECOLOGY: { zh: '生态环境局', en: 'Ecology bureau' },
  EMERGENCY: { zh: '应急局', en: 'Emergency bureau' },
  TAX: { zh: '税务局', en: 'Tax bureau' },
  STAT: { zh: '统计局', en: 'Statistics bureau' },
  FINANCE: { zh: '财政局', en: 'Finance bureau' },
  POWER: { zh: '供电公司', en: 'Power supply' },
  LABOUR: { zh: '人社局', en: 'Labour and social insurance bureau' },
  ENTERPRISE: { zh: '项目单位', en: 'Enterprise of a project' },
  SCIENCE: { zh: '科技局', en: 'Science and technology bureau' },
  MARINE: { zh: '海洋发展局、海洋经济专班', en: 'Marine development bureau and its team' },
  INSTITUTE: { zh: '院所、高校成果经办', en: 'Institute or university, achievements' },
  BROKER: { zh: '技术经纪人', en: 'Technology broker' },
  ALLIANCE: { zh: '创新创业联盟秘书处', en: 'Secretariat of the innovation alliance' },
  REGISTRY: { zh: '技术合同登记机构', en: 'Registry of technical contracts' },
  MART: { zh: '海洋工业超市运营方', en: 'Operator of the marine industry mart' },
  INVESTOR: { zh: '金融投资机构', en: 'Financial or investment institution' },
  STEWARD: { zh: '项目专员', en: 'Project steward' },
  ADMIN: { zh: '平台管理员', en: 'Platform administrator' },
  SYS: { zh: '系统管理员', en: 'System administrator' },
  SECADM: { zh: '安全管理员', en: 'Security administrator' },
  AUDIT: { zh: '安全审计员', en: 'Security auditor' },
} as const satisfies Readonly<Record<Role, Text>>;

/** A role of the house. */
export type RoleCode = keyof typeof roles;

/** The name of a role; its code where it is none of ours. */
export function roleName(code: Role): Text {
  return Object.hasOwn(roles, code) ? roles[code as RoleCode] : { zh: code, en: code };
}
