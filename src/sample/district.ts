import type { Day } from '#kernel/calendar.ts';
import type { Role } from '#kernel/actor.ts';
import { innovationPosts, innovationUnits } from './innovation-posts.ts';
import { projectPosts, projectUnits } from './project-posts.ts';
import { reformPosts, reformUnits } from './reform-posts.ts';

/**
 * The sample district: the published outline of 青岛市即墨区 (its code, streets and towns, parks and functional areas) with the
 * usual departments of a district. Posts carry generic names; nobody here is a person.
 */
export const sampleDistrict = { code: '370215', name: '即墨区（示例）' };

/** From when the sample's units and posts are valid. */
export const sampleStart: Day = '2020-01-01';

export interface SampleUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: 'leadership' | 'department' | 'town' | 'area' | 'group' | 'body';
  readonly groups: readonly string[];
}

export interface SamplePost {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly roles: readonly Role[];
  readonly fields: readonly string[];
}

const departments: readonly (readonly [id: string, name: string, short: string])[] = [
  ['party-office', '区委办公室', '区委办'],
  ['organisation', '区委组织部', '组织部'],
  ['publicity', '区委宣传部', '宣传部'],
  ['united-front', '区委统战部', '统战部'],
  ['politics-law', '区委政法委员会', '政法委'],
  ['discipline', '区纪委监委机关', '区纪委监委'],
  ['government-office', '区政府办公室', '区政府办'],
  ['development', '区发展和改革局', '发改局'],
  ['education', '区教育和体育局', '教体局'],
  ['science', '区科学技术局', '科技局'],
  ['industry', '区工业和信息化局', '工信局'],
  ['police', '公安局即墨分局', '公安分局'],
  ['civil-affairs', '区民政局', '民政局'],
  ['justice', '区司法局', '司法局'],
  ['finance', '区财政局', '财政局'],
  ['human-resources', '区人力资源和社会保障局', '人社局'],
  ['natural-resources', '区自然资源局', '自然资源局'],
  ['housing', '区住房和城乡建设局', '住建局'],
  ['transport', '区交通运输局', '交通局'],
  ['agriculture', '区农业农村局', '农业农村局'],
  ['ocean', '区海洋发展局', '海洋发展局'],
  ['commerce', '区商务局', '商务局'],
  ['culture', '区文化和旅游局', '文旅局'],
  ['health', '区卫生健康局', '卫健局'],
  ['veterans', '区退役军人事务局', '退役军人局'],
  ['emergency', '区应急管理局', '应急局'],
  ['audit', '区审计局', '审计局'],
  ['approval', '区行政审批服务局', '审批局'],
  ['market', '区市场监督管理局', '市场监管局'],
  ['statistics', '区统计局', '统计局'],
  ['tax', '区税务局', '税务局'],
  ['medical-insurance', '区医疗保障局', '医保局'],
  ['urban-management', '区综合行政执法局', '综合执法局'],
  ['petition', '区信访局', '信访局'],
  ['ecology', '生态环境局即墨分局', '生态环境分局'],
  ['investment', '区投资促进中心', '投促中心'],
  ['hotline', '区政务服务热线办理中心', '12345热线中心'],
];

const towns: readonly (readonly [id: string, name: string])[] = [
  ['tongji', '通济街道'], ['huanxiu', '环秀街道'], ['chaohai', '潮海街道'], ['beian', '北安街道'], ['longshan', '龙山街道'],
  ['longquan', '龙泉街道'], ['aoshanwei', '鳌山卫街道'], ['wenquan', '温泉街道'], ['lingshan', '灵山街道'], ['lancun', '蓝村街道'],
  ['duanbolan', '段泊岚镇'], ['yifengdian', '移风店镇'], ['daxin', '大信镇'], ['tianheng', '田横镇'], ['jinkou', '金口镇'],
];

const areas: readonly (readonly [id: string, name: string])[] = [
  ['economic-zone', '即墨经济开发区'], ['auto-city', '汽车产业新城'], ['blue-valley', '蓝谷高新区'], ['land-port', '陆港新城'],
  ['jinshan-park', '金山工业园'], ['innovation-park', '科技创新园'], ['yifa-park', '怡发龙山产业园'], ['urban-park', '都市产业园'],
];

/** The six special groups (reform.md §4.1), each with the fields whose suggestions and tasks it reviews. */
const groups: readonly (readonly [id: string, name: string, fields: readonly string[]])[] = [
  ['group-economy', '经济和生态文明体制改革专项小组', ['economy']],
  ['group-law', '民主法制领域改革专项小组', ['democracy']],
  ['group-culture', '文化体制改革专项小组', ['culture']],
  ['group-society', '社会体制改革专项小组', ['society']],
  ['group-party', '党的建设制度改革专项小组', ['party']],
  ['group-discipline', '纪检监察体制改革专项小组', ['discipline']],
];

/** Every unit of the sample district. */
export const sampleUnits: readonly SampleUnit[] = [
  { id: 'leadership', name: '区委区政府', shortName: '区委区政府', kind: 'leadership', groups: [] },
  { id: 'reform-office', name: '区委全面深化改革委员会办公室', shortName: '区委改革办', kind: 'department', groups: ['各区直部门'] },
  ...departments.map(([id, name, shortName]) => ({ id, name, shortName, kind: 'department' as const, groups: ['各区直部门'] })),
  ...towns.map(([id, name]) => ({ id, name, shortName: name.replace(/(街道|镇)$/, ''), kind: 'town' as const, groups: ['各镇街'] })),
  ...areas.map(([id, name]) => ({ id, name, shortName: name, kind: 'area' as const, groups: ['各功能区'] })),
  ...groups.map(([id, name]) => ({ id, name, shortName: name.replace('体制改革专项小组', '组').replace('领域改革专项小组', '组').replace('制度改革专项小组', '组'), kind: 'group' as const, groups: ['各专项小组'] })),
  ...projectUnits,
  ...reformUnits,
  ...innovationUnits,
];

/** Every post of the sample district. */
export const samplePosts: readonly SamplePost[] = [
  post('top', '区委主要领导岗', 'leadership', ['TOP']),
  post('leader-reform', '分管改革区领导岗', 'leadership', ['LEADER']),
  post('leader-economy', '分管经济区领导岗', 'leadership', ['LEADER']),
  post('office-1', '改革办经办岗甲', 'reform-office', ['OFFICE']),
  post('office-2', '改革办经办岗乙', 'reform-office', ['OFFICE']),
  post('office-head', '改革办主任岗', 'reform-office', ['OFFICE_HEAD']),
  post('office-deputy', '改革办副主任岗', 'reform-office', ['OFFICE_HEAD', 'INSPECT_LEAD']),
  post('inspector', '改革督察岗', 'reform-office', ['INSPECTOR']),
  post('assess', '考核办经办岗', 'organisation', ['ASSESS']),
  post('petition', '信访受理岗', 'petition', ['PETITION']),
  post('hotline', '热线受理岗', 'hotline', ['PETITION']),
  post('discipline-1', '纪检信访办理岗甲', 'discipline', ['DISCIPLINE']),
  post('discipline-2', '纪检信访办理岗乙', 'discipline', ['DISCIPLINE']),
  post('guide-office', '政务服务事项管理岗', 'approval', ['GUIDE_OFFICE']),
  post('legal', '合法性审核岗', 'justice', ['LEGAL']),
  post('media', '宣传核稿岗', 'publicity', ['MEDIA']),
  post('administrator', '系统管理岗', 'government-office', ['SYS', 'ADMIN']),
  post('security', '安全管理岗', 'government-office', ['SECADM']),
  post('auditor', '安全审计岗', 'audit', ['AUDIT']),
  ...groups.flatMap(([id, name, fields]) => [
    post(`${id}-liaison`, `${shortGroup(name)}联络岗`, id, ['GROUP'], fields),
    post(`${id}-head`, `${shortGroup(name)}组长岗`, id, ['GROUP_HEAD'], fields),
  ]),
  ...sampleUnits
    .filter((unit) => ['department', 'town', 'area'].includes(unit.kind) && unit.id !== 'reform-office')
    .flatMap((unit) => [
      post(`${unit.id}-liaison`, `${unit.shortName}改革联络岗`, unit.id, ['UNIT', ...(unit.kind === 'department' ? ['GUIDE_UNIT'] : [])]),
      post(`${unit.id}-head`, `${unit.shortName}主要负责岗`, unit.id, ['UNIT_HEAD']),
    ]),
  ...projectPosts(sampleUnits),
  ...reformPosts(),
  ...innovationPosts(),
];

/** The parks and functional areas of the district (article figure 4.18). */
export const sampleParks: readonly string[] = areas.map(([, name]) => name);

function post(id: string, name: string, unitId: string, roles: readonly Role[], fields: readonly string[] = []): SamplePost {
  return { id, name, unitId, roles, fields };
}

function shortGroup(name: string): string {
  return name.replace(/(体制|制度|领域)改革专项小组$/, '专项小组');
}
