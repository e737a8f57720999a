import type { Assignment, Bottleneck, NoAssignment, PanelRule, RuleKind, Text } from './problem.ts';

/** An assignment, or why there is none, in sentences; `nameOf` says what a specialty is called, where its key is no name. */
export function explain(answer: Assignment | NoAssignment, nameOf: (specialty: string) => Text = (specialty) => ({ zh: specialty, en: specialty })): readonly Text[] {
  if (!('no' in answer)) return explainAssignment(answer);
  switch (answer.no) {
    case 'input': return [inputFaults[answer.fault](answer.at)];
    case 'seats': return [explainBottleneck(answer.bottleneck, nameOf)];
    case 'rules': return [
      { zh: '席位和次数本可满足，但与下列规则不能兼顾，请补充专家或分批安排：', en: 'Seats and loads could be met, but not together with these rules; admit more experts or assign in smaller lots:' },
      ...answer.rules.map(explainRule),
    ];
    case 'stopped': return [{ zh: '已中止，尚未得到完整的安排。', en: 'Stopped before there was a whole assignment.' }];
  }
}

function explainAssignment({ placements, totalFit, bound, isOptimal, fairness: { worst, best, quartiles, loads } }: Assignment): readonly Text[] {
  const [few, mean, many] = loads;
  const [quarter, half, three] = quartiles.map((each) => each.toFixed(1));
  return [
    { zh: `共安排${placements.length}人次，总适配度${totalFit}。`, en: `${placements.length} seats are filled with a total fit of ${totalFit}.` },
    isOptimal ? { zh: '已证明最优。', en: 'No assignment is better; this is proven.' } : { zh: `至多还可提高${bound - totalFit}，未及证明最优即已停止。`, en: `At most ${bound - totalFit} more could be had; the search was stopped before that was settled.` },
    ...(placements.length === 0 ? [] : [
      { zh: `适配度最低的是项目${worst.projectNo}（席均${worst.meanFit.toFixed(1)}），最高的是项目${best.projectNo}（${best.meanFit.toFixed(1)}）；四分位为${quarter}、${half}、${three}。`, en: `The worst-served project is ${worst.projectNo} (mean fit ${worst.meanFit.toFixed(1)}), the best ${best.projectNo} (${best.meanFit.toFixed(1)}); quartiles ${quarter}, ${half}, ${three}.` },
      { zh: `每名专家承担${few}至${many}次，平均${mean.toFixed(1)}次。`, en: `Experts sit on ${few} to ${many} panels, ${mean.toFixed(1)} on average.` },
    ]),
  ];
}

function explainBottleneck({ seats, needed, available, experts }: Bottleneck, nameOf: (specialty: string) => Text): Text {
  const shown = seats.slice(0, 5);
  const zh = shown.map(({ projectNo, specialty }) => `项目${projectNo}${nameOf(specialty).zh}`).join('、') + (seats.length > shown.length ? `等${seats.length}处` : '');
  const en = shown.map(({ projectNo, specialty }) => `${nameOf(specialty).en} of ${projectNo}`).join(', ') + (seats.length > shown.length ? ` and ${seats.length - shown.length} more` : '');
  if (experts.length === 0) return { zh: `${zh}：没有一名专家可以担任，请补充该专业专家。`, en: `${en}: no expert may take a seat; admit experts of that specialty.` };
  return {
    zh: `${zh}：共需${needed}人次，能担任的${experts.length}名专家至多承担${available}人次，缺${needed - available}人次。请补充专家、调高次数上限或分批安排。`,
    en: `${en}: ${needed} seats are to be filled, and the ${experts.length} experts for them can take ${available} at most, ${needed - available} short. Admit experts, raise their caps or assign in smaller lots.`,
  };
}

function explainRule({ kind, projectNo, who }: PanelRule): Text {
  return rules[kind](projectNo, who);
}

const rules: Readonly<Record<RuleKind, (projectNo: string, who: string) => Text>> = {
  outside: (projectNo) => ({ zh: `项目${projectNo}区外专家不少于规定人数。`, en: `${projectNo}: enough from outside the district.` }),
  employer: (projectNo, who) => ({ zh: `项目${projectNo}同一工作单位（${who}）至多一人。`, en: `${projectNo}: one member at most of ${who}.` }),
  apart: (projectNo, who) => ({ zh: `项目${projectNo}专家${who.replace(' ', '、')}不得同组。`, en: `${projectNo}: ${who.replace(' ', ' and ')} apart.` }),
};

const inputFaults: Readonly<Record<Extract<NoAssignment, { no: 'input' }>['fault'], (at: string) => Text>> = {
  number: (at) => ({ zh: `“${at}”的数值须为不小于零的整数且不过大，席位至少为一，请核对。`, en: `The numbers of “${at}” must be whole, not negative and not huge, with at least one seat; please check.` }),
  twice: (at) => ({ zh: `“${at}”出现了两次，请核对。`, en: `“${at}” occurs twice; please check.` }),
  unknown: (at) => ({ zh: `“${at}”不在名单中，请核对。`, en: `“${at}” is not among the experts; please check.` }),
};
