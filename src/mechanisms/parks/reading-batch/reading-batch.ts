import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { ownerRoles, owners, readingsIn } from '../data-owners.ts';
import { readingBatchFigures } from './figures.ts';
import { readingBatchRecord } from './record.ts';
import { badRows, badYear, notYourData, otherDelivery } from './rules.ts';

const action = actionsOf(readingBatchRecord);
const deliverers = Object.values(ownerRoles).flat().map((role) => ({ role }));

/** What each owner delivers, kept as readings; a later one holds, the earlier stays (parks.md §2.2). */
export const readingBatch = mechanism(readingBatchRecord, {
  figures: readingBatchFigures,
  actions: {
    deliver: action({
      name: { zh: '提供数据', en: 'Deliver data' },
      help: { zh: '每个单位只填自己的栏目；同一年再次提供的以后一次为准，前一次保留。', en: 'Each owner its own columns; a later delivery holds, the earlier one is kept.' },
      from: 'new',
      to: 'received',
      by: deliverers,
      tone: 'primary',
      asks: { name: 'must', year: 'must', owner: 'must', source: 'must', pulledOn: 'must', replaces: 'may', rows: 'must' },
      extra: { unknown: fact.text({ zh: '企业库里没有的代码', en: 'Codes the register does not have' }, { min: 0, max: 4_000 }) },
      extraAsks: { unknown: 'computed' },
      evidence: 0,
      numbers: [{ into: 'number', counter: 'readingBatch', yearly: true, pattern: 'SJ-{year}-{seq:4}' }],
      sets: ['unit', 'enterprises'],
      follows: ['readingBatch.supersede'],
      check: (situation, { owner, year, pulledOn, rows, replaces, unknown }) =>
        notYourData(situation, owner) ?? badYear(situation, year, pulledOn) ?? badRows(owner, rows) ?? otherDelivery(situation, replaces, owner, year) ??
        (unknown === '' ? undefined : { refusal: 'codeUnknown', field: 'rows', detail: { codes: unknown } }),
      effects: ({ actor, now }, { owner, year, source, pulledOn, rows, replaces }) => [
        { do: 'set', values: { unit: actor.kind === 'post' ? actor.unitId : '', enterprises: rows.length } },
        {
          do: 'read',
          readings: rows.flatMap((row) => readingsIn(owner, row).map((reading) => ({ ...reading, subject: row.creditCode ?? '', period: String(year), source: `${owners[owner].zh} ${source} ${pulledOn}`, readAt: now }))),
        },
        ...(replaces === undefined ? [] : [{ do: 'follow', mechanism: 'readingBatch', id: replaces, action: 'supersede', input: {} } as const]),
      ],
    }),
    supersede: action({
      name: { zh: '被替代', en: 'Superseded' },
      from: ['received'],
      to: 'superseded',
      by: ['system'],
      hidden: true,
      sets: ['replacedOn'],
      effects: ({ today }) => [{ do: 'set', values: { replacedOn: today } }],
    }),
  },
});
