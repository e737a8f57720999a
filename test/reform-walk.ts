import { mechanisms } from '#mechanisms/mechanisms.ts';
import { serving as annualPoints } from '#mechanisms/reform/annual-points/server.ts';
import { serving as integrationProject } from '#mechanisms/reform/integration-project/server.ts';
import { serving as task } from '#mechanisms/reform/task/server.ts';
import { serving as progressCircular } from '#mechanisms/reform/progress-circular/server.ts';
import { serving as warningLetter } from '#mechanisms/reform/warning-letter/server.ts';
import { serving as upperProgramme } from '#mechanisms/reform/upper-programme/server.ts';
import { postOf, Walk } from '#mechanisms/walk.ts';

export { refusal } from './refusal.ts';

/** Those who do the work of the reform wing, for walks in memory. */
export const people = {
  office: postOf('office', 'reform-office', ['OFFICE']),
  colleague: postOf('colleague', 'reform-office', ['OFFICE']),
  head: postOf('head', 'reform-office', ['OFFICE_HEAD']),
  group: postOf('group', 'group-economy', ['GROUP'], ['economy']),
  groupHead: postOf('group-head', 'group-economy', ['GROUP_HEAD'], ['economy']),
  leader: postOf('leader', 'leadership', ['LEADER']),
  top: postOf('top', 'leadership', ['TOP']),
  inspectLead: postOf('inspect-lead', 'party-office', ['INSPECT_LEAD']),
  approval: postOf('approval', 'approval', ['UNIT']),
  approvalHead: postOf('approval-head', 'approval', ['UNIT_HEAD']),
  housing: postOf('housing', 'housing', ['UNIT']),
  housingHead: postOf('housing-head', 'housing', ['UNIT_HEAD']),
  tax: postOf('tax', 'tax', ['UNIT']),
  taxHead: postOf('tax-head', 'tax', ['UNIT_HEAD']),
} as const;

export const because = '经研究，理由是这样的，特此说明。';
export const proof = [{ hash: 'a'.repeat(64), name: '佐证.pdf', type: 'application/pdf', size: 1 }];

/** The reform wing in memory on a day. */
export function reformWalk(day: string): Walk {
  const walk = new Walk(mechanisms, '2021-01-01T00:00:00.000Z', { task, annualPoints, upperProgramme, integrationProject, progressCircular, warningLetter }).on(day);
  for (const [id, name] of [['reform-office', '改革办'], ['group-economy', '经济组'], ['approval', '审批局'], ['housing', '住建局'], ['tax', '税务局'], ['leadership', '区委区政府'], ['party-office', '区委办']] as const) {
    walk.units.set(id, { id, name, isActive: true, groups: [] });
  }
  return walk;
}

export const line = { seq: 1, category: '优化营商环境', title: '推行企业开办一件事', target: '开办时间压减到半天以内', sourceLevel: 'provincial', field: 'economy', group: 'group-economy', leadUnit: 'approval', coUnits: ['tax'], dueText: '9月底前' };

export const plan = {
  plan: '一窗受理，并联办理，数据共享。', outcomeKind: 'document', contactName: '联系人甲', evidence: proof,
  milestones: [{ name: '出台方案', startOn: '2021-03-22', dueOn: '2021-04-30', weight: 40 }, { name: '系统联调', dueOn: '2021-06-30', weight: 30 }, { name: '全面推行', dueOn: '2021-09-30', weight: 30 }],
  coWork: [{ unit: 'tax', work: '发票申领并入一件事', dueOn: '2021-06-30' }],
};

/** A task of points recorded as issued on 15 March 2021. */
export function assignedTask(walk: Walk, change: object = {}): string {
  const { id } = walk.on('2021-03-10').file(people.office, 'task', 'draft', { ...line, ...change });
  walk.on('2021-03-15').file(people.head, 'annualPoints', 'recordIssued', { title: '2021年改革工作要点', year: 2021, docNo: '即发〔2021〕5号', issuedOn: '2021-03-15', evidence: proof, reason: because });
  return id;
}

/** One with an accepted plan that has begun on 22 March. */
export function runningTask(walk: Walk, change: object = {}, given: object = {}): string {
  const id = assignedTask(walk, change);
  walk.on('2021-03-17').act(people.approval, id, 'submitPlan', { ...plan, ...given });
  walk.act(people.approvalHead, id, 'signPlan');
  walk.on('2021-03-19').act(people.group, id, 'acceptPlan');
  walk.on('2021-03-22').act({ kind: 'system', job: 'nightly' }, id, 'begin');
  return id;
}
