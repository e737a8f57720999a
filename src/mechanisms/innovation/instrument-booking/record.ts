import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';

const hours = { min: 0.1, max: 8784, decimals: 1, measure: { zh: '小时', en: 'hours' } } as const;

/** 仪器预约: time on an instrument, from the booking to what its user says of it. */
export const instrumentBookingRecord = record({
  key: 'instrumentBooking',
  wing: 'innovation',
  name: { zh: '仪器预约', en: 'Bookings of instruments' },
  counter: { zh: '次', en: 'bookings' },
  facts: {
    purpose: fact.text({ zh: '用途', en: 'Purpose' }, { min: 4, max: 200, searched: true }),
    instrument: fact.matter({ zh: '仪器', en: 'Instrument' }, 'instrument', { indexed: true, stages: ['listed'] }),
    userName: fact.text({ zh: '使用单位', en: 'User' }, { min: 2, max: 120, searched: true }),
    userCode: fact.creditCode({ zh: '使用单位信用代码', en: 'Credit code of the user' }, { indexed: true }),
    booker: fact.person({ zh: '预约人', en: 'Booked by' }),
    fromAt: fact.instant({ zh: '开始', en: 'From' }, { indexed: true }),
    toAt: fact.instant({ zh: '结束', en: 'To' }, { indexed: true }),
    clashes: fact.whole({ zh: '冲突的预约', en: 'Bookings in the way' }, { forPrograms: true, names: true, min: 0 }),
    refusedFor: fact.choice({ zh: '不接受的原因', en: 'Refused for' }, { occupied: { zh: '占用', en: 'Occupied' }, secret: { zh: '涉密', en: 'Secret' }, unfit: { zh: '不匹配', en: 'Unfit' }, maintenance: { zh: '维护', en: 'Maintenance' } }, { indexed: true }),
    hours: fact.decimal({ zh: '实际机时', en: 'Hours used' }, hours),
    isOwn: fact.flag({ zh: '本单位使用', en: 'Used by its owner' }, { indexed: true }),
    fee: fact.money({ zh: '费用', en: 'Fee' }, { min: 0 }),
    usedOn: fact.day({ zh: '使用日期', en: 'Used on' }, { indexed: true }),
    rating: fact.whole({ zh: '评分', en: 'Rating' }, { isRate: true, min: 1, max: 5 }),
    opinion: fact.text({ zh: '评价', en: 'Opinion' }, { max: 300 }),
  },
  stages: {
    booked: { name: { zh: '预约', en: 'Booked' }, place: 'main' },
    confirmed: { name: { zh: '已确认', en: 'Confirmed' }, place: 'main' },
    used: { name: { zh: '已使用', en: 'Used' }, place: 'main' },
    settled: { name: { zh: '已结算', en: 'Settled' }, place: 'main' },
    rated: { name: { zh: '已评价', en: 'Rated' }, place: 'end' },
    refused: { name: { zh: '未接受', en: 'Refused' }, place: 'end' },
    cancelled: { name: { zh: '已取消', en: 'Cancelled' }, place: 'end', uncounted: true },
  },
  settings: { confirm: { name: { zh: '确认时限', en: 'Time to confirm' }, value: 3, min: 1, max: 10, unit: 'workday', source: 'innovation.md §1.1' } },
  clocks: { confirm: { name: { zh: '确认', en: 'Confirm' }, setting: 'confirm' } },
  duties: {},
  links: {},
  refusals: {
    notOpen: { status: 422, zh: '这台仪器目前不对外开放，请选别的仪器。', en: 'This instrument is not open to others now. Please choose another.' },
    timesTurned: { status: 422, zh: '结束要晚于开始，开始不能早于现在，请核对。', en: 'It ends after it begins, and begins no earlier than now. Please check.' },
    occupied: { zh: '这段时间已有{clashes}个确认的预约，请改时间。', en: '{clashes|confirmed booking lies|confirmed bookings lie} in this time. Please take another.' },
    notKeeper: { status: 403, zh: '由这台仪器的机组管理人办理。', en: 'This is for the keeper of the instrument.' },
    notBooker: { status: 403, zh: '由预约人自己办理。', en: 'This is for whoever booked.' },
    notYet: { zh: '还没有到预约的开始时间。', en: 'The booked time has not begun yet.' },
  },
  sees: { SCIENCE: 'all', INSTITUTE: 'all', ENTERPRISE: 'all', BROKER: 'all', ALLIANCE: 'all', STAT: 'all', LEADER: 'all', TOP: 'all', OFFICE: 'all', OFFICE_HEAD: 'all', MARINE: 'all' },
  groups: [
    { name: { zh: '预约', en: 'Booking' }, facts: ['purpose', 'instrument', 'userName', 'userCode', 'booker', 'fromAt', 'toAt', 'refusedFor'] },
    { name: { zh: '使用', en: 'Use' }, facts: ['usedOn', 'hours', 'isOwn', 'fee', 'rating', 'opinion'] },
  ],
  title: 'purpose',
  list: ['instrument', 'userName', 'fromAt', 'toAt', 'hours', 'fee', 'rating'],
});

export type InstrumentBookingRecord = typeof instrumentBookingRecord;
