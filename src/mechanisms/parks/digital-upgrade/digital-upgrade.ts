import { addDays } from '#kernel/calendar.ts';
import { actionsOf, mechanism, type Situation as SituationOf, type Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';
import { approvedMode } from '../modes.ts';
import { digitalUpgradeFigures } from './figures.ts';
import { digitalUpgradeRecord, type DigitalUpgradeRecord } from './record.ts';

type Situation = SituationOf<DigitalUpgradeRecord>;
type Verdict = VerdictOf<DigitalUpgradeRecord>;

const action = actionsOf(digitalUpgradeRecord);
const industryBureau = [{ role: 'INDUSTRY' }] as const;

/** Upgrades by the industrial internet, counted once accepted on what they changed (projects.md §9). */
export const digitalUpgrade = mechanism(digitalUpgradeRecord, {
  figures: digitalUpgradeFigures,
  actions: {
    plan: action({
      name: { zh: '立项', en: 'Plan' },
      from: 'new',
      to: 'planned',
      by: [...industryBureau, { role: 'ZONE' }],
      tone: 'primary',
      asks: { name: 'must', enterprise: 'must', vendor: 'may', plan: 'may', levelBefore: 'must', before: 'must', invest: 'may' },
      sets: ['industry', 'isTextile', 'mode'],
      check: ({ findMatter }, { enterprise, vendor, plan }) => {
        if (enterprise === vendor) return { refusal: 'vendorRelated', field: 'vendor' };
        return plan !== undefined && approvedMode(findMatter(plan)) === undefined ? { refusal: 'planNotApproved', field: 'plan' } : undefined;
      },
      effects: ({ findMatter }, { enterprise, plan }) => {
        const industry = findMatter(enterprise)?.facts['industry'] as string | undefined;
        return [{ do: 'set', values: { ...(industry === undefined ? {} : { industry, isTextile: /^C1[78]/.test(industry) }), mode: plan === undefined ? undefined : approvedMode(findMatter(plan)) } }];
      },
    }),
    run: action({
      name: { zh: '试运行', en: 'Begin the trial' },
      from: ['planned'],
      to: 'trial',
      by: [...industryBureau, { role: 'ZONE' }],
      tone: 'primary',
      sets: ['trialOn'],
      effects: ({ today }) => [{ do: 'set', values: { trialOn: today } }],
    }),
    accept: action({
      name: { zh: '验收', en: 'Accept' },
      help: { zh: '看场景、设备在线率、等级提升、留存数据的天数；效率按每工时产出（不变价）算。', en: 'On scenes live, machines online, a level up and days of data kept; efficiency by output per hour at constant prices.' },
      from: ['trial'],
      to: 'accepted',
      by: industryBureau,
      tone: 'primary',
      evidence: 1,
      asks: { levelAfter: 'must', scenes: 'must', online: 'must', logDays: 'must', hours: 'must', output: 'must', period: 'must', source: 'must' },
      sets: ['acceptedOn', 'uplift', 'expected', 'mode'],
      when: trialShort,
      check: badAcceptance,
      effects: ({ matter: { facts }, today, findMatter }, { hours, output }) => {
        const expected = Math.round(hours * (facts.before ?? 0) * 100) / 100;
        return [{ do: 'set', values: { acceptedOn: today, mode: facts.plan === undefined ? null : (approvedMode(findMatter(facts.plan)) ?? null), expected, uplift: Math.round((output / expected - 1) * 1000) / 10 } }];
      },
    }),
    void: action({
      name: { zh: '作废', en: 'Void' },
      from: ['planned', 'trial'],
      to: 'voided',
      by: industryBureau,
      tone: 'danger',
      reason: 5,
    }),
  },
});

function trialShort({ matter: { facts }, today, setting }: Situation): Verdict {
  const day = addDays(facts.trialOn ?? today, setting('trial'));
  return today < day ? { refusal: 'trialShort', detail: { days: setting('trial'), day } } : undefined;
}

interface Accepted {
  readonly levelAfter: number;
  readonly scenes: readonly string[];
  readonly online: number;
  readonly logDays: number;
}

function badAcceptance({ matter: { facts }, setting }: Situation, { levelAfter, scenes, online, logDays }: Accepted): Verdict {
  const missing: Text[] = [
    ...(levelAfter > (facts.levelBefore ?? 0) ? [] : [{ zh: '等级提升', en: 'a level up' }]),
    ...(scenes.length >= setting('scenes') ? [] : [{ zh: `上线场景不少于${setting('scenes')}个`, en: `${setting('scenes')} scenes live` }]),
    ...(online >= setting('online') ? [] : [{ zh: `设备在线率不低于${setting('online')}%`, en: `${setting('online')} % of the machines online` }]),
    ...(logDays >= setting('logDays') ? [] : [{ zh: `留存数据不少于${setting('logDays')}天`, en: `${setting('logDays')} days of data` }]),
  ];
  return missing.length > 0 ? { refusal: 'notMet', detail: { missing: { zh: missing.map(({ zh }) => zh).join('、'), en: missing.map(({ en }) => en).join(', ') } } } : undefined;
}
