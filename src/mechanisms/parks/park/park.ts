import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { parkFigures } from './figures.ts';
import { parkRecord } from './record.ts';
import { badAreas, badSnapshot, yields } from './rules.ts';

const action = actionsOf(parkRecord);
const industry = { role: 'INDUSTRY' } as const;
const zone = { role: 'ZONE', tie: 'lead' } as const;
const outline = { level: 'must', kind: 'must', bodyKind: 'may', approved: 'may', planned: 'must', built: 'must', industrial: 'must', supplied: 'must', inUse: 'must', farCap: 'must', floorArea: 'may', leadIndustry: 'must', otherIndustries: 'may', operator: 'may', place: 'may', datum: 'may', isNamed: 'may' } as const;
const anyOutline = { level: 'may', kind: 'may', bodyKind: 'may', approved: 'may', planned: 'may', built: 'may', industrial: 'may', supplied: 'may', inUse: 'may', farCap: 'may', floorArea: 'may', leadIndustry: 'may', otherIndustries: 'may', operator: 'may', place: 'may', datum: 'may', isNamed: 'may' } as const;

/** The register of parks and their yearly figures (parks.md §1.1). */
export const park = mechanism(parkRecord, {
  figures: parkFigures,
  importing: { create: 'register', amend: 'amend', key: 'parkNo' },
  actions: {
    register: action({
      name: { zh: '登记园区', en: 'Register a park' },
      from: 'new',
      to: 'active',
      by: [industry],
      tone: 'primary',
      asks: { name: 'must', parkNo: 'must', body: 'must', ...outline },
      check: (_situation, input) => badAreas(input),
    }),
    amend: action({
      name: { zh: '更正登记', en: 'Correct the register' },
      from: ['active'],
      by: [industry, zone],
      asks: { name: 'may', body: 'may', ...anyOutline },
      check: ({ matter }, input) => badAreas({ ...matter.facts, ...input }),
    }),
    snapshot: action({
      name: { zh: '登记年度快照', en: 'Take the yearly snapshot' },
      help: { zh: '按12月31日的数，由统计部门核定；报告里的园区数字都从快照来，不从即时数据来。', en: 'The figures of 31 December, vouched for by statistics; reports read the snapshot and never live figures.' },
      from: ['active'],
      by: [{ role: 'STAT' }],
      tone: 'primary',
      evidence: 1,
      reason: 0,
      asks: { year: 'must', output: 'must', tax: 'must', firms: 'must', supplied: 'may', inUse: 'may', floorArea: 'may' },
      extra: {
        aboveScale: fact.whole({ zh: '规上企业', en: 'Firms above scale' }, { min: 0 }), highTech: fact.whole({ zh: '高新技术企业', en: 'High-tech firms' }, { min: 0 }), staff: fact.whole({ zh: '就业人数', en: 'Staff' }, { min: 0 }),
        incidents: fact.whole({ zh: '安全环保事件', en: 'Incidents' }, { min: 0 }), source: fact.text({ zh: '来源', en: 'Source' }, { min: 2, max: 120 }),
      },
      extraAsks: { aboveScale: 'must', highTech: 'must', staff: 'must', incidents: 'must', source: 'must' },
      sets: ['taxPerMu', 'outputPerMu', 'landUse', 'snapshots'],
      check: badSnapshot,
      effects: ({ matter: { facts }, today }, { year, output, tax, firms, supplied = facts.supplied ?? 0, inUse = facts.inUse ?? 0, floorArea = facts.floorArea, aboveScale, highTech, staff, incidents, source }) => {
        const made = yields({ ...facts, supplied, inUse }, { output, tax });
        const others = (facts.snapshots ?? []).filter((row) => row.year !== year);
        const row = { year, output, tax, ...made, firms, aboveScale, highTech, staff, incidents, ...(facts.industrial === undefined ? {} : { industrial: facts.industrial }), supplied, inUse, ...(floorArea === undefined ? {} : { floorArea }), source, takenOn: today, ...(others.length < (facts.snapshots ?? []).length ? { isCorrected: true } : {}) };
        const snapshots = [...others, row].toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
        const latest = snapshots.at(-1);
        // A correction of an earlier year leaves the latest one in front.
        const shown = latest === row ? made : { taxPerMu: facts.taxPerMu, outputPerMu: facts.outputPerMu, landUse: facts.landUse, year: facts.year, output: facts.output, tax: facts.tax, firms: facts.firms, supplied: facts.supplied, inUse: facts.inUse, floorArea: facts.floorArea ?? null };
        return [{ do: 'set', values: { ...shown, snapshots } }];
      },
    }),
    screenLand: action({
      name: { zh: '筛查低效用地', en: 'Screen for inefficient land' },
      help: { zh: '评价公布后，在后台用登记的两年类别、亩均税收、容积率和危旧楼宇逐宗筛查（L6至L9），符合的列为候选，其余标准由人填写。', en: 'Once the evaluation is published: every parcel in use against its classes and tax per mu of two years, its plot ratio and its dangerous buildings (L6 to L9) in the background; who meets one becomes a candidate, the other criteria are entered by people.' },
      from: ['active'],
      by: [{ role: 'NATURAL' }, industry],
      asks: { screeningYear: 'must' },
      check: ({ today }, { screeningYear }) => (String(screeningYear) >= today.slice(0, 4) ? { refusal: 'screenedEarly', field: 'screeningYear', detail: { year: screeningYear } } : undefined),
    }),
    noteScreened: action({
      name: { zh: '筛查完成', en: 'The screening is done' },
      from: ['active'],
      by: ['system'],
      hidden: true,
      extra: { screenedYear: fact.whole({ zh: '年度', en: 'Year' }, { names: true }), screenedParcels: fact.whole({ zh: '宗地', en: 'Parcels' }, { min: 0 }), candidates: fact.whole({ zh: '候选', en: 'Candidates' }, { min: 0 }) },
      extraAsks: { screenedYear: 'must', screenedParcels: 'must', candidates: 'must' },
      sets: ['screenings'],
      effects: ({ matter: { facts }, today }, { screenedYear, screenedParcels, candidates }) => [
        { do: 'set', values: { screenings: [...(facts.screenings ?? []), { year: screenedYear, parcels: screenedParcels, candidates, on: today }] } },
        { do: 'tell', to: { role: 'NATURAL' }, text: { zh: `${facts.name ?? ''}筛查完成：在用${screenedParcels}宗，新增候选${candidates}宗，请20个工作日内现场核查。`, en: `${facts.name ?? ''} is screened: ${screenedParcels} parcels in use, ${candidates} new candidates to be checked on site.` } },
      ],
    }),
    enterProgramme: action({
      name: { zh: '列入更新行动', en: 'Enter the renewal programme' },
      from: ['active'],
      by: [industry, { role: 'LEADER' }],
      evidence: 1,
      sets: ['isInProgramme'],
      effects: () => [{ do: 'set', values: { isInProgramme: true } }],
    }),
    leaveProgramme: action({
      name: { zh: '退出更新行动', en: 'Leave the renewal programme' },
      from: ['active'],
      by: [{ role: 'LEADER' }],
      reason: 10,
      sets: ['isInProgramme'],
      effects: () => [{ do: 'set', values: { isInProgramme: false } }],
    }),
    noteDiagnosis: action({
      name: { zh: '体检结论', en: 'A diagnosis is approved' },
      from: ['active'],
      by: ['system'],
      hidden: true,
      asks: { diagnosis: 'must', health: 'must' },
    }),
    notePlan: action({
      name: { zh: '更新项目立项', en: 'A renewal plan is approved' },
      from: ['active'],
      by: ['system'],
      hidden: true,
      asks: { plan: 'must' },
    }),
    dropPlan: action({
      name: { zh: '更新项目退出', en: 'Its renewal plan is withdrawn' },
      from: ['active'],
      by: ['system'],
      hidden: true,
      sets: ['plan'],
      effects: () => [{ do: 'set', values: { plan: null } }],
    }),
    close: action({
      name: { zh: '撤并', en: 'Dissolve' },
      from: ['active'],
      to: 'closed',
      by: [{ role: 'LEADER' }],
      tone: 'danger',
      reason: 10,
      evidence: 1,
    }),
  },
});
