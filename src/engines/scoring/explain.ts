import type { Alert, Severity } from './history.ts';
import type { Conclusion, NoConclusion, Repeat, SheetFault, SheetFaultKind, Text } from './problem.ts';

/** What a review came to, or why it came to nothing, sentence by sentence. */
export function explain(answer: Conclusion | Repeat | NoConclusion): readonly Text[] {
  switch (answer.outcome) {
    case 'repeat': return [explainRepeat(answer)];
    case 'faulty': return answer.sheets.map(explainSheetFault);
    case 'unmeasured': return [{ zh: `缺少“${answer.benchmark.zh}”的承诺值或标准值，或其不是合法数值，请核对后再计算。`, en: `The promised or the standard value of “${answer.benchmark.en}” is missing or no valid number; please check it, then compute again.` }];
    case 'twice': return [{ zh: `${answer.expertNo}号专家有两张评分表，请核对。`, en: `Expert ${answer.expertNo} has two sheets; please check.` }];
    case 'emptyVeto': return [{ zh: '一票否决须写明法律依据和部门意见。', en: 'A veto must state its legal basis and the department’s note.' }];
    case 'badScheme': return [{ zh: `评审方案有误：${schemeFaults[answer.what].zh}。`, en: `The review scheme is wrong: ${schemeFaults[answer.what].en}.` }];
    default: return explainConclusion(answer);
  }
}

function explainConclusion(told: Conclusion): readonly Text[] {
  const dropped = told.standings.filter(({ isDropped }) => isDropped);
  const counted = told.standings.length - dropped.length;
  const far = told.standings.filter(({ isFar }) => isFar);
  return [
    ...told.voided.map((expertNo) => ({ zh: `${expertNo}号专家签名后发现应回避情形，其评分表作废。`, en: `A conflict of expert ${expertNo} was found after signing; the sheet is void.` })),
    ...(dropped.length > 0
      ? [{ zh: `去掉最高分${dropped.at(-1)?.total}（${dropped.at(-1)?.expertNo}号）和最低分${dropped[0]?.total}（${dropped[0]?.expertNo}号），其余${counted}人平均${points(told.experts)}分。`, en: `The highest total ${dropped.at(-1)?.total} (expert ${dropped.at(-1)?.expertNo}) and the lowest ${dropped[0]?.total} (expert ${dropped[0]?.expertNo}) are dropped; the other ${counted} average ${points(told.experts)}.` }]
      : [{ zh: `${counted}人平均${points(told.experts)}分。`, en: `The ${counted} totals average ${points(told.experts)}.` }]),
    { zh: `指标测算${points(told.computed)}分，综合得分${points(told.final)}分。`, en: `The computed part is ${points(told.computed)}; the final result is ${points(told.final)}.` },
    ...far.map(({ expertNo, total, z }) => ({ zh: `${expertNo}号专家评${total}分，与中位数${told.median}分偏离过大（修正Z值${z.toFixed(2)}），须在纪要中记载讨论情况。`, en: `Expert ${expertNo} gave ${total}, far from the median ${told.median} (modified z ${z.toFixed(2)}); the deliberation must be minuted.` })),
    ...(told.mustBeMinuted && far.length === 0 ? [{ zh: `最高分与最低分相差${told.range}分，须在纪要中记载讨论情况。`, en: `The totals lie ${told.range} points apart; the deliberation must be minuted.` }] : []),
    { zh: `同意${told.agreeing}票，共${told.standings.length}票。`, en: `${told.agreeing} of ${told.standings.length} votes agree.` },
    ...(told.lacksVotes && !told.isVetoed ? [{ zh: '得分达到通过线，但同意票不足，按有条件通过处理。', en: 'There are enough points to pass but too few votes; it passes with conditions.' }] : []),
    ...(told.isVetoed ? [{ zh: '存在否决情形，不论得分均不予通过。', en: 'A red line applies; whatever the points, it does not pass.' }] : []),
    outcomes[told.outcome],
  ];
}

/** What is wrong with one line of a sheet, and what to do. */
export function explainSheetFault({ fault, expertNo, criterion, max }: SheetFault): Text {
  const { zh, en } = sheetFaults[fault];
  return {
    zh: `${expertNo}号专家“${criterion.zh}”：${zh.replace('{max}', String(max))}`,
    en: `Expert ${expertNo}, “${criterion.en}”: ${en.replace('{max}', String(max))}`,
  };
}

/** What was noticed, why it matters and what to look at. */
export function explainAlert(alert: Alert): Text {
  const [one, other] = [alert.experts[0], alert.experts[1] ?? ''];
  const { zh, en } = alerts[alert.kind];
  const values: Record<string, string> = {
    one, other, project: alert.projects[0] ?? '', count: String(alert.projects.length), projects: alert.projects.join('、'), projectsEn: alert.projects.join(', '),
    ...(alert.kind === 'favour' && { group: alert.investorGroup, mean: alert.mean.toFixed(2) }), ...(alert.kind === 'sameMinute' && { seconds: String(alert.seconds) }),
    ...(alert.kind === 'sameComments' && { percent: String(alert.percent) }), ...(alert.kind === 'correlated' && { r: alert.r.toFixed(3) }),
  };
  const into = (words: string) => words.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
  return { zh: into(zh), en: into(en) };
}

export function explainSeverity({ expertNo, projects, mean }: Severity): Text {
  if (mean === undefined) return { zh: `${expertNo}号专家评审过${projects}个项目，尚不足以看出宽严。`, en: `Expert ${expertNo} has scored ${projects} projects, too few to tell how severe.` };
  const figure = Math.abs(mean).toFixed(2);
  if (mean === 0) return { zh: `${expertNo}号专家在${projects}个项目上平均与中位数持平。`, en: `Over ${projects} projects expert ${expertNo} scores on average at the median.` };
  return { zh: `${expertNo}号专家在${projects}个项目上平均比中位数${mean < 0 ? '低' : '高'}${figure}分（仅供参考，不作修正）。`, en: `Over ${projects} projects expert ${expertNo} scores on average ${figure} points ${mean < 0 ? 'below' : 'above'} the median (shown, never corrected for).` };
}

/** Hundredths as they are printed: 83.40. */
export function points(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

function explainRepeat({ because, valid, fewest, voided }: Repeat): Text {
  const after = { zh: voided.length > 0 ? `${voided.join('、')}号专家的评分表作废后，` : '', en: voided.length > 0 ? `After voiding the sheets of ${voided.join(', ')}, ` : '' };
  return because === 'few'
    ? { zh: `${after.zh}有效评分表${valid}张，不足${fewest}张，须重新评审。`, en: `${after.en}${valid} valid sheets are left, fewer than ${fewest}; the review must be repeated.` }
    : { zh: `${after.zh}有效评分表${valid}张，为偶数，须重新评审。`, en: `${after.en}${valid} valid sheets are left, an even number; the review must be repeated.` };
}

const outcomes: Readonly<Record<Conclusion['outcome'], Text>> = {
  pass: { zh: '结论：通过。', en: 'Result: passed.' },
  conditional: { zh: '结论：有条件通过，所附条件须逐条写明责任人和期限。', en: 'Result: passed with conditions, each with an owner and a due day.' },
  refused: { zh: '结论：不予通过。', en: 'Result: not passed.' },
};

const schemeFaults: Readonly<Record<Extract<NoConclusion, { outcome: 'badScheme' }>['what'], Text>> = {
  criteria: { zh: '各项评分满分须为正、以半分计，合计一百分', en: 'the maxima must be positive, in half points, and come to 100' },
  benchmarks: { zh: '各项指标权重须为正整数，合计一百', en: 'the weights of the benchmarks must be positive whole numbers and come to 100' },
  percent: { zh: '专家评分所占比例须为零至一百的整数', en: 'the experts’ share must be a whole percentage' },
  bands: { zh: '通过线不得低于有条件通过线，去掉高低分至少须有三张评分表', en: 'passing must not ask for less than passing with conditions, and dropping two needs three sheets at least' },
};

const sheetFaults: Readonly<Record<SheetFaultKind, Text>> = {
  missing: { zh: '没有评分，请补上。', en: 'no score; please give one.' },
  unknown: { zh: '不在评分表内，请删去。', en: 'not on the sheet; please remove it.' },
  range: { zh: '须在0至{max}分之间。', en: 'must lie between 0 and {max}.' },
  grid: { zh: '以0.5分为一档，请改为整分或半分。', en: 'goes in steps of 0.5; please give a whole or a half point.' },
  reason: { zh: '得分过低或过高，请写明理由。', en: 'is very low or very high; please state the reason.' },
};

const alerts: Readonly<Record<Alert['kind'], Text>> = {
  favour: { zh: '{one}号专家对“{group}”的{count}个项目（{projects}）平均比中位数高{mean}分，请核查有无利害关系。', en: 'Expert {one} scored {count} projects of “{group}” ({projectsEn}) on average {mean} points above the median; please look for a tie between them.' },
  sameScores: { zh: '{one}号、{other}号专家对项目{project}各项评分完全相同，请核查是否各自独立评分。', en: 'Experts {one} and {other} gave project {project} the same score on every line; please ask whether they scored independently.' },
  sameDevice: { zh: '{one}号、{other}号专家对项目{project}的评分表由同一设备提交，请核查是否代为评分或共用会场设备。', en: 'The sheets of experts {one} and {other} on project {project} came from one device; please ask whether one scored for the other or the room’s device was shared.' },
  sameMinute: { zh: '{one}号、{other}号专家对项目{project}的评分表相隔{seconds}秒提交，请核查是否各自独立评分。', en: 'The sheets of experts {one} and {other} on project {project} were locked {seconds} seconds apart; please ask whether they scored independently.' },
  sameComments: { zh: '{one}号、{other}号专家对项目{project}的评语{percent}%相同，请核查是否各自撰写。', en: 'The comments of experts {one} and {other} on project {project} are {percent} % alike; please ask whether each wrote their own.' },
  correlated: { zh: '{one}号、{other}号专家在{count}个共同评审的项目上高低起伏高度一致（相关系数{r}），今后不宜同组抽取。', en: 'Over {count} common projects the scores of experts {one} and {other} rise and fall together (r = {r}); they should not be drawn together.' },
};
