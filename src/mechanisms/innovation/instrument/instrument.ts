import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { instrumentFigures } from './figures.ts';
import { instrumentRecord } from './record.ts';
import { badHours, badInstrument, isLarge, notKeeper, withHours } from './rules.ts';

const action = actionsOf(instrumentRecord);
const science = { role: 'SCIENCE' } as const;
const keepers = [{ role: 'INSTITUTE' }, { role: 'ENTERPRISE' }, science] as const;
const about = { model: 'may', hostCode: 'may', keeper: 'may', value: 'may', price: 'may', marineField: 'may' } as const;
const hours = fact.decimal({ zh: '机时', en: 'Hours' }, { min: 0.1, max: 8784, decimals: 1, measure: { zh: '小时', en: 'hours' } });

/** Shared instruments: how much of their time is for others (innovation.md §1.1, §1.3). */
export const instrument = mechanism(instrumentRecord, {
  figures: instrumentFigures,
  importing: { create: 'list', amend: 'amend', void: 'void', key: 'assetNo' },
  actions: {
    list: action({
      name: { zh: '登记仪器', en: 'List an instrument' },
      from: 'new',
      to: 'listed',
      by: keepers,
      tone: 'primary',
      asks: { name: 'must', assetNo: 'must', hostName: 'must', openLevel: 'must', ...about },
      sets: ['isLarge'],
      check: (_situation, input) => badInstrument(input),
      effects: ({ setting }, input) => [{ do: 'set', values: { isLarge: isLarge(input, setting('large')) } }],
    }),
    recordOwn: action({
      name: { zh: '登记自用机时', en: 'Enter own hours' },
      help: { zh: '本单位自己用的机时，按月或者按季登记；对外机时由预约结算带入。', en: 'What its owner used, by month or quarter; hours for others come from the bookings.' },
      from: ['listed', 'maintenance'],
      by: keepers,
      tone: 'primary',
      extra: { hours, until: fact.day({ zh: '截至', en: 'Until' }) },
      extraAsks: { hours: 'must', until: 'must' },
      sets: ['years', 'external', 'internal', 'whole', 'hoursOn'],
      when: notKeeper,
      check: (situation, input) => badHours(situation, input.until),
      effects: ({ matter: { facts } }, input) => [{ do: 'set', values: withHours(facts, input.until, { internal: input.hours }) }],
    }),
    noteUse: action({
      name: { zh: '记入预约机时', en: 'Note the hours of a booking' },
      from: ['listed', 'maintenance', 'withdrawn'],
      by: ['system'],
      hidden: true,
      extra: { hours, isOwn: fact.flag({ zh: '本单位使用', en: 'Used by its owner' }) },
      extraAsks: { hours: 'must', isOwn: 'must' },
      sets: ['years', 'external', 'internal', 'whole', 'hoursOn'],
      effects: ({ matter: { facts }, today }, input) => [{ do: 'set', values: withHours(facts, today, input.isOwn ? { internal: input.hours } : { external: input.hours }) }],
    }),
    pause: action({ name: { zh: '停机维护', en: 'Begin maintenance' }, from: ['listed'], to: 'maintenance', by: keepers, reason: 5, when: notKeeper }),
    restore: action({ name: { zh: '恢复开放', en: 'Open again' }, from: ['maintenance', 'withdrawn'], to: 'listed', by: keepers, tone: 'primary', when: notKeeper }),
    withdraw: action({ name: { zh: '停止开放', en: 'Withdraw' }, from: ['listed', 'maintenance'], to: 'withdrawn', by: keepers, tone: 'danger', reason: 5, when: notKeeper }),
    amend: action({
      name: { zh: '更正信息', en: 'Amend' },
      from: ['listed', 'maintenance'],
      by: [science],
      asks: { name: 'may', hostName: 'may', openLevel: 'may', ...about },
      sets: ['isLarge'],
      check: ({ matter: { facts } }, input) => badInstrument({ ...facts, ...input }),
      effects: ({ matter: { facts }, setting }, input) => [{ do: 'set', values: { isLarge: isLarge({ ...facts, ...input }, setting('large')) } }],
    }),
    void: action({
      name: { zh: '误录作废', en: 'Void' },
      from: ['listed', 'maintenance'],
      to: 'voided',
      by: [science],
      tone: 'danger',
      reason: 5,
      sets: ['assetNo'],
      effects: () => [{ do: 'set', values: { assetNo: null } }],
    }),
  },
});
