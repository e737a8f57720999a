import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import type { IndicatorRow } from '../indicators.ts';
import { parcelFigures } from './figures.ts';
import { heldActions } from './held.ts';
import { parcelRecord } from './record.ts';
import { badSet, badSurvey, isAssessed, isServed, noticeRuns } from './rules.ts';

const action = actionsOf(parcelRecord);
const natural = { role: 'NATURAL' } as const;

/** From the reserve to a plant at capacity: standards first, then the sale, then the promise (projects.md §6). */
export const parcel = mechanism(parcelRecord, {
  figures: parcelFigures,
  importing: { create: 'enrol', amend: 'amendUse', key: 'parcelNo' },
  actions: {
    ...heldActions,
    register: action({
      name: { zh: '登记地块', en: 'Register a parcel' },
      from: 'new',
      to: 'reserved',
      by: [natural],
      tone: 'primary',
      asks: { name: 'must', parcelNo: 'must', unitNo: 'may', town: 'must', use: 'must', area: 'must' },
    }),
    amend: action({
      name: { zh: '更正登记', en: 'Correct the register' },
      from: ['reserved', 'ready'],
      by: [natural],
      asks: { name: 'may', unitNo: 'may', town: 'may', use: 'may', area: 'may' },
    }),
    survey: action({
      name: { zh: '上图勘界', en: 'Survey' },
      help: { zh: '面积按界址在CGCS2000椭球面上量算，与登记面积核对。', en: 'The area is measured from the boundary on the ellipsoid of CGCS2000 and compared with the register.' },
      from: ['reserved', 'ready'],
      by: [natural],
      asks: { place: 'must', datum: 'may', area: 'must', measuredArea: 'computed', difference: 'computed' },
      extra: { isPolygon: fact.flag({ zh: '是多边形', en: 'Is a polygon' }), isSound: fact.flag({ zh: '界址线不自相交', en: 'Crosses nowhere' }) },
      extraAsks: { isPolygon: 'computed', isSound: 'computed' },
      reason: 0,
      evidence: 0,
      check: badSurvey,
    }),
    prepare: action({
      name: { zh: '净地准备', en: 'Prepare' },
      from: ['reserved', 'ready'],
      by: [natural, { role: 'ZONE', tie: 'lead' }, { role: 'TOWN', tie: 'lead' }],
      asks: { isClear: 'must', utilities: 'must', assessments: 'must' },
      evidence: 0,
    }),
    clear: action({
      name: { zh: '确认净地', en: 'Confirm it is ready' },
      from: ['reserved'],
      to: 'ready',
      by: [natural],
      tone: 'primary',
      apartFrom: ['prepare'],
      needs: [
        { name: { zh: '勘界面积', en: 'the surveyed area' }, holds: { fact: 'measuredArea', present: true }, from: 'survey' },
        { name: { zh: '净地（权属、补偿、纠纷）', en: 'clear title' }, holds: { fact: 'isClear', in: [true] }, from: 'prepare' },
        { name: { zh: '在有效期内的全部区域评估', en: 'all area assessments, still valid' }, holds: isAssessed, from: 'prepare' },
        { name: { zh: '通路、通水、通电和场地平整', en: 'road, water, power, levelled' }, holds: isServed, from: 'prepare' },
      ],
    }),
    setStandard: action({
      name: { zh: '确定指标', en: 'Set the standard' },
      help: { zh: '先定标准再出让；公告后不再改。', en: 'The standard comes before the sale; after the notice it stays.' },
      from: ['reserved', 'ready', 'announced'],
      by: [{ role: 'INDUSTRY' }],
      asks: { indicatorSet: 'must' },
      when: ({ matter }) => (matter.stage === 'announced' ? 'standardFixed' : undefined),
      sets: ['standard', 'standardVersion'],
      check: (situation, input) => badSet(situation, input.indicatorSet),
      effects: ({ findMatter }, input) => {
        const facts = findMatter(input.indicatorSet)?.facts ?? {};
        return [{ do: 'set', values: { standard: facts['values'] as readonly IndicatorRow[], standardVersion: facts['version'] as number } }];
      },
    }),
    announce: action({
      name: { zh: '发布出让公告', en: 'Announce' },
      from: ['ready'],
      to: 'announced',
      by: [natural],
      tone: 'primary',
      asks: { noticeNo: 'must', startPrice: 'must' },
      sets: ['announcedOn'],
      needs: [
        { name: { zh: '事前确定的标准地指标', en: 'the indicators fixed beforehand' }, holds: { fact: 'standard', present: true }, from: 'setStandard' },
        { name: { zh: '在有效期内的全部区域评估', en: 'all area assessments, still valid' }, holds: isAssessed, from: 'prepare' },
      ],
      starts: ['notice'],
      evidence: 1,
      effects: ({ today }) => [{ do: 'set', values: { announcedOn: today } }],
    }),
    sell: action({
      name: { zh: '确认成交', en: 'Record the deal' },
      from: ['announced'],
      to: 'sold',
      by: [natural],
      tone: 'primary',
      asks: { buyer: 'must', price: 'must' },
      sets: ['soldOn'],
      evidence: 1,
      stops: ['notice'],
      starts: ['signing'],
      when: noticeRuns,
      check: ({ matter }, input) => (input.price < (matter.facts.startPrice ?? 0) ? { refusal: 'belowStart', field: 'price' } : undefined),
      effects: ({ today }) => [{ do: 'set', values: { soldOn: today } }],
    }),
    unsold: action({
      name: { zh: '流拍', en: 'Nobody bid' },
      from: ['announced'],
      to: 'ready',
      by: [natural],
      reason: 10,
      stops: ['notice'],
      sets: ['announcedOn', 'noticeNo'],
      effects: () => [{ do: 'set', values: { announcedOn: null, noticeNo: null } }],
    }),
    recordCommitment: action({
      name: { zh: '承诺生效', en: 'Commitment in force' },
      from: ['sold'],
      to: 'committed',
      by: ['system'],
      hidden: true,
      asks: { commitment: 'must' },
      stops: ['signing'],
    }),
    recordCapacity: action({
      name: { zh: '达产通过', en: 'Capacity accepted' },
      from: ['committed'],
      to: 'accepted',
      by: ['system'],
      hidden: true,
    }),
    takeBack: action({
      name: { zh: '收回土地', en: 'Take the land back' },
      help: { zh: '协议终止或者依法无偿收回后，地块回到储备。', en: 'After the agreement ends or by law the parcel returns to the reserve.' },
      from: ['sold', 'committed'],
      to: 'reserved',
      by: [{ role: 'LEADER' }],
      tone: 'danger',
      reason: 10,
      evidence: 1,
      stops: ['signing'],
      sets: ['buyer', 'price', 'soldOn', 'commitment', 'announcedOn', 'noticeNo', 'standard', 'standardVersion', 'indicatorSet'],
      effects: () => [{ do: 'set', values: { buyer: null, price: null, soldOn: null, commitment: null, announcedOn: null, noticeNo: null, standard: null, standardVersion: null, indicatorSet: null } }],
    }),
    withdraw: action({
      name: { zh: '不再供应', en: 'Withdraw' },
      from: ['reserved', 'ready'],
      to: 'withdrawn',
      by: [natural],
      tone: 'danger',
      reason: 10,
    }),
  },
});
