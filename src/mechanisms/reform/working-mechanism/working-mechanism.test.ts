import { expect, test } from 'vitest';
import { findDueDay } from '#kernel/clock.ts';
import { chinaCalendar } from '#kernel/calendar.ts';
import { holds } from '#kernel/condition.ts';
import { refusal } from '#test/sessions.ts';
import { postOf, Walk } from '../../walk.ts';
import { workingMechanismFigures } from './figures.ts';
import { workingMechanismStories } from './sample.ts';
import { workingMechanism } from './working-mechanism.ts';

const clerk = postOf('clerk', 'reform-office', ['OFFICE']);
const head = postOf('head', 'reform-office', ['OFFICE_HEAD']);
const way = { name: '督察问效保改革', area: 'reform', purpose: '报上来的完成和实际不一样。', how: '按季督察，随机抽样，四件齐全才销号。', leadUnit: 'reform-office', inForceOn: '2021-01-12' };

function county(day = '2021-01-12'): Walk {
  const walk = new Walk([workingMechanism], '2021-01-01T00:00:00.000Z').on(day);
  walk.units.set('reform-office', { id: 'reform-office', name: '改革办', isActive: true, groups: [] });
  return walk;
}

test('one that is not in force yet is not listed', () => {
  expect(refusal(() => county().file(clerk, 'workingMechanism', 'enter', { ...way, inForceOn: '2021-01-13' }))).toBe('laterThanToday');
});

test('it is looked back on a year after it came into force, and a year after that', () => {
  const walk = county();
  const { id } = walk.file(clerk, 'workingMechanism', 'enter', way);
  const due = () => findDueDay(chinaCalendar, walk.get(id).clocks['review']!); // started when it is listed
  expect(due()).toBe('2022-01-12');
  walk.on('2021-12-20');
  expect(walk.act(head, id, 'lookBack', { review: '销号率比上年提高，反弹件仍有两件，继续抽查。' }).facts['reviewedOn']).toBe('2021-12-20');
  expect(due()).toBe('2022-12-20');
  walk.act(clerk, id, 'change', { leadUnit: 'reform-office', reason: '机构职责调整。' });
});

test('figures 1.1 and 3.11 count those in force, each for its area', () => {
  const walk = county();
  const counts = (at: number) => [...walk.matters.values()].filter((matter) => holds(workingMechanismFigures[at]!.where, matter, '2021-12-28')).length; // there are two
  walk.file(clerk, 'workingMechanism', 'enter', way);
  const other = walk.file(clerk, 'workingMechanism', 'enter', { ...way, name: '政企联动机制', area: 'projects' });
  expect([counts(0), counts(1)]).toEqual([1, 1]);
  walk.act(head, other.id, 'end', { reason: '并入首问负责制度，不再单列。' });
  expect([counts(0), counts(1)]).toEqual([1, 0]);
});

test('the sample years list six of each and end one', () => {
  const areas = workingMechanismStories().map(({ steps }) => [steps[0]?.input({} as never)['area'], steps.at(-1)?.action]);
  expect(areas.filter(([area, last]) => area === 'reform' && last !== 'end')).toHaveLength(6);
  expect(areas.filter(([area, last]) => area === 'projects' && last !== 'end')).toHaveLength(6);
  expect(areas.filter(([, last]) => last === 'end')).toHaveLength(1);
});
