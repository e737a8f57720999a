import type { Role } from '#kernel/actor.ts';
import type { Text } from '#kernel/words.ts';

/** The roles of the reform wing and of administration, by the code that posts carry. */
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
