import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { instrumentBookingFigures } from './figures.ts';
import { instrumentBookingRecord } from './record.ts';
import { badBooking, feeOf, notBooker, notKeeper, occupied, usedByOwner } from './rules.ts';

const action = actionsOf(instrumentBookingRecord);
const users = [{ role: 'ENTERPRISE' }, { role: 'INSTITUTE' }, { role: 'BROKER' }] as const;
const keepers = [{ role: 'INSTITUTE' }, { role: 'ENTERPRISE' }, { role: 'SCIENCE' }] as const;

/** Bookings: confirmed within three working days, settled by the hours used, rated by the user (innovation.md §1.1). */
export const instrumentBooking = mechanism(instrumentBookingRecord, {
  figures: instrumentBookingFigures,
  actions: {
    book: action({
      name: { zh: '预约仪器', en: 'Book' },
      from: 'new',
      to: 'booked',
      by: users,
      tone: 'primary',
      asks: { purpose: 'must', instrument: 'must', userName: 'must', userCode: 'may', fromAt: 'must', toAt: 'must', clashes: 'computed' },
      sets: ['booker'],
      starts: ['confirm'],
      check: badBooking,
      effects: ({ actor, findMatter }, input) => {
        const keeper = findMatter(input.instrument)?.facts['keeper'];
        return [
          ...(actor.kind === 'post' ? [{ do: 'set' as const, values: { booker: actor.personId } }] : []),
          ...(typeof keeper === 'string' ? [{ do: 'tell' as const, to: { person: keeper }, text: { zh: `“${input.userName}”预约仪器，请在3个工作日内确认。`, en: `“${input.userName}” has booked your instrument. Please confirm within three working days.` } }] : []),
        ];
      },
    }),
    confirm: action({
      name: { zh: '确认', en: 'Confirm' },
      from: ['booked'],
      to: 'confirmed',
      by: keepers,
      tone: 'primary',
      asks: { clashes: 'computed' },
      stops: ['confirm'],
      when: notKeeper,
      check: (_situation, input) => occupied(input),
      effects: ({ matter: { facts } }) => [{ do: 'tell', to: { person: facts.booker ?? '' }, text: { zh: `仪器预约“${facts.purpose ?? ''}”已确认。`, en: `Your booking “${facts.purpose ?? ''}” is confirmed.` } }],
    }),
    refuse: action({
      name: { zh: '不接受', en: 'Refuse' },
      help: { zh: '要写明原因：占用、涉密、不匹配、维护。', en: 'With the reason: occupied, secret, unfit or maintenance.' },
      from: ['booked'],
      to: 'refused',
      by: keepers,
      tone: 'danger',
      asks: { refusedFor: 'must' },
      stops: ['confirm'],
      when: notKeeper,
      effects: ({ matter: { facts } }) => [{ do: 'tell', to: { person: facts.booker ?? '' }, text: { zh: `仪器预约“${facts.purpose ?? ''}”未被接受，原因见页面。`, en: `Your booking “${facts.purpose ?? ''}” was refused; its page says why.` } }],
    }),
    cancel: action({ name: { zh: '取消预约', en: 'Cancel' }, from: ['booked', 'confirmed'], to: 'cancelled', by: users, tone: 'danger', stops: ['confirm'], when: notBooker }),
    use: action({
      name: { zh: '登记使用', en: 'Enter the use' },
      from: ['confirmed'],
      to: 'used',
      by: keepers,
      tone: 'primary',
      evidence: 1,
      asks: { hours: 'must' },
      sets: ['usedOn', 'isOwn'],
      when: (situation) => notKeeper(situation) ?? (situation.now < (situation.matter.facts.fromAt ?? '') ? 'notYet' : undefined),
      effects: ({ matter: { facts }, today, findMatter }) => [{ do: 'set', values: { usedOn: today, isOwn: usedByOwner(findMatter(facts.instrument ?? '')?.facts, facts) } }],
    }),
    settle: action({
      name: { zh: '结算', en: 'Settle' },
      help: { zh: '费用按实际机时和每小时收费算出，附发票；机时记入仪器。', en: 'The fee follows from hours and price, with the invoice; the hours go to the instrument.' },
      from: ['used'],
      to: 'settled',
      by: keepers,
      tone: 'primary',
      evidence: 1,
      sets: ['fee'],
      follows: ['instrument.noteUse'],
      when: notKeeper,
      effects: ({ matter: { facts }, findMatter }) => [
        { do: 'set', values: { fee: feeOf(facts.hours ?? 0, findMatter(facts.instrument ?? '')?.facts['price']) } },
        { do: 'follow', mechanism: 'instrument', id: facts.instrument ?? '', action: 'noteUse', input: { hours: facts.hours, isOwn: facts.isOwn ?? false } },
      ],
    }),
    rate: action({ name: { zh: '评价', en: 'Rate' }, from: ['settled'], to: 'rated', by: users, tone: 'primary', asks: { rating: 'must', opinion: 'may' }, when: notBooker }),
  },
});
