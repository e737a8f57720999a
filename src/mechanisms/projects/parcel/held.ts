import { fact } from '#kernel/fact.ts';
import { actionsOf } from '#kernel/mechanism.ts';
import { parcelRecord } from './record.ts';
import { badSurvey, badYear, occupiedBy, overOccupied } from './rules.ts';

const action = actionsOf(parcelRecord);
const natural = { role: 'NATURAL' } as const;
const survey = { isPolygon: fact.flag({ zh: '是多边形', en: 'Is a polygon' }), isSound: fact.flag({ zh: '界址线不自相交', en: 'Crosses nowhere' }) };

/** Land in use since before the platform, and how it is used from year to year (parks.md §1.2). */
export const heldActions = {
  enrol: action({
    name: { zh: '登记存量宗地', en: 'Enter a parcel in use' },
    help: { zh: '已经供应、正在使用的工业用地，连同界址一次登记；界址写GeoJSON，或者用分号隔开的经纬度。', en: 'Industrial land already in use, with its boundary: as GeoJSON, or as degrees parted by semicolons.' },
    from: 'new',
    to: 'held',
    by: [natural],
    asks: { name: 'must', parcelNo: 'must', unitNo: 'may', town: 'must', use: 'must', area: 'must', park: 'may', user: 'may', isPrivate: 'may', floorArea: 'may', floorUse: 'may', years: 'may', place: 'must', datum: 'may', measuredArea: 'computed', difference: 'computed' },
    extra: survey,
    extraAsks: { isPolygon: 'computed', isSound: 'computed' },
    sets: ['far', 'ownFloor', 'letFloor', 'letLand', 'vacantFloor', 'vacancy', 'class', 'taxPerMu'],
    reason: 0,
    check: badSurvey,
    effects: (_situation, { area, floorArea = 0, years = [] }) => {
      const last = years.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)).at(-1);
      const latest = { ...(last?.class === undefined ? {} : { class: last.class }), ...(last?.taxPerMu === undefined ? {} : { taxPerMu: last.taxPerMu }) };
      return [{ do: 'set', values: { ...latest, far: Math.round((floorArea / area) * 100) / 100, ownFloor: 0, letFloor: 0, letLand: 0, vacantFloor: floorArea, ...(floorArea > 0 ? { vacancy: 100 } : {}) } }];
    },
  }),
  amendUse: action({
    name: { zh: '更正利用情况', en: 'Correct its use' },
    from: ['held', 'committed', 'accepted'],
    by: [natural],
    asks: { park: 'may', user: 'may', isPrivate: 'may', floorArea: 'may', floorUse: 'may' },
    sets: ['far', 'vacantFloor', 'vacancy', 'ownFloor', 'letFloor', 'letLand'],
    check: (situation, { floorArea = situation.matter.facts.floorArea ?? 0 }) => overOccupied({ ...situation, matter: { ...situation.matter, facts: { ...situation.matter.facts, floorArea } } }, { own: 0, floor: 0, land: 0 }),
    effects: (situation, { floorArea = situation.matter.facts.floorArea ?? 0 }) => {
      const { area = 1 } = situation.matter.facts;
      return [{ do: 'set', values: { ...occupiedBy({ ...situation, matter: { ...situation.matter, facts: { ...situation.matter.facts, floorArea } } }, { own: 0, floor: 0, land: 0 }), far: Math.round((floorArea / area) * 100) / 100 } }];
    },
  }),
  noteOccupation: action({
    name: { zh: '入驻变动', en: 'An occupation has changed' },
    from: ['held', 'committed', 'accepted'],
    by: ['system'],
    hidden: true,
    extra: {
      own: fact.decimal({ zh: '自用变动', en: 'Change of own use' }, { min: -1e9, max: 1e9, measure: { zh: '㎡', en: '㎡' } }), floor: fact.decimal({ zh: '租出变动', en: 'Change of floor let' }, { min: -1e9, max: 1e9, measure: { zh: '㎡', en: '㎡' } }),
      land: fact.decimal({ zh: '分摊土地变动', en: 'Change of land charged' }, { min: -1e9, max: 1e9, measure: { zh: '㎡', en: '㎡' } }),
    },
    extraAsks: { own: 'must', floor: 'must', land: 'must' },
    sets: ['ownFloor', 'letFloor', 'letLand', 'vacantFloor', 'vacancy'],
    check: overOccupied,
    effects: (situation, change) => [{ do: 'set', values: occupiedBy(situation, change) }],
  }),
  noteYear: action({
    name: { zh: '登记年度情况', en: 'Enter a year' },
    help: { zh: '评价公布以后登记，地图按年回看。', en: 'Once the evaluation is published; the map goes back by it.' },
    from: ['held', 'committed', 'accepted'],
    by: [{ role: 'INDUSTRY' }, { role: 'STAT' }, 'system'],
    asks: { class: 'may', taxPerMu: 'may', floorUse: 'may' },
    extra: {
      year: fact.whole({ zh: '年度', en: 'Year' }, { min: 2000, max: 2100, names: true }), vacant: fact.percent({ zh: '年末空置率', en: 'Vacancy at year’s end' }, { min: 0, max: 100, decimals: 1 }),
      source: fact.text({ zh: '来源', en: 'Source' }, { max: 120 }),
    },
    extraAsks: { year: 'must', vacant: 'may', source: 'must' },
    sets: ['years'],
    reason: 0,
    check: badYear,
    effects: ({ matter: { facts } }, { year, vacant, source, class: inClass, taxPerMu, floorUse }) => {
      const vacancy = vacant ?? facts.vacancy;
      const row = { year, source, ...(inClass ? { class: inClass } : {}), ...(taxPerMu === undefined ? {} : { taxPerMu }), ...(vacancy === undefined ? {} : { vacancy }), ...(floorUse ? { floorUse } : {}) };
      const years = [...(facts.years ?? []).filter((each) => each.year !== year), row].toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
      // The latest year is in front, with what is not known of it left open; an earlier one entered later leaves it there.
      const shown = years.at(-1) === row ? { class: inClass ?? null, taxPerMu: taxPerMu ?? null } : { class: facts.class ?? null, taxPerMu: facts.taxPerMu ?? null, floorUse: facts.floorUse ?? null };
      return [{ do: 'set', values: { ...shown, years } }];
    },
  }),
  acquire: action({
    name: { zh: '收储', en: 'Take into the reserve' },
    from: ['held'],
    to: 'reserved',
    by: [natural],
    tone: 'danger',
    reason: 10,
    evidence: 1,
    when: ({ matter: { facts } }) => ((facts.ownFloor ?? 0) + (facts.letFloor ?? 0) > 0 ? 'stillOccupied' : undefined),
  }),
};
