import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { datum } from '../../datum.ts';
import { keptClasses } from '../../parks/evaluation-words.ts';
import { uses } from '../../parks/modes.ts';
import { indicatorColumns } from '../indicators.ts';

/** What must have been assessed for a whole area before land in it is sold by standard (区域评估, projects.md §6.1). */
export const assessments = {
  energy: { zh: '节能', en: 'Energy' },
  environment: { zh: '规划环评', en: 'Environment' },
  flood: { zh: '防洪', en: 'Flood' },
  soil: { zh: '水土保持', en: 'Soil and water' },
  water: { zh: '水资源论证', en: 'Water resources' },
  mineral: { zh: '压覆矿产', en: 'Minerals' },
  geology: { zh: '地质灾害', en: 'Geological hazard' },
  earthquake: { zh: '地震安全', en: 'Earthquake' },
  heritage: { zh: '文物考古', en: 'Heritage' },
  climate: { zh: '气候论证', en: 'Climate' },
} as const;

/** 地块: land that the district sells for industry, with its shape, its standard and who got it. */
export const parcelRecord = record({
  key: 'parcel',
  wing: 'projects',
  name: { zh: '工业用地地块', en: 'Industrial parcels' },
  counter: { zh: '宗', en: 'parcels' },
  facts: {
    name: fact.text({ zh: '地块名称', en: 'Name' }, { min: 2, max: 60, searched: true }),
    parcelNo: fact.text({ zh: '地块编号', en: 'Parcel number' }, { min: 2, max: 40, unique: true, searched: true, synonyms: ['宗地编号', '宗地号'] }),
    unitNo: fact.text({ zh: '不动产单元号', en: 'Real estate unit number' }, { pattern: { source: '^\\d{12}[A-Z]{2}\\d{5}[A-Z]\\d{8}$', words: { zh: '不动产单元号共28位，例如370215001001GB00001W00000000', en: 'It has 28 characters, such as 370215001001GB00001W00000000' } } }),
    town: fact.unit({ zh: '所在镇街、功能区', en: 'Town or zone' }, { indexed: true }),
    use: fact.choice({ zh: '用途', en: 'Use' }, { industry: { zh: '工业', en: 'Industry' }, storage: { zh: '物流仓储', en: 'Storage' }, newIndustry: { zh: '新型产业', en: 'New industry' } }),
    area: fact.area({ zh: '登记面积', en: 'Registered area' }, { isLand: true, min: 100, max: 10_000_000 }),
    place: fact.place({ zh: '界址', en: 'Boundary' }, { datum: 'datum', synonyms: ['坐标', 'place'], help: { zh: 'CGCS2000经纬度多边形，首尾相接。', en: 'A polygon in degrees of CGCS2000, closed.' } }),
    measuredArea: fact.area({ zh: '按界址量算面积', en: 'Area measured from the boundary' }, { isLand: true, min: 0, max: 1e15 }),
    // A boundary typed wrong may enclose half a province: that is refused in words, not by a limit of this value.
    difference: fact.percent({ zh: '量算与登记相差', en: 'Measured against registered' }, { min: 0, max: 1e15, decimals: 2 }),
    assessments: fact.rows({ zh: '区域评估', en: 'Area assessments' }, {
      kind: fact.choice({ zh: '事项', en: 'Subject' }, assessments),
      result: fact.choice({ zh: '结论', en: 'Result' }, { passed: { zh: '通过', en: 'Passed' }, notNeeded: { zh: '不涉及', en: 'Does not apply' } }),
      validTo: fact.day({ zh: '有效期至', en: 'Valid until' }),
    }),
    utilities: fact.choices({ zh: '已通达', en: 'Connected' }, {
      road: { zh: '路', en: 'Road' }, water: { zh: '水', en: 'Water' }, power: { zh: '电', en: 'Power' }, drain: { zh: '排水', en: 'Drainage' },
      network: { zh: '通信', en: 'Network' }, gas: { zh: '气', en: 'Gas' }, heat: { zh: '热', en: 'Heat' }, levelled: { zh: '场地平整', en: 'Levelled' },
    }),
    isClear: fact.flag({ zh: '净地：权属清晰、补偿到位、无遗留纠纷', en: 'Clear title, compensated, no dispute' }),
    indicatorSet: fact.matter({ zh: '执行指标', en: 'Indicator set' }, 'indicatorSet'),
    standardVersion: fact.whole({ zh: '指标版本', en: 'Version of the indicators' }, { names: true }),
    standard: fact.rows({ zh: '出让公告载明的指标', en: 'Indicators printed in the notice' }, indicatorColumns),
    noticeNo: fact.text({ zh: '公告编号', en: 'Notice' }, { min: 2, max: 60 }),
    announcedOn: fact.day({ zh: '公告日期', en: 'Announced on' }),
    startPrice: fact.money({ zh: '起始价', en: 'Starting price' }, { min: 1 }),
    buyer: fact.matter({ zh: '竞得人', en: 'Bought by' }, 'enterprise'),
    price: fact.money({ zh: '成交价', en: 'Price' }, { min: 1 }),
    soldOn: fact.day({ zh: '成交日期', en: 'Sold on' }, { indexed: true }),
    commitment: fact.matter({ zh: '履约承诺', en: 'Commitment' }, 'landCommitment'),
    park: fact.matter({ zh: '所在园区', en: 'Park' }, 'park', { indexed: true }),
    user: fact.matter({ zh: '土地使用权人', en: 'Holder of the land' }, 'enterprise', { indexed: true }),
    isPrivate: fact.flag({ zh: '民营', en: 'Privately held' }),
    floorArea: fact.area({ zh: '工业建筑面积', en: 'Industrial floor' }, { min: 0, max: 20_000_000 }),
    far: fact.decimal({ zh: '容积率', en: 'Plot ratio' }, { isRate: true, min: 0, max: 20, decimals: 2 }),
    letFloor: fact.area({ zh: '租出建筑面积', en: 'Floor let' }, { min: 0 }),
    letLand: fact.area({ zh: '分摊给承租企业的土地', en: 'Land charged to tenants' }, { isLand: true, min: 0 }),
    ownFloor: fact.area({ zh: '自用建筑面积', en: 'Floor used by the holder' }, { min: 0 }),
    vacantFloor: fact.area({ zh: '空置建筑面积', en: 'Floor vacant' }, { min: 0 }),
    vacancy: fact.percent({ zh: '空置率', en: 'Vacancy' }, { min: 0, max: 100, decimals: 1 }),
    class: fact.choice({ zh: '亩均评价', en: 'Per-mu class' }, keptClasses, { indexed: true }),
    taxPerMu: fact.decimal({ zh: '亩均税收', en: 'Tax per mu' }, { isRate: true, min: -10_000, max: 1_000_000, decimals: 2, measure: { zh: '万元/亩', en: '× 10,000 yuan/mu' } }),
    floorUse: fact.choice({ zh: '主要用途', en: 'Main use' }, uses),
    years: fact.rows({ zh: '历年情况', en: 'Year by year' }, {
      year: fact.whole({ zh: '年度', en: 'Year' }, { min: 2000, max: 2100, names: true }), class: fact.choice({ zh: '亩均评价', en: 'Per-mu class' }, keptClasses),
      taxPerMu: fact.decimal({ zh: '亩均税收', en: 'Tax per mu' }, { isRate: true, decimals: 2 }), vacancy: fact.percent({ zh: '空置率', en: 'Vacancy' }, { decimals: 1 }), floorUse: fact.choice({ zh: '主要用途', en: 'Main use' }, uses),
      source: fact.text({ zh: '来源', en: 'Source' }, { max: 120 }),
    }, { max: 60 }),
    datum,
  },
  stages: {
    reserved: { name: { zh: '储备', en: 'Reserved' }, place: 'main' },
    ready: { name: { zh: '净地待供', en: 'Ready' }, place: 'main' },
    announced: { name: { zh: '已公告', en: 'Announced' }, place: 'main' },
    sold: { name: { zh: '已成交', en: 'Sold' }, place: 'main' },
    committed: { name: { zh: '已签约', en: 'Committed' }, place: 'main' },
    accepted: { name: { zh: '达产通过', en: 'At capacity' }, place: 'end' },
    held: { name: { zh: '存量在用', en: 'In use' }, place: 'side' },
    withdrawn: { name: { zh: '不再供应', en: 'Withdrawn' }, place: 'end', uncounted: true },
  },
  settings: {
    notice: { name: { zh: '公告期', en: 'Days of notice' }, value: 20, min: 20, max: 90, unit: 'calendarDay', source: '招标拍卖挂牌出让国有建设用地使用权规定 第八条' },
    tolerance: { name: { zh: '量算面积容差（万分之几）', en: 'Tolerance of the measured area (per 10,000)' }, value: 100, min: 1, max: 1000 },
    signing: { name: { zh: '成交后签约时限', en: 'To sign after the deal' }, value: 10, min: 1, max: 30, unit: 'workday', source: '招标拍卖挂牌出让国有建设用地使用权规定 第二十一条' },
  },
  clocks: {
    notice: { name: { zh: '公告期', en: 'Notice' }, setting: 'notice', legal: true },
    signing: { name: { zh: '签订出让合同和监管协议', en: 'Signing contract and agreement' }, setting: 'signing' },
  },
  duties: {},
  links: {},
  refusals: {
    crossesItself: { status: 422, zh: '界址线自相交，围不成一块地，请核对界址点的顺序。', en: 'The boundary crosses itself and encloses no parcel; check the order of its points.' },
    notClosed: { status: 422, zh: '界址应是首尾相接的多边形，不能只是一个点。', en: 'The boundary is a closed polygon, not a point.' },
    areaDiffers: { status: 422, zh: '按界址量算为{measured}㎡，与登记面积相差{difference}%，超过容差。请核对；确实如此的，请写明理由。', en: 'Measured from the boundary it has {measured} ㎡, {difference} % off the register. Check it, or give the reason.' },
    setNotInForce: { status: 422, zh: '所选指标今天不在执行期内，请选执行中的版本。', en: 'That indicator set is not in force today; choose one that is.' },
    standardFixed: { zh: '公告已载明指标，不能再改。流拍后重新公告时才能换版本。', en: 'The notice has printed the indicators; they change only if it is announced anew.' },
    noticeRunning: { zh: '公告期未满{days}天，{day}起才能成交。', en: 'The notice runs {days} days; no deal before {day}.' },
    moreThanFloor: { status: 422, zh: '入驻面积合计{used}㎡，超过宗地建筑面积{floor}㎡。每平方米厂房只能登记一次，请核对。', en: '{used} ㎡ would be occupied of {floor} ㎡. Every square metre of floor belongs to one occupation; please check.' },
    landOverCharged: { status: 422, zh: '分摊给承租企业的土地{let}㎡超过宗地面积{area}㎡，请核对容积率和堆场面积。', en: '{let} ㎡ of land would be charged to tenants, of a parcel of {area} ㎡. Check the plot ratio and the yards.' },
    yearTwice: { status: 422, zh: '{year}年的情况已经登记；确需更正的，写明理由（不少于10个字）。', en: '{year} is entered already; to correct it give the reason in ten characters or more.' },
    stillOccupied: { zh: '地上还有企业入驻，清退以后才能收储。', en: 'It is still occupied; it can be taken into the reserve once vacated.' },
    belowStart: { status: 422, zh: '成交价不能低于起始价。', en: 'The price may not lie below the starting price.' },
  },
  sees: { NATURAL: 'all', INDUSTRY: 'all', ZONE: 'all', TOWN: 'all', INVEST: 'all', SECRETARIAT: 'all', JOINT: 'all', LEADER: 'all', APPROVAL: 'all', ECOLOGY: 'all', TAX: 'all', STAT: 'all', FINANCE: 'all' },
  groups: [
    { name: { zh: '地块', en: 'Parcel' }, facts: ['name', 'parcelNo', 'unitNo', 'town', 'use', 'area', 'measuredArea', 'difference', 'place', 'datum'] },
    { name: { zh: '净地条件', en: 'Ready for sale' }, facts: ['isClear', 'assessments', 'utilities'] },
    { name: { zh: '执行指标', en: 'Standard' }, facts: ['indicatorSet', 'standardVersion', 'standard'] },
    { name: { zh: '出让', en: 'Sale' }, facts: ['noticeNo', 'announcedOn', 'startPrice', 'buyer', 'price', 'soldOn', 'commitment'] },
    { name: { zh: '利用情况', en: 'How it is used' }, facts: ['park', 'user', 'isPrivate', 'floorArea', 'far', 'ownFloor', 'letFloor', 'letLand', 'vacantFloor', 'vacancy', 'floorUse', 'class', 'taxPerMu', 'years'] },
  ],
  title: 'name',
  lead: 'town',
  list: ['parcelNo', 'name', 'town', 'park', 'area', 'class', 'taxPerMu', 'vacancy', 'soldOn'],
  map: { colours: ['class', 'taxPerMu', 'vacancy', 'floorUse'], years: 'years', opens: 'user' },
  publicFace: { when: { stage: ['announced', 'sold', 'committed', 'accepted'] }, facts: ['name', 'parcelNo', 'town', 'use', 'area', 'place', 'standard', 'noticeNo', 'announcedOn', 'startPrice', 'price', 'soldOn'], name: { zh: '标准地出让', en: 'Standard land on sale' }, about: { zh: '带着标准出让的工业用地：位置、面积、起始价和成交结果。', en: 'Industrial land on sale with its standard: place, area, starting price and result.' } },
});

export type ParcelRecord = typeof parcelRecord;
