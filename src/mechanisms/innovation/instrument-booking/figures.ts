import { figure } from '#kernel/figure.ts';

const times = { zh: '次', en: 'bookings' };
const usedThisYear = { all: [{ stage: ['used', 'settled', 'rated'] }, { fact: 'usedOn', during: 'thisYear' }] } as const;

/** What is asked of the bookings. */
export const instrumentBookingFigures = [
  figure({
    key: 'instrumentBooking.used',
    name: { zh: '今年对外使用', en: 'Uses by others this year' },
    unit: times,
    definition: { zh: '今年使用的预约次数，所属单位自己用的不计。', en: 'Bookings used this year, without those of the owner itself.' },
    mechanism: 'instrumentBooking',
    where: { all: [usedThisYear, { fact: 'isOwn', in: [false] }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'instrumentBooking.users',
    name: { zh: '今年使用单位', en: 'Users this year' },
    unit: { zh: '家', en: 'users' },
    definition: { zh: '今年使用过共享仪器的不同单位，所属单位自己不计。', en: 'Distinct users of this year besides the owners.' },
    mechanism: 'instrumentBooking',
    where: { all: [usedThisYear, { fact: 'isOwn', in: [false] }] },
    measure: { distinct: 'userName' },
  }),
  figure({
    key: 'instrumentBooking.refused',
    name: { zh: '今年未接受的预约', en: 'Bookings refused this year' },
    unit: times,
    definition: { zh: '开始时间在今年、未被接受的预约，原因分占用、涉密、不匹配、维护。', en: 'Bookings for this year that were refused as occupied, secret, unfit or under maintenance.' },
    mechanism: 'instrumentBooking',
    where: { all: [{ stage: ['refused'] }, { fact: 'fromAt', during: 'thisYear' }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'instrumentBooking.rating',
    name: { zh: '用户评分', en: 'Rating by users' },
    unit: { zh: '分', en: 'of 5' },
    definition: { zh: '今年使用的预约评分的平均，不少于5次才公布。', en: 'The mean rating of the bookings used this year, from five on.' },
    mechanism: 'instrumentBooking',
    where: usedThisYear,
    measure: { mean: 'rating', atLeast: 5 },
  }),
];
