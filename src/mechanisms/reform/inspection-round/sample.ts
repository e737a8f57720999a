import { addDays, addWorkdays, chinaCalendar, type Day, type Instant } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { SampleFile } from '../../sample-files.ts';
import type { Known, Step, Story } from '../../story.ts';
import { heads, quarters, type Head, type Quarter } from '../inspection-words.ts';
import { sampleItems, taskOfItem, unannouncedItems, type SampleItem } from './sample-items.ts';

/** When the inspectors come, and how far what they found has got by the end of the year. */
const rounds: Readonly<Record<Quarter, { readonly visitFrom: Day; readonly visitTo: Day; readonly looksBack: boolean }>> = {
  Q1: { visitFrom: '2021-04-12', visitTo: '2021-04-15', looksBack: false },
  Q2: { visitFrom: '2021-07-12', visitTo: '2021-07-15', looksBack: false },
  Q3: { visitFrom: '2021-10-18', visitTo: '2021-10-21', looksBack: true },
  Q4: { visitFrom: '2021-12-06', visitTo: '2021-12-09', looksBack: true },
};
const team = ['inspector', 'inspector-2', 'inspector-committee', 'inspector-economy', 'inspector-housing', 'inspector-approval', 'inspector-finance'] as const;
const homeOf = { inspector: 'reform-office', 'inspector-2': 'reform-office', 'inspector-committee': 'party-office', 'inspector-economy': 'group-economy', 'inspector-housing': 'housing', 'inspector-approval': 'approval', 'inspector-finance': 'finance' } as const;
const groupOf: Readonly<Record<string, string>> = { economy: 'group-economy', democracy: 'group-law', society: 'group-society' };

const on = (day: Day, workdays: number) => (workdays === 0 ? day : addWorkdays(chinaCalendar, day, workdays));
/** Office hours begin at nine in China, one in the morning by the world’s clock. */
const at = (day: Day, minute: number): Instant => new Date(Date.parse(`${day}T01:00:00Z`) + minute * 60_000).toISOString();
const holder = (post: string) => `holder-${post}`;
const proof = (known: Known, name: SampleFile) => [known.file(name)];

/** The list, four rounds, their sheets and notices, what became of the findings, the letters for what was late, and two joint problems. */
export function inspectionStories(): readonly Story[] {
  const findings = (Object.keys(rounds) as Quarter[]).flatMap(findingsOf);
  return [
    { key: 'inspection-list', mechanism: 'inspectionList', steps: listSteps() },
    ...(Object.keys(rounds) as Quarter[]).flatMap((quarter) => [roundStory(quarter), ...sheetStories(quarter), ...noticeStories(quarter)]),
    ...findings,
    ...lookingBack('Q3', '2021-10-20'), ...lookingBack('Q4', '2021-12-08'),
    unannounced(), ...letters(), ...jointProblems(),
  ];
}

function step(when: Instant, by: Step['by'], action: string, input: Step['input'] = () => ({})): Step {
  return { at: when, by, action, input };
}

function listSteps(): Step[] {
  const items = (known: Known) => [...sampleItems, ...unannouncedItems].map(({ quarter, unit, field, ground, name }, index) => {
    const task = known.found.find(({ facts }) => facts['title'] === taskOfItem[name])?.id;
    return { code: `${quarter}-${String(index + 1).padStart(2, '0')}`, name, unit, quarter, field, ground, ...(task === undefined ? {} : { task }) };
  });
  return [
    {
      ...step(at('2021-01-18', 30), 'office-1', 'draft', (known) => ({ title: '2021年度改革督察计划', inYear: 2021, basis: '区委2021年改革工作要点', items: items(known) })),
      asks: () => ({ mechanism: 'task', where: { fact: 'title', in: Object.values(taskOfItem) } }),
    },
    step(at('2021-01-22', 60), 'leader-reform', 'approve'),
  ];
}

const keyOf = (quarter: Quarter) => `round-${quarter}`;
const itemsOf = (quarter: Quarter) => sampleItems.filter((each) => each.quarter === quarter);

function roundStory(quarter: Quarter): Story {
  const { visitFrom, visitTo, looksBack } = rounds[quarter];
  const day = (workdays: number) => on(visitFrom, workdays);
  return {
    key: keyOf(quarter), mechanism: 'inspectionRound',
    steps: [
      step(at(day(-14), 30), 'office-1', 'plan', (known) => ({
        title: `2021年${quarters[quarter].zh}改革督察`, kind: 'quarterly', period: `2021-${quarter}`, list: known.idOf('inspection-list'), methods: ['files', 'visit', 'talk'],
        scheme: '对照年度要点，逐项查看方案制订、工作推进、改革成果；已在台账的材料不重复要。', lead: holder('inspect-lead-1'),
        inspectors: team.map((post) => ({ person: holder(post), unit: homeOf[post] })), visitFrom, visitTo, only: [...new Set(itemsOf(quarter).map(({ unit }) => unit))],
      })),
      step(at(day(-12), 60), 'office-head', 'approve'),
      step(at(day(-8), 30), 'office-1', 'notice'),
      step(at(day(0), 10), 'inspect-lead-1', 'beginVisits'),
      ...(looksBack ? [step(at(day(0), 30), 'inspect-lead-1', 'drawSample', () => ({ sampleWord: `二〇二一年${quarters[quarter].zh}现场抽样` }))] : []),
      step(at(day(4), 60), 'inspect-lead-1', 'draftFindings'),
      step(at(day(6), 60), 'inspect-lead-1', 'report', () => ({
        summary: `本轮督察${itemsOf(quarter).length}个项目，查阅资料、实地查看、座谈访谈，底稿双方签字。`, good: '多数项目方案完整、责任到人，群众和企业能感受到变化。', advice: '建议把问题纳入台账逐条销号，对共性问题由专项小组牵头研究。',
      })),
      step(at(day(7), 60), 'office-head', 'circulate', () => ({ demands: '有关单位对照问题制订整改方案，10个工作日内报送，整改结果纳入年度考核。' })),
      step(at(day(8), 60), 'office-1', 'order'),
    ],
  };
}

/** Begun on the last Monday of the year without a notice: its two sheets wait for whoever tries the platform. */
function unannounced(): Story {
  return {
    key: 'round-unannounced', mechanism: 'inspectionRound',
    steps: [
      step(at('2021-12-24', 60), 'office-1', 'plan', (known) => ({
        title: '年末惠企政策兑现暗访', kind: 'unannounced', period: '2021-Q4', list: known.idOf('inspection-list'), methods: ['visit', 'leads'], scheme: '不发通知、不打招呼，直接到窗口和企业查看兑现情况。', lead: holder('inspect-lead-1'),
        inspectors: team.map((post) => ({ person: holder(post), unit: homeOf[post] })), visitFrom: '2021-12-27', visitTo: '2021-12-31', only: unannouncedItems.map(({ unit }) => unit),
      })),
      step(at('2021-12-24', 120), 'leader-reform', 'approve'),
      step(at('2021-12-27', 10), 'inspect-lead-1', 'beginUnannounced'),
    ],
  };
}

/** A sheet follows from the notice: the story finds it by its round and item. */
function sheetStories(quarter: Quarter): Story[] {
  const { visitFrom } = rounds[quarter];
  return itemsOf(quarter).map((each, index): Story => {
    const code = `${quarter}-${String(sampleItems.indexOf(each) + 1).padStart(2, '0')}`;
    const isIts = (sheet: Matter) => sheet.facts['item'] === code;
    const sheet = (when: Instant, by: string, action: string, input?: Step['input']): Step => ({
      ...step(when, by, action, input), asks: (known) => ({ mechanism: 'inspectionSheet', where: { fact: 'round', in: [known.idOf(keyOf(quarter))] } }), of: (known) => one(known.found.filter(isIts)).id,
    });
    const [first, second] = pairFor(each, index);
    const visitedOn = on(visitFrom, Math.floor(index / 2));
    return {
      key: `sheet-${code}`, mechanism: 'inspectionSheet',
      steps: [
        sheet(at(on(visitFrom, -4), 60 + index * 5), `${each.unit}-head`, 'selfCheck', (known) => ({ selfReport: `${each.name}已按要点制订方案并推进，进展以任务台账为准，困难已报牵头领导。`, evidence: proof(known, '自查材料') })),
        sheet(at(visitedOn, 60 + index * 5), first, 'fill', (known) => ({
          visitedOn, second: holder(second), evidence: proof(known, '现场核查记录'),
          ratings: (Object.keys(heads) as Head[]).map((head) => ({ head, rating: each.problems.some(([of]) => of === head) ? 'plain' : index % 2 === 0 ? 'fair' : 'good', facts: `查看${each.name}资料和现场，${heads[head].zh}情况与台账核对。` })),
          ...(each.problems.length === 0 ? {} : { problems: each.problems.map(([head, grade, mode, description]) => ({ head, grade, mode, description })) }),
        })),
        sheet(at(visitedOn, 120 + index * 5), second, 'cosign'),
        sheet(at(on(visitedOn, 1), 60 + index * 5), `${each.unit}-head`, 'countersign'),
        sheet(at(on(visitFrom, 5), 60 + index * 5), `${each.unit}-head`, 'respond', () => ({ stance: 'accept' })),
      ],
    };
  });
}

/** Two of the team of whom neither comes from the unit. */
function pairFor({ unit }: SampleItem, index: number): readonly [string, string] {
  const free = team.filter((post) => homeOf[post] !== unit);
  return [free[index % free.length] ?? 'inspector', free[(index + 2) % free.length] ?? 'inspector-2'];
}

function noticeStories(quarter: Quarter): Story[] {
  const units = [...new Set(itemsOf(quarter).filter(({ problems }) => problems.length > 0).map(({ unit }) => unit))];
  return units.map((unit, index): Story => ({
    key: `notice-${quarter}-${unit}`, mechanism: 'rectificationNotice',
    steps: [{
      ...step(at(on(rounds[quarter].visitFrom, 9), 60 + index * 5), `${unit}-liaison`, 'receive'),
      asks: (known) => ({ mechanism: 'rectificationNotice', where: { fact: 'round', in: [known.idOf(keyOf(quarter))] } }), of: (known) => one(known.found.filter(({ facts }) => facts['unit'] === unit)).id,
    }],
  }));
}

interface Fate {
  /** Working days from the order to each step; what is absent has not happened. */
  readonly plan: number;
  readonly claim?: number;
  readonly close?: number;
}

/** How findings of a quarter fare: the first two rounds are closed, the third in part, the last has just begun. */
function fateOf(quarter: Quarter, index: number): Fate {
  if (quarter === 'Q1') return { plan: 5, claim: 22 + index * 2, close: 27 + index * 2 };
  if (quarter === 'Q2') return { plan: 5, claim: 16 + index * 2, close: 21 + index * 2 };
  if (quarter === 'Q4') return index % 2 === 0 ? { plan: 4 } : { plan: 99 };
  return ([{ plan: 4, claim: 20, close: 26 }, { plan: 6, claim: 24, close: 30 }, { plan: 5, claim: 36 }, { plan: 5 }, { plan: 4 }, { plan: 3, claim: 7, close: 9 }] as const)[index] ?? { plan: 5 };
}

/** The findings of a quarter, in the order of their codes. */
function findingsOf(quarter: Quarter): Story[] {
  const orderedOn = on(rounds[quarter].visitFrom, 8);
  return itemsOf(quarter).flatMap((each) => each.problems.map((problem) => ({ each, problem }))).map(({ each, problem: [, grade, mode] }, index): Story => {
    const code = codeOf(quarter, index);
    const { plan, claim, close } = fateOf(quarter, index);
    const planOn = on(orderedOn, plan);
    const found = (workdays: number, minute: number, by: string, action: string, input?: Step['input']): Step => ({
      ...step(at(on(orderedOn, workdays), minute + index * 5), by, action, input),
      asks: (known) => ({ mechanism: 'finding', where: { fact: 'round', in: [known.idOf(keyOf(quarter))] } }), of: (known) => one(known.found.filter(({ facts }) => facts['code'] === code)).id,
    });
    const group = groupOf[each.field] ?? 'group-economy';
    const steps = [
      found(plan, 60, `${each.unit}-head`, 'filePlan', () => planFor(planOn, mode, grade)),
      // Of the last round every other plan is still before the office.
      ...(quarter === 'Q4' && index % 4 === 0 ? [] : [found(plan + 1, 60, grade === 'A' ? 'leader-reform' : 'office-1', 'agreePlan')]),
      ...(claim === undefined ? [] : [found(claim, 60, `${each.unit}-head`, 'claim', (known) => ({ result: `${each.name}相关问题已整改，现场可查，数据与台账一致。`, evidence: proof(known, '整改佐证') }))]),
      ...(close === undefined || claim === undefined ? [] : [
        found(claim + 1, 60, `${group}-head`, 'agreeGroup', () => ({ groupOpinion: '对照整改目标核对，同意。' })),
        found(close - 1, 60, 'inspector', 'verifySite', (known) => ({ checkedOn: on(orderedOn, close - 1), checkWay: grade === 'C' ? 'paper' : 'site', checkRecord: '对照问题逐项查看，佐证能证明整改目标达到。', answersGoal: true, with: [{ person: holder('inspector-committee') }], evidence: proof(known, '整改核验记录') })),
        found(close, 60, 'office-head', 'close', () => ({ closeOpinion: '四样材料齐全，目标达到，同意销号。' })),
      ]),
    ];
    return { key: `finding-${code}`, mechanism: 'finding', steps: plan === 99 ? [] : steps };
  }).filter(({ steps }) => steps.length > 0);
}

const codeOf = (quarter: Quarter, index: number) => `ZG-2021-${quarter}-${String(index + 1).padStart(3, '0')}`;

function planFor(planOn: Day, mode: string, grade: string) {
  return {
    personName: '分管负责同志', goal: '问题对应的事项全部落实到位，经抽查合格。', measures: [{ measure: '逐项落实并建立台账', person: '业务科室负责人', by: addDays(planOn, 5) }],
    dueOn: mode === 'immediate' ? on(planOn, 4) : addDays(planOn, mode === 'limited' ? 50 : 120), ...(grade === 'A' ? { leader: holder('leader-reform') } : {}),
    ...(mode === 'longTerm' ? { monthly: ['2021-05', '2021-06', '2021-07', '2021-08'].map((month, index) => ({ month, target: `完成${(index + 1) * 25}%` })) } : {}),
  };
}

/** Of what was drawn the last has rebounded, the others have kept; what rebounded is planned anew. */
function lookingBack(quarter: Quarter, day: Day): Story[] {
  const drawnOf = (known: Known) => ((known.read?.facts['sample'] ?? []) as readonly { readonly finding?: string; readonly isDrawn?: boolean }[]).flatMap(({ finding, isDrawn }) => (isDrawn && finding !== undefined ? [finding] : []));
  return [0, 1, 2].map((nth): Story => {
    const rebounds = nth === 2 && quarter === 'Q3';
    const drawn = (when: Instant, by: Step['by'], action: string, input?: Step['input']): Step => ({ ...step(when, by, action, input), reads: keyOf(quarter), of: (known) => one(drawnOf(known).slice(nth)) });
    const asks = () => ({ mechanism: 'finding', where: { fact: 'isRebounded', in: [true] } }) as const;
    return {
      key: `again-${quarter}-${nth + 1}`, mechanism: 'finding',
      steps: [
        drawn(at(day, 200 + nth * 5), 'inspector-committee', 'reInspect', (known) => ({ outcome: rebounds ? 'rebounded' : 'kept', ...(rebounds ? { found: '抽查发现同类问题又出现2起，台账自8月起没有更新。' } : { found: '整改成果保持，台账连续。' }), evidence: proof(known, '抽查记录') })),
        ...(rebounds ? [
          { ...step(at(on(day, 6), 200), (known: Known) => `${String(one(known.found).facts['unit'])}-head`, 'filePlan', (known) => planFor(on(day, 6), String(one(known.found).facts['mode']), String(one(known.found).facts['grade']))), asks },
          { ...step(at(on(day, 7), 200), (known: Known) => (one(known.found).facts['grade'] === 'A' ? 'leader-reform' : 'office-1'), 'agreePlan'), asks },
        ] : []),
      ],
    };
  });
}

/** 盘活沉淀资金的公示问题应立行立改: it is late, reminded, answered, and then ordered. */
function letters(): Story[] {
  const code = codeOf('Q3', 4);
  const draft = (when: Instant, rung: string, demand: string): Step => ({ ...step(when, 'office-1', 'draft', (known) => ({ rung, finding: one(known.found).id, demand })), asks: () => ({ mechanism: 'finding', where: { fact: 'code', in: [code] } }) });
  return [
    {
      key: 'letter-1', mechanism: 'warningLetter',
      steps: [
        draft(at('2021-11-16', 200), 'reminder', '请说明逾期原因，明确完成日期，按期报结果。'),
        step(at('2021-11-16', 240), 'office-head', 'sign'),
        step(at('2021-11-17', 60), 'agriculture-liaison', 'receive'),
        step(at('2021-11-18', 60), 'agriculture-head', 'answerLetter', () => ({ answer: '负面清单文字正在会签，12月上旬张贴到29个村。' })),
        step(at('2021-11-19', 60), 'office-1', 'accept'),
      ],
    },
    {
      key: 'letter-2', mechanism: 'warningLetter',
      steps: [
        draft(at('2021-12-07', 200), 'order', '红灯督办：请一周内完成张贴，每周报送进展。'),
        step(at('2021-12-07', 240), 'office-head', 'sign'),
        step(at('2021-12-08', 60), 'agriculture-liaison', 'receive'),
        step(at('2021-12-10', 200), 'agriculture-liaison', 'reportWeekly', () => ({ words: '已张贴18个村，余下11个村下周完成。' })),
      ],
    },
  ];
}

function jointProblems(): Story[] {
  return [
    {
      key: 'joint-1', mechanism: 'jointProblem',
      steps: [
        step(at('2021-03-02', 60), 'office-1', 'list', () => ({ problem: '历史遗留小区不动产登记难', details: '部分小区建设手续不全，居民入住多年没有办证，涉及规划、住建、税务、登记四个环节。', owner: holder('leader-economy'), leadUnit: 'natural-resources', coUnits: ['housing', 'tax', 'approval'], promisedOn: '2021-09-30' })),
        step(at('2021-04-20', 60), 'office-1', 'meet', () => ({ on: '2021-04-20', decided: '先易后难分三批，缺手续的容缺受理，费用事后清缴。' })),
        step(at('2021-07-20', 60), 'office-1', 'meet', () => ({ on: '2021-07-20', decided: '第二批进入首次登记，税务开设专窗。' })),
        step(at('2021-09-27', 60), 'natural-resources-head', 'claim', (known) => ({ result: '列入清单的小区全部完成首次登记，居民可分户办证。', evidence: proof(known, '整改佐证') })),
        step(at('2021-09-29', 60), 'leader-economy', 'confirm'),
      ],
    },
    {
      key: 'joint-2', mechanism: 'jointProblem',
      steps: [
        step(at('2021-10-12', 60), 'office-1', 'list', () => ({ problem: '镇街综合执法与部门权责交叉', details: '下放事项的执法边界不清，镇街接不住、部门不愿管，群众投诉在两头转。', owner: holder('leader-reform'), leadUnit: 'urban-management', coUnits: ['justice', 'market', 'ecology'], promisedOn: '2022-03-31' })),
        step(at('2021-11-24', 60), 'office-1', 'meet', () => ({ on: '2021-11-24', decided: '先在两个街道试行权责清单，月底前评估。' })),
      ],
    },
  ];
}

function one<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('the sample year has not filed what the step is about');
  return first;
}
