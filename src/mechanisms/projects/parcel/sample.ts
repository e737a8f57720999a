import { addDays, addWorkdays, chinaCalendar, type Day } from '#kernel/calendar.ts';
import type { Place } from '#kernel/fact.ts';
import { dice, pick, type Step, type Story } from '../../story.ts';
import { landDeals, type LandDeal } from '../sample-land.ts';
import { assessments } from './record.ts';

const zones = ['economic-zone', 'auto-city', 'blue-valley', 'land-port', 'jinshan-park', 'innovation-park', 'yifa-park', 'urban-park'] as const;
const zoneNames: Readonly<Record<string, string>> = {
  longquan: '龙泉', longshan: '龙山', beian: '北安', aoshanwei: '鳌山卫', lancun: '蓝村', lingshan: '灵山', daxin: '大信', duanbolan: '段泊岚', tianheng: '田横', jinkou: '金口', wenquan: '温泉', chaohai: '潮海',
  'economic-zone': '经济开发区', 'auto-city': '汽车新城', 'blue-valley': '蓝谷', 'land-port': '陆港新城', 'jinshan-park': '金山工业园', 'innovation-park': '科技创新园', 'yifa-park': '怡发龙山产业园', 'urban-park': '都市产业园',
};
const sets = ['set-machinery', 'set-electrical', 'set-food', 'set-medicine', 'set-marine', 'set-vehicles'] as const;

/** The parcels that projects took, and others that stand at every stage before a deal: sixty in all. */
export function parcelStories(all = 60): Story[] {
  const roll = dice(7);
  const sold = landDeals.map(soldStory);
  const waiting = Array.from({ length: Math.max(0, all - sold.length) }, (_each, place): Story => {
    const town = pick(roll, zones);
    const until = pick(roll, ['reserved', 'surveyed', 'ready', 'ready', 'announced'] as const);
    const from = addDays('2020-06-01', Math.floor(roll() * 500));
    return story(`parcel-w${place + 1}`, sold.length + place, { town, mu: 20 + Math.floor(roll() * 120), set: pick(roll, sets), from, until, price: 1_000_000 * (600 + Math.floor(roll() * 3000)) });
  });
  return [...sold, ...waiting];
}

function soldStory({ planned, parcel, set, soldOn, nth, price }: LandDeal): Story {
  const mu = Math.round(planned.land / (2000 / 3));
  // Twenty days of notice and the days of getting ready come before the deal.
  const made = story(parcel, nth, { town: planned.town, set, mu, price, from: addDays(soldOn, -75), until: 'announced', announcedOn: addWorkdays(chinaCalendar, addDays(soldOn, -28), 1) });
  return { ...made, steps: [...made.steps, { at: `${soldOn}T03:00:00.000Z`, by: 'natural', action: 'sell', input: (known) => ({ buyer: known.idOf(planned.company), price, evidence: [known.file('成交确认书')] }) }] };
}

interface Plan {
  readonly town: string;
  readonly mu: number;
  readonly set: string;
  readonly from: Day;
  readonly until: 'reserved' | 'surveyed' | 'ready' | 'announced';
  readonly price: number;
  readonly announcedOn?: Day;
}

function story(key: string, place: number, { town, mu, set, from, until, price, announcedOn }: Plan): Story {
  const area = Math.round(mu * (2000 / 3));
  const number = `JM-${from.slice(0, 4)}-G${String(place + 1).padStart(3, '0')}`;
  const at = (days: number, hour: string) => `${addWorkdays(chinaCalendar, from, days)}T${hour}:${String(place % 60).padStart(2, '0')}.000Z`;
  const order = ['reserved', 'surveyed', 'ready', 'announced'].indexOf(until);
  const steps: Step[] = [
    { at: at(1, '01:30'), by: 'natural', action: 'register', input: () => ({ name: `${zoneNames[town] ?? town}${place + 1}号地块`, parcelNo: number, town, use: 'industry', area }) },
    { at: at(4, '02:00'), by: 'natural', action: 'survey', input: () => ({ place: rectangle(place, area), area }) },
    { at: at(12, '02:00'), by: `${town}-project`, action: 'prepare', input: () => ({ isClear: true, utilities: ['road', 'water', 'power', 'drain', 'network', 'levelled'], assessments: Object.keys(assessments).map((kind) => ({ kind, result: kind === 'mineral' || kind === 'heritage' ? 'notNeeded' : 'passed', validTo: '2024-12-31' })) }) },
    { at: at(14, '06:00'), by: 'natural', action: 'clear', input: () => ({}) },
    { at: at(16, '06:00'), by: 'industry', action: 'setStandard', input: (known) => ({ indicatorSet: known.idOf(set) }) },
    { at: announcedOn === undefined ? at(20, '01:10') : `${announcedOn}T01:10:00.000Z`, by: 'natural', action: 'announce', input: (known) => ({ noticeNo: `即自然资告字${number.slice(3)}`, startPrice: Math.round((price * 0.9) / 1_000_000) * 1_000_000, evidence: [known.file('出让公告')] }) },
  ];
  return { key, mechanism: 'parcel', steps: steps.slice(0, [1, 2, 5, 6][order]) };
}

/** A rectangle of that area, twice as long as wide, on a grid of its own east of the town: no two overlap. */
function rectangle(place: number, area: number): Place {
  const [column, row] = [place % 8, Math.floor(place / 8)];
  const [west, south] = [120.4 + column * 0.02, 36.32 + row * 0.015];
  // Metres in a degree on the ellipsoid at 36.4° N.
  const [perLatitude, perLongitude] = [110_972, 89_738];
  const height = Math.sqrt(area / 2);
  const [east, north] = [west + (2 * height) / perLongitude, south + height / perLatitude].map((degrees) => Number(degrees.toFixed(7))) as [number, number];
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}
