import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { hundredths } from '../land.ts';
import { approvedMode } from '../modes.ts';
import { landReactivationFigures } from './figures.ts';
import { landReactivationRecord } from './record.ts';

const action = actionsOf(landReactivationRecord);
const local = [{ role: 'ZONE', tie: 'lead' }, { role: 'TOWN', tie: 'lead' }, { role: 'NATURAL' }] as const;

/** From stock land found to land in use again: one parcel, one year, one count (projects.md §7). */
export const landReactivation = mechanism(landReactivationRecord, {
  figures: landReactivationFigures,
  actions: {
    find: action({
      name: { zh: '发现', en: 'Find' },
      from: 'new',
      to: 'found',
      by: [{ role: 'NATURAL' }, { role: 'ZONE' }, { role: 'TOWN' }],
      tone: 'primary',
      asks: { name: 'must', parcel: 'must', stock: 'must', plan: 'may' },
      starts: ['verify'],
      sets: ['area', 'town', 'park', 'mode'],
      check: ({ findMatter }, { plan }) => (plan !== undefined && approvedMode(findMatter(plan)) === undefined ? { refusal: 'planNotApproved', field: 'plan' } : undefined),
      effects: ({ findMatter }, { parcel, plan }) => {
        const held = findMatter(parcel)?.facts ?? {};
        return [{ do: 'set', values: { area: held['area'] as number, town: held['town'] as string, park: held['park'] as string | undefined, mode: plan === undefined ? undefined : approvedMode(findMatter(plan)) } }];
      },
    }),
    verify: action({
      name: { zh: '核定', en: 'Verify' },
      help: { zh: '测绘、权属、债务。', en: 'Survey, title, debts.' },
      from: ['found'],
      to: 'verified',
      by: [{ role: 'NATURAL' }],
      tone: 'primary',
      evidence: 1,
      asks: { farBefore: 'must' },
      stops: ['verify'],
    }),
    plan: action({
      name: { zh: '一地一策', en: 'Plan' },
      from: ['verified'],
      to: 'planned',
      by: local,
      tone: 'primary',
      asks: { way: 'must', decision: 'must' },
    }),
    agree: action({
      name: { zh: '签订协议', en: 'Agree' },
      from: ['planned'],
      to: 'agreed',
      by: local,
      tone: 'primary',
      evidence: 1,
    }),
    vacate: action({
      name: { zh: '腾退', en: 'Vacate' },
      from: ['agreed'],
      to: 'vacated',
      by: local,
      tone: 'primary',
      evidence: 1,
      asks: { metersOff: 'must', staffGone: 'must', invoicesGone: 'must' },
      check: (_situation, { metersOff, staffGone, invoicesGone }) => (metersOff && staffGone && invoicesGone ? undefined : { refusal: 'vacatedOnPaper', field: !metersOff ? 'metersOff' : !staffGone ? 'staffGone' : 'invoicesGone' }),
    }),
    rebuild: action({
      name: { zh: '启动改造', en: 'Rebuild' },
      from: ['vacated'],
      to: 'rebuilding',
      by: local,
      tone: 'primary',
      asks: { farAfter: 'must', newQuota: 'must' },
      sets: ['addedFloor', 'isZeroAdded'],
      check: ({ matter: { facts } }, { farAfter }) => (farAfter < (facts.farBefore ?? 0) ? { refusal: 'farFallen', field: 'farAfter' } : undefined),
      effects: ({ matter: { facts } }, { farAfter, newQuota }) => {
        const addedFloor = hundredths((facts.area ?? 0) * (farAfter - (facts.farBefore ?? 0)));
        return [{ do: 'set', values: { addedFloor, isZeroAdded: newQuota === 0 && addedFloor > 0 } }];
      },
    }),
    reuse: action({
      name: { zh: '认定盘活', en: 'Count it as reused' },
      help: { zh: '新施工许可覆盖大部分面积，或者新合同并投产，或者收回后重新供应；一宗地一年只计一次。', en: 'A new permit for most of it, a new contract at work, or supplied again; each parcel counts once a year.' },
      from: ['agreed', 'vacated', 'rebuilding'],
      to: 'reused',
      by: [{ role: 'NATURAL' }],
      tone: 'primary',
      evidence: 1,
      asks: { basis: 'must', permitShare: 'may' },
      extra: { listed: fact.text({ zh: '低效用地名录中的记录', en: 'On the list of inefficient land' }, { min: 0, max: 400 }) },
      extraAsks: { listed: 'computed' },
      sets: ['reusedOn', 'countKey', 'mode'],
      follows: ['inefficientLand.noteReused'],
      check: ({ setting }, { basis, permitShare = 0 }) => (basis === 'permit' && permitShare < setting('permitShare') ? { refusal: 'permitPartial', field: 'permitShare', detail: { share: permitShare, least: setting('permitShare') } } : undefined),
      // A plan may have been withdrawn since: then it counts by no mode.
      effects: ({ matter: { facts }, today, findMatter }, { listed }) => [
        { do: 'set', values: { reusedOn: today, countKey: `${facts.parcel ?? ''} ${today.slice(0, 4)}`, mode: facts.plan === undefined ? null : (approvedMode(findMatter(facts.plan)) ?? null) } },
        ...listed.split(' ').filter(Boolean).map((id) => ({ do: 'follow', mechanism: 'inefficientLand', id, action: 'noteReused', input: {} }) as const),
      ],
    }),
    seize: action({
      name: { zh: '查封', en: 'Seized' },
      from: ['found', 'verified', 'planned', 'agreed'],
      to: 'seized',
      by: local,
      reason: 5,
    }),
    release: action({
      name: { zh: '解除查封', en: 'Released' },
      from: ['seized'],
      to: 'verified',
      by: local,
      evidence: 1,
    }),
    drop: action({
      name: { zh: '放弃', en: 'Drop' },
      from: ['found', 'verified', 'planned', 'agreed', 'seized'],
      to: 'dropped',
      by: local,
      tone: 'danger',
      reason: 10,
      stops: ['verify'],
    }),
  },
});
