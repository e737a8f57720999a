import type { Actor } from '#kernel/actor.ts';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { bulletin } from '#mechanisms/reform/bulletin/bulletin.ts';
import { suggestion } from '#mechanisms/reform/suggestion/suggestion.ts';
import { postOf, Walk } from '#mechanisms/walk.ts';

export { refusal } from './refusal.ts';

// A suggestion taken as far as a test needs it, by the actions that people use.

export const anybody: Actor = { kind: 'public' };
export const night: Actor = { kind: 'system', job: 'night' };
export const clerk = postOf('clerk', 'reform', ['OFFICE']);
export const otherClerk = postOf('clerk2', 'reform', ['OFFICE']);
export const head = postOf('head', 'reform', ['OFFICE_HEAD']);
export const traffic = postOf('traffic', 'police', ['UNIT']);
export const trafficHead = postOf('trafficHead', 'police', ['UNIT_HEAD']);
export const city = postOf('city', 'urban', ['UNIT']);
export const author = (id: string): Actor => ({ kind: 'author', matterId: id });

export const proof = { hash: 'a'.repeat(64), name: '验收单.pdf', type: 'application/pdf', size: 10 };
export const parking = {
  title: '车辆违停智能化查处', grounds: '学校门口车辆乱停，接送时段堵塞。', measure: '安装电子抓拍设备，自动取证。',
  proposerKind: 'citizen', identityMode: 'realHidden', proposerName: '一位居民', contact: '13800000000', town: '通济街道', notice: 'v2021',
};
export const because = '经研究，理由是这样的，特此说明。';
export const opinion = { feasible: 'yes', authority: 'district', text: '可行，建议试点。', score: 90 };
export const reply = { answer: '您的建议已经采纳，将在三所学校门口先行试点。', nextStep: '年底前完成安装。', answerMark: 'B', publicSummary: '建议在学校门口安装电子抓拍设备。' };

export function county(day = '2021-03-08') {
  const walk = new Walk([suggestion, bulletin], '2021-01-01T00:00:00.000Z').on(day);
  for (const [id, name] of [['reform', '改革办'], ['police', '公安分局'], ['urban', '综合执法局'], ['petition', '信访局']] as const) walk.units.set(id, { id, name, isActive: true, groups: [] });
  return walk;
}

export const submit = (walk: Walk, change: object = {}) => walk.file(anybody, 'suggestion', 'submit', { ...parking, ...change }).id;
export function register(walk: Walk, change: object = {}) {
  const id = submit(walk, change);
  walk.act(clerk, id, 'register', { field: 'society' });
  return id;
}
export function screen(walk: Walk, change: object = {}, units: readonly string[] = ['police']) {
  const id = register(walk, change);
  walk.act(clerk, id, 'requestOpinions', { field: 'society', units, identityChecked: true });
  return id;
}
export function judged(walk: Walk, change: object = {}) {
  const id = screen(walk, change);
  walk.act(traffic, id, 'giveOpinion', opinion);
  return id;
}
export function decided(walk: Walk, decision = 'adopted', change: object = {}) {
  const id = judged(walk, change);
  walk.act(head, id, 'decide', { decision, ...(decision === 'adopted' ? {} : { decisionReason: because }) });
  return id;
}
export function assigned(walk: Walk, change: object = {}) {
  const id = decided(walk, 'adopted', change);
  walk.act(clerk, id, 'assign', { leadUnit: 'police', coUnits: ['urban'] });
  return id;
}
export function implementing(walk: Walk, change: object = {}) {
  const id = assigned(walk, change);
  walk.act(traffic, id, 'plan', { plan: '分三步实施。', dueOn: '2021-12-31' });
  return id;
}
export function claimed(walk: Walk, change: object = {}) {
  const id = implementing(walk, change);
  walk.act(trafficHead, id, 'claimImplemented', { result: '三所学校门口不再堵塞。', evidence: [proof] });
  return id;
}
export function implemented(walk: Walk, change: object = {}) {
  const id = claimed(walk, change);
  walk.act(clerk, id, 'confirmImplemented');
  return id;
}
export const due = (walk: Walk, id: string, clock: string) => {
  const held = walk.get(id).clocks[clock];
  return held && findDueDay(chinaCalendar, held);
};
export const lastTold = (walk: Walk, id: string) => walk.toldAuthor(id).at(-1);
