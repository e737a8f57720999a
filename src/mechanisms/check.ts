import type { Grant } from '#kernel/actor.ts';
import { isMonthDay } from '#kernel/calendar.ts';
import { lights } from '#kernel/clock.ts';
import type { Condition } from '#kernel/condition.ts';
import { datums, type KindName } from '#kernel/fact.ts';
import { factsAsked } from '#kernel/figure.ts';
import { kindOf } from '#kernel/kinds.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';
import { roles } from './roles.ts';
import { findTextFault } from './text-fault.ts';

/** What is wrong with the declared mechanisms, each in words that name the place; empty when all is well. */
export function findFaults(mechanisms: readonly AnyMechanism[]): Text[] {
  return mechanisms.flatMap((mechanism) => [
    ...keyFaults(mechanism, mechanisms),
    ...stageFaults(mechanism),
    ...factFaults(mechanism),
    ...datumFaults(mechanism),
    ...clockFaults(mechanism),
    ...followFaults(mechanism, mechanisms),
    ...printFaults(mechanism, mechanisms),
    ...roleFaults(mechanism),
    ...importFaults(mechanism),
    ...mapFaults(mechanism),
    ...figureFaults(mechanism, mechanisms),
    ...wordFaults(mechanism),
  ]);
}

const actionsIn = (mechanism: AnyMechanism): readonly (readonly [string, Action])[] => Object.entries(mechanism.actions);
const fault = (mechanism: AnyMechanism, zh: string, en: string): Text => ({ zh: `${mechanism.record.name.zh}：${zh}`, en: `${mechanism.record.key}: ${en}` });
const goalsOf = ({ to }: Action): readonly string[] => (to === undefined ? [] : typeof to === 'string' ? [to] : to);

function keyFaults(mechanism: AnyMechanism, all: readonly AnyMechanism[]): Text[] {
  const twins = all.filter((other) => other.record.key === mechanism.record.key);
  const { record } = mechanism;
  const named = [record.title, record.lead, record.co, record.light, ...record.list, ...record.groups.flatMap((group) => group.facts), ...(record.publicFace?.facts ?? []), ...(record.authorFacts ?? [])];
  return [
    ...(twins.length > 1 && twins[0] === mechanism ? [fault(mechanism, '机制代码重复', 'another mechanism has the same key')] : []),
    ...named.flatMap((name) => (name !== undefined && !Object.hasOwn(record.facts, name) ? [fault(mechanism, `没有要素${name}`, `there is no fact ${name}`)] : [])),
    ...lightFaults(mechanism),
    // What is shown to all may not be sealed or kept to some.
    ...(record.publicFace?.facts ?? []).flatMap((name) => {
      const held = record.facts[name];
      return held?.sealed || held?.veiled || (held?.seenBy && !held.seenBy.includes('public')) ? [fault(mechanism, `公开页面不能显示受限要素${name}`, `the public face shows ${name}, which not everybody may read`)] : [];
    }),
    ...[...(record.publicFace?.brief ?? []), ...(record.publicFace?.narrows ?? [])].flatMap((name) => (record.publicFace?.facts.includes(name) ? [] : [fault(mechanism, `公开列表用到的要素${name}没有公开`, `the public list uses ${name}, which is not public`)])),
    ...(record.publicFace?.brief ?? []).flatMap((name) => (record.facts[name] !== undefined && !briefKinds.includes(record.facts[name].kind) ? [fault(mechanism, `公开列表的简介说不了要素${name}`, `the brief of the public list cannot say ${name}`)] : [])),
    ...Object.entries(record.facts).flatMap(([name, held]) => (held.searched && (held.seenBy || held.sealed || held.veiled) ? [fault(mechanism, `受限要素${name}不能进入全文检索`, `${name} is searched though not everybody may read it`)] : [])),
  ];
}

/** What is a register's light is a choice among lights, read by everybody who sees the matter: lists and counts show it to all of them. */
function lightFaults(mechanism: AnyMechanism): Text[] {
  const { light, facts } = mechanism.record;
  const held = light === undefined ? undefined : facts[light];
  if (!held) return [];
  const isOne = held.kind === 'choice' && !held.seenBy && !held.sealed && !held.veiled && Object.keys(held.options ?? {}).every((option) => lights.some((each) => each === option));
  return isOne ? [] : [fault(mechanism, `要素${light}不能作为亮灯`, `${light} is no light`)];
}

/** There is a main line, every stage is reached from the filing, and every stage that is no end can be left. */
function stageFaults(mechanism: AnyMechanism): Text[] {
  const actions = actionsIn(mechanism);
  const reached = new Set<string>();
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    for (const [, action] of actions) if (action.from === 'new' || action.from.some((stage) => reached.has(stage))) for (const stage of goalsOf(action)) reached.add(stage);
  }
  return [
    ...(Object.values(mechanism.record.stages).some(({ place }) => place === 'main') ? [] : [fault(mechanism, '没有一个阶段在主线上', 'no stage stands on the main line')]),
    ...Object.entries(mechanism.record.stages).flatMap(([name, stage]) => {
      const isLeft = actions.some(([, action]) => action.from !== 'new' && action.from.includes(name) && goalsOf(action).some((goal) => goal !== name));
      return [
        ...(reached.has(name) ? [] : [fault(mechanism, `阶段“${stage.name.zh}”到不了`, `the stage ${name} is never reached`)]),
        ...(stage.place === 'end' || isLeft ? [] : [fault(mechanism, `阶段“${stage.name.zh}”出不去`, `the stage ${name} is never left`)]),
      ];
    }),
    ...actions.flatMap(([name, action]) =>
      [...(action.from === 'new' ? [] : action.from), ...goalsOf(action)].flatMap((stage) => (Object.hasOwn(mechanism.record.stages, stage) ? [] : [fault(mechanism, `动作${name}提到的阶段${stage}不存在`, `${name} names the stage ${stage}, which does not exist`)])),
    ),
    // An action with several goals, or of a new matter without any, has to say where it leads.
    ...actions.flatMap(([name, action]) => ((goalsOf(action).length > 1 && !action.leads) || (action.from === 'new' && goalsOf(action).length === 0) ? [fault(mechanism, `动作${name}没有说明去哪个阶段`, `${name} does not say where it leads`)] : [])),
  ];
}

/** Every fact is asked for, numbered or written by some action; nothing is written that is not declared. */
function factFaults(mechanism: AnyMechanism): Text[] {
  const { facts } = mechanism.record;
  const filled = new Set<string>();
  const faults: Text[] = [];
  for (const [name, action] of actionsIn(mechanism)) {
    const written = [...Object.keys(action.asks ?? {}), ...(action.sets ?? []), ...(action.numbers ?? []).map(({ into }) => into)];
    for (const held of written) {
      filled.add(held);
      if (held !== 'number' && !Object.hasOwn(facts, held)) faults.push(fault(mechanism, `动作${name}写入的要素${held}不存在`, `${name} writes the fact ${held}, which does not exist`));
    }
    for (const own of Object.keys(action.extraAsks ?? {})) if (!Object.hasOwn(action.extra ?? {}, own)) faults.push(fault(mechanism, `动作${name}要求的${own}没有声明`, `${name} asks for ${own}, which it does not declare`));
    for (const own of Object.keys(action.extra ?? {})) {
      if (!Object.hasOwn(action.extraAsks ?? {}, own)) faults.push(fault(mechanism, `动作${name}声明的${own}没有用到`, `${name} declares ${own} and never asks for it`));
      if (Object.hasOwn(action.asks ?? {}, own)) faults.push(fault(mechanism, `动作${name}的${own}与要素同名`, `${name} asks for ${own} twice`));
    }
  }
  // A number of an order, a version, a year: added up it says nothing, and a comma in it is wrong.
  for (const held of Object.values(facts)) if (held.kind === 'whole' && !held.names && /(号|版本|年度|位次|名次|次序)$/.test(held.name.zh)) faults.push(fault(mechanism, `要素“${held.name.zh}”是编号，不能合计，请写明names`, `the fact “${held.name.en}” names and does not count: say so (names)`));
  for (const [name, { ratio }] of Object.entries(facts)) for (const part of ratio ? [ratio.of, ratio.over] : []) if (!facts[part] || kindOf(facts[part]).compare !== 'number') faults.push(fault(mechanism, `要素${name}由${part}相除，没有这个数`, `${name} is a ratio of ${part}, which is no number of it`));
  const unasked = Object.entries(facts).filter(([name]) => !filled.has(name));
  return [...faults, ...unasked.map(([name, held]) => fault(mechanism, `要素“${held.name.zh}”没有任何动作填写`, `no action ever fills the fact ${name}`))];
}

/** A place that names its datum names a choice of datums, and whoever is asked for the one is asked for the other. */
function datumFaults(mechanism: AnyMechanism): Text[] {
  const { facts } = mechanism.record;
  return Object.entries(facts).flatMap(([name, { datum }]) => {
    if (datum === undefined) return [];
    const isOne = Object.keys(datums).every((each) => Object.hasOwn(facts[datum]?.options ?? {}, each));
    const apart = actionsIn(mechanism).filter(([, { asks = {} }]) => Object.hasOwn(asks, name) !== Object.hasOwn(asks, datum));
    return [
      ...(isOne ? [] : [fault(mechanism, `要素${name}的坐标系${datum}不是坐标系`, `the datum ${datum} of ${name} is none`)]),
      ...apart.map(([action]) => fault(mechanism, `动作${action}没有把${name}和它的坐标系一起填`, `${action} asks for ${name} or its datum without the other`)),
    ];
  });
}

/** What the light list of the public pages says as it is kept: a sum of money is kept in fen. */
const briefKinds: readonly KindName[] = ['text', 'choice', 'flag', 'whole', 'day', 'month', 'period', 'documentNumber'];

/** Every clock is started and stopped by some action; its budget is a setting within its bounds. */
function clockFaults(mechanism: AnyMechanism): Text[] {
  const actions = actionsIn(mechanism).map(([, action]) => action);
  const { clocks, duties, settings } = mechanism.record;
  return [
    ...Object.entries(clocks).flatMap(([name, clock]) => (actions.some((action) => action.stops?.includes(name)) ? [] : [fault(mechanism, `时限“${clock.name.zh}”没有动作能停`, `no action stops the clock ${name}`)])),
    ...actions.flatMap((action) => [...(action.starts ?? []), ...(action.stops ?? []), ...(action.resumes ?? [])]).flatMap((name) => (Object.hasOwn(clocks, name) ? [] : [fault(mechanism, `没有时限${name}`, `there is no clock ${name}`)])),
    ...[...Object.entries(clocks), ...Object.entries(duties)].flatMap(([name, { setting }]) => (Object.hasOwn(settings, setting) ? [] : [fault(mechanism, `${name}用到的参数${setting}不存在`, `${name} uses the setting ${setting}, which does not exist`)])),
    ...[...actions.flatMap(({ starts = [] }) => starts.map((name) => clocks[name])), ...Object.values(duties)].flatMap((started) => (started && settings[started.setting]?.unit === 'monthDay' ? [fault(mechanism, `“${started.name.zh}”到某月某日为止，要用startUntil写明哪一年`, `${started.name.en} runs to a day of the year: say of which by startUntil`)] : [])),
    ...Object.entries(settings).flatMap(([name, { value, min, max, unit }]) => (min <= value && value <= max && (unit !== 'monthDay' || isMonthDay(value)) ? [] : [fault(mechanism, `参数${name}的默认值超出范围`, `the default of ${name} lies outside its bounds`)])),
  ];
}

/** What a paper states has to be declared. */
function printFaults(mechanism: AnyMechanism, all: readonly AnyMechanism[]): Text[] {
  const known = new Set(all.flatMap(({ figures }) => figures.map(({ key }) => key)));
  return actionsIn(mechanism).flatMap(([name, { prints = [] }]) => prints.filter((key) => !known.has(key)).map((key) => fault(mechanism, `动作${name}要印的数字${key}不存在`, `${name} prints the figure ${key}, which does not exist`)));
}

function followFaults(mechanism: AnyMechanism, all: readonly AnyMechanism[]): Text[] {
  const faults: Text[] = [];
  for (const [name, action] of actionsIn(mechanism)) {
    for (const follow of action.follows ?? []) {
      const [key, other] = follow.split('.');
      const target = all.find(({ record }) => record.key === key)?.actions[other ?? ''];
      if (!target) faults.push(fault(mechanism, `动作${name}引起的${follow}不存在`, `${name} causes ${follow}, which does not exist`));
    }
    for (const { from } of action.needs ?? []) {
      const [other, key = mechanism.record.key] = from.split('.').toReversed();
      if (!all.find(({ record }) => record.key === key)?.actions[other ?? '']) faults.push(fault(mechanism, `动作${name}的关口指向的${from}不存在`, `the gate of ${name} is answered by ${from}, which does not exist`));
    }
    for (const other of action.apartFrom ?? []) if (!Object.hasOwn(mechanism.actions, other)) faults.push(fault(mechanism, `动作${name}回避的${other}不存在`, `${name} stays apart from ${other}, which does not exist`));
  }
  const known = (key: string | undefined) => key !== undefined && all.some(({ record }) => record.key === key);
  for (const [name, link] of Object.entries(mechanism.record.links)) if (!known(link.to)) faults.push(fault(mechanism, `关联${name}指向的机制不存在`, `the link ${name} leads to ${link.to}, which does not exist`));
  for (const [name, held] of Object.entries(mechanism.record.facts)) {
    if ((held.kind === 'matter' || held.kind === 'matters') && !known(held.mechanism)) faults.push(fault(mechanism, `要素${name}指向的机制不存在`, `the fact ${name} refers to a mechanism that does not exist`));
  }
  return faults;
}

/** Roles are the house's; whoever acts by role also sees the matter; a tie to a lead or a duty needs one. */
function roleFaults(mechanism: AnyMechanism): Text[] {
  const { record } = mechanism;
  const used = new Set([...Object.keys(record.sees), ...Object.values(record.facts).flatMap((held) => (held.seenBy ?? []).filter((role) => !['author', 'public', 'system'].includes(role)))]);
  const faults: Text[] = [];
  for (const [name, action] of actionsIn(mechanism)) {
    if (action.by.length === 0) faults.push(fault(mechanism, `动作${name}没有人能办`, `nobody may do ${name}`));
    for (const grant of action.by as readonly Grant[]) {
      if (typeof grant === 'string') continue;
      used.add(grant.role);
      const { tie } = grant;
      if (action.from !== 'new' && !Object.hasOwn(record.sees, grant.role)) faults.push(fault(mechanism, `${grant.role}能办动作${name}却看不到事项`, `${grant.role} may do ${name} but does not see the matter`));
      if (tie === 'lead' && record.lead === undefined) faults.push(fault(mechanism, `动作${name}要求牵头单位，机制没有`, `${name} needs a lead unit, which the mechanism has not`));
      if (tie === 'co' && record.co === undefined) faults.push(fault(mechanism, `动作${name}要求配合单位，机制没有`, `${name} needs co-units, which the mechanism has not`));
      if (typeof tie === 'object' && !Object.hasOwn(record.duties, tie.duty)) faults.push(fault(mechanism, `动作${name}要求的待办${tie.duty}不存在`, `${name} needs the duty ${tie.duty}, which does not exist`));
    }
  }
  return [...faults, ...[...used].flatMap((role) => (Object.hasOwn(roles, role) ? [] : [fault(mechanism, `没有角色${role}`, `there is no role ${role}`)]))];
}

function importFaults(mechanism: AnyMechanism): Text[] {
  const { importing } = mechanism;
  if (!importing) return [];
  const { create, amend, void: undo, key } = importing;
  return [
    ...[create, amend, undo].flatMap((name) => (name === undefined || Object.hasOwn(mechanism.actions, name) ? [] : [fault(mechanism, `导入用的动作${name}不存在`, `importing uses ${name}, which does not exist`)])),
    ...(mechanism.actions[create]?.from === 'new' ? [] : [fault(mechanism, `导入用的动作${create}不能新建`, `importing files by ${create}, which files nothing`)]),
    ...(Object.hasOwn(mechanism.record.facts, key) ? [] : [fault(mechanism, `导入的主键${key}不存在`, `importing tells rows apart by ${key}, which does not exist`)]),
  ];
}

/** A map is coloured by choices and numbers; its years are rows that name their year; what it opens is a matter. */
function mapFaults(mechanism: AnyMechanism): Text[] {
  const { map, facts } = mechanism.record;
  if (!map) return [];
  const bad = [
    ...map.colours.filter((name) => facts[name] === undefined || (facts[name].options === undefined && kindOf(facts[name]).compare !== 'number')),
    ...(map.years === undefined || facts[map.years]?.columns?.['year'] !== undefined ? [] : [map.years]),
    ...(map.opens === undefined || facts[map.opens]?.kind === 'matter' ? [] : [map.opens]),
  ];
  return bad.map((name) => fault(mechanism, `地图不能用${name}`, `the map cannot use ${name}`));
}

function figureFaults(mechanism: AnyMechanism, all: readonly AnyMechanism[]): Text[] {
  const keys = all.flatMap((each) => each.figures.map((figure) => figure.key));
  const { facts, stages, settings } = mechanism.record;
  const asked = (condition: Condition): string[] => {
    if ('all' in condition) return condition.all.flatMap(asked);
    if ('any' in condition) return condition.any.flatMap(asked);
    if ('not' in condition) return asked(condition.not);
    if ('stage' in condition) return condition.stage.filter((stage) => !Object.hasOwn(stages, stage)).map((stage) => `stage ${stage}`);
    return Object.hasOwn(facts, condition.fact) ? [] : [`fact ${condition.fact}`];
  };
  return mechanism.figures.flatMap((figure) => {
    const { measure } = figure;
    const unknown = new Set([...asked(figure.where), ...('share' in measure ? asked(measure.share) : []), ...('ratio' in measure && measure.base ? asked(measure.base) : []), ...('growth' in measure ? [...asked(measure.growth), ...asked(measure.base)] : []), ...(figure.oneFor?.and ? asked(figure.oneFor.and) : []), ...factsAsked(figure).filter((name) => !Object.hasOwn(facts, name)).map((name) => `fact ${name}`)]);
    return [
      ...[...unknown].map((what) => fault(mechanism, `数字${figure.key}提到的${what}不存在`, `the figure ${figure.key} asks for the ${what}, which does not exist`)),
      ...('growth' in measure && !Object.hasOwn(settings, measure.smallBase) ? [fault(mechanism, `数字${figure.key}的小基数参数${measure.smallBase}不存在`, `the figure ${figure.key} tells its base below the setting ${measure.smallBase}, which does not exist`)] : []),
      ...(figure.mechanism === mechanism.record.key ? [] : [fault(mechanism, `数字${figure.key}属于别的机制`, `the figure ${figure.key} belongs to another mechanism`)]),
      ...('sum' in measure && measure.per === undefined && facts[measure.sum]?.kind === 'money' ? [fault(mechanism, `数字${figure.key}以分为单位，请写明万元或者亿元（per）`, `the figure ${figure.key} counts fen; give the unit it is told in (per)`)] : []),
      ...(keys.filter((key) => key === figure.key).length === 1 ? [] : [fault(mechanism, `数字${figure.key}重复`, `there are several figures ${figure.key}`)]),
      ...(figure.within === undefined || keys.includes(figure.within) ? [] : [fault(mechanism, `数字${figure.key}的上位数字不存在`, `the figure ${figure.key} lies within ${figure.within}, which does not exist`)]),
    ];
  });
}

/** Every pair of texts in a declaration, however deep. */
function wordFaults(mechanism: AnyMechanism): Text[] {
  const faults: Text[] = [];
  const seen = new Set<object>();
  const look = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const { zh, en } = value as Partial<Text>;
    if (typeof zh === 'string' && typeof en === 'string') {
      const wrong = findTextFault({ zh, en });
      if (wrong) faults.push(fault(mechanism, `${path}：${wrong.zh}（${zh}）`, `${path}: ${wrong.en} (“${en}”)`));
    }
    for (const [name, each] of Object.entries(value)) look(each, path === '' ? name : `${path}.${name}`);
  };
  look({ record: mechanism.record, actions: mechanism.actions, figures: mechanism.figures }, '');
  return faults;
}
