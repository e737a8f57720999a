import { isUngraded } from './classes.ts';
import type { Evaluation, Moved, NoEvaluation, Result, Scheme, Step, Text } from './problem.ts';

/** Every step of one enterprise's working, sentence by sentence, in the order it was worked. Industries are named by the caller: the engine knows their codes alone. */
export function explain(scheme: Scheme, result: Result, industryName: (code: string) => Text = (code) => ({ zh: code, en: code })): readonly Text[] {
  return [
    ...result.steps.map((step) => explainStep(scheme, step)),
    ...(result.bonus > 0 ? [{ zh: `加分${printed(scheme, result.bonus)}分（合计不超过${scheme.bonusLimit}分）。`, en: `Bonus of ${printed(scheme, result.bonus)} points (${scheme.bonusLimit} at most).` }] : []),
    ...(result.deduction > 0 ? [{ zh: `扣分${printed(scheme, result.deduction)}分。`, en: `Deduction of ${printed(scheme, result.deduction)} points.` }] : []),
    { zh: `合计${printed(scheme, result.points)}分。`, en: `${printed(scheme, result.points)} points in all.` },
    explainPlace(scheme, result, industryName),
    ...result.moves.map((move) => explainMove(scheme, move)),
    { zh: `评价结果：${bandName(scheme, result.class).zh}${isUngraded(scheme, result) ? '（参评不定级）' : ''}。`, en: `Result: ${bandName(scheme, result.class).en}${isUngraded(scheme, result) ? ' (evaluated, not graded)' : ''}.` },
  ];
}

/** Points as printed. */
export function printed({ decimals }: Pick<Scheme, 'decimals'>, points: number): string {
  return (points / 10 ** decimals).toFixed(decimals);
}

/** A value as a person reads it: enough figures to work it again by hand. */
export function figures(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function explainStep(scheme: Scheme, { indicator: key, value, benchmark, points, how }: Step): Text {
  const indicator = scheme.indicators.find((each) => each.key === key);
  if (!indicator) throw new Error(`the scheme has no indicator ${key}`);
  const { name, unit, weight } = indicator;
  const most = Number((weight * scheme.cap).toFixed(4));
  const [got, v, b] = [printed(scheme, points), figures(value ?? 0), figures(benchmark)];
  const sum = { zh: `${name.zh}：${v}÷${b}×${weight}`, en: `${name.en}: ${v} ÷ ${b} × ${weight}` };
  const words: Readonly<Record<Step['how'], Text>> = {
    scored: { zh: `${sum.zh}＝${got}分（${unit.zh}，权重${weight}）。`, en: `${sum.en} = ${got} points (${unit.en}, weight ${weight}).` },
    capped: { zh: `${sum.zh}超过上限，按权重的${scheme.cap}倍计${most}分（${unit.zh}）。`, en: `${sum.en} is above the cap; ${most} points, ${scheme.cap} times the weight (${unit.en}).` },
    notPositive: { zh: `${name.zh}：${v}${unit.zh}，不大于0，计0分。`, en: `${name.en}: ${v} (${unit.en}) is not above 0; 0 points.` },
    missingZero: { zh: `${name.zh}：缺少数据，计0分并标注。`, en: `${name.en}: data are missing; 0 points, flagged.` },
    missingMean: { zh: `${name.zh}：没有数据，按有数据企业的平均得分计${got}分。`, en: `${name.en}: no data; ${got} points, the mean of those who have data.` },
  };
  return words[how];
}

function explainPlace(scheme: Scheme, { isExempt, rank, among, group, ranked }: Result, industryName: (code: string) => Text): Text {
  if (isExempt) return { zh: '参评不定级，不参加排序。', en: 'Evaluated but not graded: it takes no part in the ranking.' };
  if (rank === undefined) return { zh: `按分数线为${bandName(scheme, ranked ?? '').zh}。`, en: `By the points at the cut-offs: ${bandName(scheme, ranked ?? '').en}.` };
  const industry = industryName(group ?? '');
  const list: Text = group === 'all' ? { zh: '全部企业', en: 'all enterprises' } : group === 'other' ? { zh: '“其他”组', en: 'the group of other industries' } : { zh: `“${industry.zh}”行业组`, en: `the group of industry ${industry.en}` };
  const band = bandName(scheme, ranked ?? '');
  return { zh: `在${list.zh}${among}家中列第${rank}位，按分档为${band.zh}。`, en: `It ranks ${rank} of ${among} in ${list.en}: by the cut-offs, ${band.en}.` };
}

function explainMove(scheme: Scheme, move: Moved): Text {
  const to = bandName(scheme, move.to);
  if (move.by === 'veto') {
    const name = scheme.vetoes.find(({ key }) => key === move.veto)?.name ?? { zh: move.veto, en: move.veto };
    // Only what sends to the last class is a veto; the others bound the class from above.
    if (move.to === scheme.classes.at(-1)?.key) return { zh: `一票否决（${name.zh}）：定为${to.zh}。`, en: `Veto (${name.en}): ${to.en}.` };
    return { zh: `限档（${name.zh}）：最高为${to.zh}。`, en: `Cap (${name.en}): ${to.en} at best.` };
  }
  const guard = scheme.guards[move.guard];
  const indicator = scheme.indicators.find(({ key }) => key === guard?.indicator)?.name ?? { zh: '', en: '' };
  const is = guard?.is === 'below' ? { zh: '低于', en: 'is below' } : { zh: '达到', en: 'reaches' };
  return { zh: `${indicator.zh}${is.zh}基准值的${guard?.times}倍：定为${to.zh}。`, en: `${indicator.en} ${is.en} ${guard?.times} times the benchmark: ${to.en}.` };
}

function bandName(scheme: Scheme, key: string): Text {
  return scheme.classes.find((band) => band.key === key)?.name ?? { zh: key, en: key };
}

/** How many stand in each class, and how many are evaluated without one: together everybody. */
export function tally(scheme: Pick<Scheme, 'classes' | 'exemptAs'>, { results }: Pick<Evaluation, 'results'>): { readonly classes: Readonly<Record<string, number>>; readonly ungraded: number } {
  const graded = results.filter((result) => !isUngraded(scheme, result));
  return { classes: Object.fromEntries(scheme.classes.map(({ key }) => [key, graded.filter((result) => result.class === key).length])), ungraded: results.length - graded.length };
}

/** Why there is no evaluation, and what to do. */
export function explainNoEvaluation({ no, at }: NoEvaluation): Text {
  const words: Readonly<Record<NoEvaluation['no'], Text>> = {
    weights: { zh: `权重合计为${at}，应为100，请调整。`, en: `The weights add up to ${at} instead of 100. Please adjust them.` },
    classes: { zh: `分档界线${at}应逐档增大，末档为100，请调整。`, en: `The cut-offs ${at} must rise and end at 100. Please adjust them.` },
    class: { zh: `规则里的“${at}”不是方案的档次，请核对。`, en: `“${at}” in the rules is no class of the scheme. Please check.` },
    indicator: { zh: `约束里的指标“${at}”不在方案中，请核对。`, en: `The indicator “${at}” of a guard is not in the scheme. Please check.` },
    number: { zh: `方案中“${at}”的数值超出范围，请核对。`, en: `The number of “${at}” in the scheme is out of range. Please check.` },
    twice: { zh: `“${at}”出现了两次，请核对。`, en: `“${at}” occurs twice. Please check.` },
    benchmark: { zh: `指标“${at}”没有可用的基准值：上年数据缺失或合计不大于0，请补齐。`, en: `There is no benchmark for “${at}”: last year’s data are missing or their sum is not above 0. Please complete them.` },
    unknown: { zh: `方案里没有“${at}”这一项，请核对。`, en: `The scheme knows no “${at}”. Please check.` },
    joint: { zh: `合并评价“${at}”的成员不足两家，或者有的没有参评、已在另一个合并评价里，请核对。`, en: `The joint evaluation “${at}” has fewer than two members, or one that is not evaluated or is in another one. Please check.` },
    whole: { zh: `“${at}”的数据不是合法整数，请核对。`, en: `The data of “${at}” are not whole numbers. Please check.` },
  };
  return words[no];
}
