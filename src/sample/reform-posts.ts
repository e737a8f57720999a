import type { Role } from '#kernel/actor.ts';
import type { SamplePost, SampleUnit } from './district.ts';

/** The body that the reform wing adds to the district: the commission whose meetings decide. */
export const reformUnits: readonly SampleUnit[] = [
  { id: 'reform-commission', name: '区委全面深化改革委员会', shortName: '区委深改委', kind: 'body', groups: [] },
];

/** District leaders besides those of reform and the economy, each with the fields in hand. */
const leaders: readonly (readonly [id: string, name: string, fields: readonly string[]])[] = [
  ['leader-law', '分管政法区领导岗', ['democracy']],
  ['leader-culture', '分管宣传文化区领导岗', ['culture']],
  ['leader-society', '分管社会事业区领导岗', ['society']],
  ['leader-party', '分管党建区领导岗', ['party']],
  ['leader-discipline', '分管纪检监察区领导岗', ['discipline']],
];

/** 改革督察员 are drawn from the office, the special groups and units (reform.md §11.2): whoever comes from a unit may not inspect it. */
const inspectors: readonly (readonly [id: string, name: string, unitId: string, role: Role])[] = [
  ['inspector-2', '改革督察岗乙', 'reform-office', 'INSPECTOR'],
  ['inspector-committee', '区委督察专班督察岗', 'party-office', 'INSPECTOR'],
  ['inspector-economy', '经济组抽调督察岗', 'group-economy', 'INSPECTOR'],
  ['inspector-society', '社会组抽调督察岗', 'group-society', 'INSPECTOR'],
  ['inspector-finance', '财政局抽调督察岗', 'finance', 'INSPECTOR'],
  ['inspector-approval', '审批局抽调督察岗', 'approval', 'INSPECTOR'],
  ['inspector-housing', '住建局抽调督察岗', 'housing', 'INSPECTOR'],
  ['inspect-lead-1', '督察一组组长岗', 'party-office', 'INSPECT_LEAD'],
  ['inspect-lead-2', '督察二组组长岗', 'discipline', 'INSPECT_LEAD'],
  ['legal-adviser', '区委法律顾问岗', 'party-office', 'LEGAL'],
];

/** The posts of the reform wing beyond those every district has: liaisons and heads of units and groups stand in the list of the district itself. */
export function reformPosts(): readonly SamplePost[] {
  return [
    ...leaders.map(([id, name, fields]): SamplePost => ({ id, name, unitId: 'leadership', roles: ['LEADER'], fields })),
    ...inspectors.map(([id, name, unitId, role]): SamplePost => ({ id, name, unitId, roles: [role], fields: [] })),
    { id: 'reform-office-liaison', name: '改革办改革联络岗', unitId: 'reform-office', roles: ['UNIT'], fields: [] },
    { id: 'reform-office-head', name: '改革办主要负责岗', unitId: 'reform-office', roles: ['UNIT_HEAD'], fields: [] },
  ];
}
