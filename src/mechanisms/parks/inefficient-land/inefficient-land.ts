import { addWorkdays } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { whilePublic } from '../../publicity.ts';
import { inefficientLandFigures } from './figures.ts';
import { inefficientLandRecord } from './record.ts';
import { badScreening, criteriaMet, statementRuns, withRegister, yearRuns } from './rules.ts';

const action = actionsOf(inefficientLandRecord);
const local = [{ role: 'ZONE', tie: 'lead' }, { role: 'TOWN', tie: 'lead' }, { role: 'NATURAL' }] as const;
const natural = [{ role: 'NATURAL' }] as const;
const known = {
  monthsOverdue: 'may', monthsCompleted: 'may', investShare: 'may', outputShare: 'may', monthsStopped: 'may', powerShare: 'may', isProhibited: 'may', orderNo: 'may', taxShareLast: 'may', taxShareBefore: 'may',
  industry: 'may', far: 'may', farFloor: 'may', monthsUnfilled: 'may', classLast: 'may', classBefore: 'may', isScattered: 'may',
} as const;

/** Inefficient land: screened every year, checked, heard, published, listed, put right, delisted after a year (parks.md §3). */
export const inefficientLand = mechanism(inefficientLandRecord, {
  figures: inefficientLandFigures,
  actions: {
    screen: action({
      name: { zh: '筛查', en: 'Screen' },
      help: { zh: '按L1至L9九条标准，符合一条即为候选；不清楚的留空。容积率和下限、未补足月数、两年类别、更新区内的危旧，没有填的取登记数。', en: 'By the criteria L1 to L9: one makes a candidate; what is unknown stays empty. The plot ratio and its floor, the months it was not filled, two years’ classes and danger in a renewal area come from the registers where nobody enters them.' },
      from: 'new',
      to: 'screened',
      by: [...natural, { role: 'INDUSTRY' }, 'system'],
      tone: 'primary',
      asks: { name: 'must', parcel: 'must', year: 'must', ...known },
      extra: {
        isTwice: fact.flag({ zh: '重复筛查', en: 'Screened twice' }, { forPrograms: true }), heldFloor: fact.decimal({ zh: '登记的容积率下限', en: 'Floor of the registers' }, { forPrograms: true }),
        heldMonths: fact.whole({ zh: '登记的在用月数', en: 'Months in use by the registers' }, { forPrograms: true }), heldScattered: fact.flag({ zh: '登记的危旧', en: 'Dangerous by the registers' }, { forPrograms: true }),
      },
      extraAsks: { isTwice: 'computed', heldFloor: 'computedIfAny', heldMonths: 'computedIfAny', heldScattered: 'computedIfAny' },
      starts: ['check'],
      sets: ['criteria', 'area', 'holder', 'town', 'park', 'place', 'far', 'farFloor', 'monthsUnfilled', 'isScattered', 'classLast', 'classBefore'],
      check: badScreening,
      effects: (situation, input) => {
        const held = situation.findMatter(input.parcel)?.facts ?? {};
        const of = (name: string) => (held[name] === undefined ? {} : { [name]: held[name] });
        const known = withRegister(situation, input);
        return [{ do: 'set', values: { criteria: criteriaMet(situation, known), far: known.far, farFloor: known.farFloor, monthsUnfilled: known.monthsUnfilled, isScattered: known.isScattered, classLast: known.classLast, classBefore: known.classBefore, ...of('area'), ...(held['user'] === undefined ? {} : { holder: held['user'] as string }), ...of('town'), ...of('park'), ...of('place') } }];
      },
    }),
    check: action({
      name: { zh: '现场核查', en: 'Check on site' },
      help: { zh: '两人以上，拍照，抄电表。', en: 'Two people at least, photographs, the meter read.' },
      from: ['screened'],
      to: 'checked',
      by: local,
      tone: 'primary',
      evidence: 1,
      asks: { inspectors: 'must', meter: 'must', finding: 'must' },
      stops: ['check'],
      sets: ['checkedOn', 'statedUntil'],
      check: (_situation, { inspectors }) => (inspectors < 2 ? { refusal: 'twoInspectors', field: 'inspectors' } : undefined),
      effects: ({ today, calendar, setting, findMatter, matter: { facts } }) => {
        // Whoever acts for the holder here states himself; others do so on paper.
        const agent = facts.holder === undefined ? undefined : (findMatter(facts.holder)?.facts['agent'] as string | undefined);
        return [{ do: 'set', values: { checkedOn: today, statedUntil: addWorkdays(calendar, today, setting('state')) } }, ...(agent === undefined || facts.town === undefined ? [] : [{ do: 'owe', duty: 'state', unit: facts.town, person: agent } as const])];
      },
    }),
    state: action({
      name: { zh: '登记陈述', en: 'Enter the statement' },
      help: { zh: '土地使用权人的书面陈述原样登记，附原件。', en: 'What the holder states in writing, as it is, with the original.' },
      from: ['checked'],
      by: [{ role: 'ENTERPRISE', tie: { duty: 'state' } }, ...local],
      evidence: 0,
      asks: { statement: 'must' },
      effects: () => [{ do: 'discharge', duty: 'state' }],
    }),
    find: action({
      name: { zh: '联合认定', en: 'Find jointly' },
      from: ['checked'],
      to: 'stated',
      by: natural,
      tone: 'primary',
      asks: { jointFinding: 'must' },
      when: statementRuns,
      effects: () => [{ do: 'withdraw', duty: 'state' }],
    }),
    publish: action({
      name: { zh: '公示', en: 'Publish' },
      from: ['stated'],
      to: 'published',
      by: natural,
      tone: 'primary',
      evidence: 1,
      sets: ['publishedOn', 'publicTo'],
      effects: ({ today, calendar, setting }) => [{ do: 'set', values: { publishedOn: today, publicTo: addWorkdays(calendar, today, setting('publicity')) } }],
    }),
    list: action({
      name: { zh: '列入名单', en: 'List' },
      from: ['published'],
      to: 'listed',
      by: natural,
      tone: 'primary',
      starts: ['plan'],
      sets: ['listedOn'],
      when: whilePublic,
      effects: ({ today, matter: { facts } }) => [
        { do: 'set', values: { listedOn: today } },
        ...(facts.town === undefined ? [] : [{ do: 'tell', to: { unit: facts.town }, text: { zh: `“${facts.name ?? ''}”列入低效用地，请编制一地一策。`, en: `“${facts.name ?? ''}” is listed as inefficient; a plan for it is due.` } } as const]),
      ],
    }),
    plan: action({
      name: { zh: '编制一地一策', en: 'Plan the parcel' },
      from: ['listed'],
      to: 'planned',
      by: local,
      tone: 'primary',
      asks: { measure: 'must', plan: 'must' },
      stops: ['plan'],
      sets: ['plannedOn'],
      effects: ({ today }) => [{ do: 'set', values: { plannedOn: today } }],
    }),
    repair: action({
      name: { zh: '确认整改到位', en: 'Confirm it is put right' },
      from: ['planned'],
      to: 'repaired',
      by: [{ role: 'INDUSTRY' }],
      tone: 'primary',
      evidence: 1,
      sets: ['repairedOn'],
      effects: ({ today }) => [{ do: 'set', values: { repairedOn: today } }],
    }),
    relapse: action({
      name: { zh: '反弹', en: 'It has fallen back' },
      from: ['repaired'],
      to: 'planned',
      by: [{ role: 'INDUSTRY' }, ...natural],
      reason: 10,
      sets: ['repairedOn'],
      effects: () => [{ do: 'set', values: { repairedOn: null } }],
    }),
    delist: action({
      name: { zh: '移出名单', en: 'Delist' },
      from: ['repaired'],
      to: 'delisted',
      by: natural,
      tone: 'primary',
      sets: ['delistedOn', 'disposedOn'],
      when: yearRuns,
      effects: ({ today, matter: { facts } }) => [{ do: 'set', values: { delistedOn: today, disposedOn: facts.disposedOn ?? today } }],
    }),
    noteReused: action({
      name: { zh: '宗地已盘活', en: 'Its parcel is reused' },
      from: ['listed', 'planned', 'repaired'],
      by: ['system'],
      hidden: true,
      sets: ['disposedOn'],
      effects: ({ today, matter: { facts } }) => [{ do: 'set', values: { disposedOn: facts.disposedOn ?? today } }],
    }),
    exempt: action({
      name: { zh: '不列', en: 'Exempt' },
      from: ['screened', 'checked', 'stated', 'published'],
      to: 'exempted',
      by: natural,
      evidence: 1,
      reason: 5,
      asks: { exemption: 'must' },
      stops: ['check'],
      effects: () => [{ do: 'withdraw', duty: 'state' }],
    }),
  },
});
