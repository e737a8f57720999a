import { fact } from '#kernel/fact.ts';
import { mechanism, record } from '#kernel/mechanism.ts';
import type { PlacedMatters } from '#contract/register-shapes.ts';

/** A register of parcels that only this story knows: no mechanism of the house has places yet. */
export const parcels = mechanism(
  record({
    key: 'parcel', wing: 'parks', name: { zh: '地块', en: 'Parcels' }, counter: { zh: '宗', en: 'parcels' },
    facts: { name: fact.text({ zh: '名称', en: 'Name' }), at: fact.place({ zh: '位置', en: 'Place' }) },
    stages: { open: { name: { zh: '待建', en: 'Open' }, place: 'main' } },
    settings: {}, clocks: {}, duties: {}, links: {}, refusals: {}, sees: { OFFICE: 'all' }, groups: [], title: 'name', list: ['at'],
  }),
  { actions: {} },
);

const row = (id: string, title: string, light: PlacedMatters['rows'][number]['light'], place: PlacedMatters['rows'][number]['place']): PlacedMatters['rows'][number] => ({
  id, mechanism: 'parcel', number: null, title, stage: 'open', light, dueOn: null, version: 1, filedAt: '2021-03-08T01:00:00.000Z', changedAt: '2021-03-08T01:00:00.000Z', isSample: true, place,
});

export const placed: PlacedMatters = {
  fact: 'at', total: 3, unplaced: 2,
  rows: [
    row('1', '一号井', 'red', { type: 'Point', coordinates: [120.45, 36.39] }),
    row('2', '二号井', 'green', { type: 'Point', coordinates: [120.52, 36.44] }),
    row('3', '东区三号地', 'blue', { type: 'Polygon', coordinates: [[[120.46, 36.37], [120.5, 36.37], [120.5, 36.4], [120.46, 36.4], [120.46, 36.37]]] }),
  ],
};
