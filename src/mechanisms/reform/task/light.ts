import { countBetween, type Day } from '#kernel/calendar.ts';
import { lightPresets } from '../light-presets.ts';
import { defaultRules, lampOf, progressOf, type Lamp, type LightRules, type Progress, type Signs } from '../lights.ts';
import { awaited, quarterOf, type Situation, type TaskFacts } from './rules.ts';
import type { TaskStage } from './stages.ts';

/** What every move that may change the light writes. */
export const lightSets = ['planned', 'actual', 'gap', 'light', 'computedLight', 'handLight', 'lightGround'] as const;

type LightFacts = Omit<Pick<TaskFacts, (typeof lightSets)[number]>, 'handLight'> & { readonly handLight: Lamp | null };

/** Where a task stands today, what lamp that is and why, with the stage and facts an action leads to. */
export function lightOf(situation: Situation, stage: string = situation.matter.stage, change: Partial<TaskFacts> = {}): LightFacts {
  const facts = { ...situation.matter.facts, ...change };
  const { planned, actual, gap, late } = standing(situation, facts);
  const signs = signsOf(situation, facts, stage as TaskStage, { planned, actual, gap, late });
  const { lamp, grounds } = lampOf(signs, rulesOf(situation));
  // A light set by hand holds until the computed one changes; both are shown (reform.md §11.4).
  const handLight = facts.handLight !== undefined && facts.computedLight === lamp ? facts.handLight : null;
  return { planned, actual, gap, light: handLight ?? lamp, computedLight: lamp, handLight, lightGround: groundWords(lamp, grounds, signs, situation) };
}

function standing({ today, calendar, setting }: Situation, { milestones = [], dueOn, issuedOn, dueKind }: TaskFacts): Progress {
  // Without a plan the whole task is one milestone that nobody has begun.
  const plan = milestones.length > 0 || dueOn === undefined ? milestones : [{ dueOn, weight: 100, doneRate: 0 }];
  const course = setting('linear') === 1 && issuedOn !== undefined ? ({ kind: 'linear', from: issuedOn } as const) : ({ kind: 'step' } as const);
  const progress = progressOf(plan, today, calendar, course);
  // A standing task is never behind by time (reform.md §1.4).
  return dueKind === 'standing' ? { ...progress, planned: progress.actual, gap: 0, late: 0 } : progress;
}

function signsOf(situation: Situation, facts: TaskFacts, stage: TaskStage, progress: Progress): Signs {
  const { today, calendar, setting } = situation;
  const past = (day: Day | undefined) => (day === undefined || day >= today ? 0 : countBetween(calendar, day, today, 'workday'));
  const isStanding = facts.dueKind === 'standing';
  const checkMissed = isStanding ? past(facts.yearCheckOn) : 0;
  const isPlanning = ['assigned', 'planSubmitted', 'planSigned'].includes(stage);
  const reportMissing = stage === 'running' || stage === 'adjustApplied' ? past(facts.reportDueOn) : 0;
  // A late plan is yellow and no more; so is a late report on what never ends.
  const mild = Math.min(isPlanning ? past(facts.planDueOn) : isStanding ? reportMissing : 0, setting('redMissing'));
  const overdue = past(facts.dueOn);
  return {
    ...progress,
    finished: ['verified', 'closed'].includes(stage),
    unlit: stage === 'suspended' || stage === 'cancelled' || stage === 'carriedOver' || awaited(situation) !== undefined || (isStanding ? Math.max(checkMissed, mild) === 0 : facts.dueOn === undefined && mild === 0 && reportMissing === 0),
    ...(facts.dueOn === undefined || facts.dueOn < today ? {} : { left: countBetween(calendar, today, facts.dueOn, 'workday') }),
    overdue,
    missing: Math.max(isStanding ? checkMissed : reportMissing, mild),
    yellowQuarters: trailing(facts.quarterLights ?? [], 'yellow'),
    returns: facts.returnCount ?? 0,
    reportFalse: facts.isReportFalse === true,
    rectificationLate: facts.isRectificationLate === true,
  };
}

function rulesOf({ setting }: Situation): LightRules {
  const preset = Object.values(lightPresets)[setting('lightRules') - 1];
  if (preset) return preset;
  return defaultRules({
    redGap: setting('redGap'), redLate: setting('redLate'), redQuarters: setting('redQuarters'), redMissing: setting('redMissing'),
    yellowGap: setting('yellowGap'), yellowLate: setting('yellowLate'), yellowMissing: setting('yellowMissing'), yellowReturns: setting('yellowReturns'),
    blueBefore: setting('blueBefore'),
  });
}

/** How many of the last published quarters running showed that lamp. */
export function trailing(quarters: NonNullable<TaskFacts['quarterLights']>, lamp: Lamp): number {
  const other = quarters.toReversed().findIndex(({ light }) => light !== lamp);
  return other < 0 ? quarters.length : other;
}

/** Quarters are published as they ended: the first look at a new one keeps the light of the last (reform.md §11.4). */
export function publishedQuarters({ matter, today }: Situation): TaskFacts['quarterLights'] {
  const { quarterLights = [], light, issuedOn = today } = matter.facts;
  const now = quarterOf(today);
  const lastEnded = endedBefore(now);
  if (light === undefined || quarterOf(issuedOn) > lastEnded || quarterLights.some(({ quarter }) => quarter === lastEnded)) return undefined;
  return [...quarterLights, { quarter: lastEnded, light }];
}

function endedBefore(quarter: string): string {
  const [year = 0, number = 0] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  return number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`;
}

const words: Readonly<Partial<Record<keyof Signs | 'shortBy', (signs: Signs) => string>>> = {
  gap: ({ gap }) => `进度落后${gap}个百分点`,
  late: ({ late }) => `里程碑逾期${late}个工作日`,
  missing: ({ missing }) => `漏报${missing}个工作日`,
  returns: ({ returns }) => `已退回${returns}次`,
  yellowQuarters: ({ yellowQuarters }) => `连续${yellowQuarters}个季度黄灯`,
  left: ({ left = 0 }) => `距完成日期${left}个工作日`,
  overdue: ({ overdue }) => `逾期${overdue}个工作日`,
  shortBy: ({ planned, actual }) => `完成${actual}%，计划${planned}%`,
  finished: () => '已办结',
  rectificationLate: () => '督察整改逾期',
  reportFalse: () => '督察认定虚假',
};

function groundWords(lamp: Lamp, grounds: readonly string[], signs: Signs, situation: Situation): string {
  const waiting = awaited(situation);
  if (lamp === 'grey') return waiting === undefined ? '暂缓或者没有时限' : `等待前置任务：${waiting}`.slice(0, 200);
  if (grounds.length === 0) return '按计划推进';
  return grounds.flatMap((ground) => words[ground as keyof Signs]?.(signs) ?? []).join('；');
}
