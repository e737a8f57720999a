import { postOf, Walk } from '#mechanisms/walk.ts';
import { agendaItem } from '#mechanisms/reform/agenda-item/agenda-item.ts';
import { followUp } from '#mechanisms/reform/follow-up/follow-up.ts';
import { meeting } from '#mechanisms/reform/meeting/meeting.ts';
import { serving } from '#mechanisms/reform/meeting/server.ts';
import { serving as letters } from '#mechanisms/reform/warning-letter/server.ts';
import { warningLetter } from '#mechanisms/reform/warning-letter/warning-letter.ts';
import { reformDocument } from '#mechanisms/reform/reform-document/reform-document.ts';
import { specialGroup } from '#mechanisms/reform/special-group/special-group.ts';
import { topic } from '#mechanisms/reform/topic/topic.ts';
import { workingMechanism } from '#mechanisms/reform/working-mechanism/working-mechanism.ts';

export { refusal } from './refusal.ts';

/** Who works on sessions in tests. */
export const clerk = postOf('clerk', 'reform', ['OFFICE']);
export const head = postOf('head', 'reform', ['OFFICE_HEAD']);
export const secretary = postOf('secretary', 'leadership', ['TOP']);
export const leader = postOf('leader', 'leadership', ['LEADER']);
export const group = postOf('group', 'group-economy', ['GROUP'], ['economy']);
export const justice = postOf('justice', 'justice', ['LEGAL']);
export const treasury = postOf('treasury', 'finance', ['FINANCE']);
export const land = postOf('land', 'natural-resources', ['UNIT']);
export const landHead = postOf('land-head', 'natural-resources', ['UNIT_HEAD']);
export const trade = postOf('trade', 'commerce', ['UNIT']);
export const because = '经研究，理由是这样的，特此说明。';

/** A district in memory with the mechanisms of the sessions. */
export function sessionCounty(day = '2021-03-01'): Walk {
  const walk = new Walk([topic, meeting, agendaItem, followUp, reformDocument, specialGroup, workingMechanism, warningLetter], '2021-01-01T00:00:00.000Z', { meeting: serving, warningLetter: letters }).on(day);
  for (const [id, name] of [['reform', '改革办'], ['natural-resources', '自然资源局'], ['commerce', '商务局'], ['justice', '司法局'], ['finance', '财政局'], ['leadership', '区委区政府']] as const) walk.units.set(id, { id, name, isActive: true, groups: [] });
  return walk;
}

/** A file as evidence. */
export const paper = (name: string) => [{ hash: name.padEnd(64, '0').replaceAll(/[^0-9a-f]/g, 'a'), name, type: 'text/plain', size: 10 }];

/** What a paper to be decided brings along. */
export const materials = {
  draft: paper('draft'), explanation: paper('explanation'), upperDocuments: '省、市同类文件各一份。',
  adoption: [{ unit: 'commerce', opinion: '建议明确时限。', adopted: 'yes', reason: '已写入' }],
};
export const application = { title: '工业用地标准地出让办法', kind: 'review', isReform: true, field: 'economy', reporterUnit: 'natural-resources', coUnits: ['commerce'], ...materials };
export const decision = { content: '印发实施，并报首批地块清单', unit: 'natural-resources', dueOn: '2021-04-15' };

/** A meeting of the commission, planned. */
export function planned(walk: Walk, change: object = {}): string {
  return walk.file(clerk, 'meeting', 'convene', { name: '区委深改委第六次会议', kind: 'deepReform', ordinal: 6, heldOn: '2021-03-19', startAt: '09:00', place: '第一会议室', attendeeUnits: ['natural-resources'], ...change }).id;
}

/** An item signed by the leader, ready for an agenda. */
export function signed(walk: Walk, change: object = {}): string {
  const { id } = walk.file(land, 'agendaItem', 'apply', { ...application, ...change });
  walk.act(clerk, id, 'preCheck');
  walk.act(clerk, id, 'requestOpinions', { units: ['commerce'], legalUnit: 'justice' });
  walk.act(trade, id, 'giveOpinion', { agrees: true, text: '同意。' });
  walk.act(justice, id, 'giveLegalOpinion', { legalOpinion: 'lawful', legalText: '符合上位法。' });
  walk.act(clerk, id, 'coordinate');
  walk.act(group, id, 'reviewInGroup', { groupOpinion: '同意提交会议。' });
  walk.act(leader, id, 'signByLeader');
  return id;
}

/** A meeting held with these items before it. */
export function held(walk: Walk, items: readonly string[], change: object = {}): string {
  const id = planned(walk, change);
  for (const item of items) walk.act(clerk, item, 'schedule', { meeting: id });
  walk.act(clerk, id, 'notify');
  walk.on(String(walk.get(id).facts['heldOn'])).act(clerk, id, 'hold', { present: '区委书记、区长' });
  return id;
}
