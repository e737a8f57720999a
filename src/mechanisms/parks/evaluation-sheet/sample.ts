import type { Known, Step, Story } from '../../story.ts';
import { penFrom, storyOf, type Pen } from '../../projects/sample-pen.ts';
import { declaresLess, printedOf, sampleEnterprises, type SampleEnterprise } from '../sample-enterprises.ts';
import { sampleEvaluations, type SampleEvaluation } from '../sample-evaluations.ts';

/** The sheets of the sample are opened by the platform; what the enterprises and the owners say to them is told here. */
export function evaluationSheetStories(): readonly Story[] {
  return [...sampleEvaluations.flatMap(togetherStories), ...accountStories()];
}

/** What parks bring in on paper for all of their enterprises at once, and what the platform does for those that say nothing. */
function togetherStories({ story, of, paperFrom, isSilent }: SampleEvaluation): readonly Story[] {
  const open = (members: readonly SampleEnterprise[]) => (known: Known) => ({
    mechanism: 'evaluationSheet', where: { all: [{ fact: 'cycle', in: [known.idOf(story)] }, { stage: ['open'] }, { fact: 'agent', present: false }, { fact: 'creditCode', in: members.map(({ creditCode }) => creditCode) }] },
  });
  const paper = [...Map.groupBy(of.filter((_each, at) => !isSilent(at)), ({ town }) => town)].map(([town, members], at): Story => {
    const pen = penFrom(paperFrom, 20 + at * 12).after(at % 5, `${town}-project`, 'confirmOnPaper', (known) => ({ evidence: [known.file('企业确认单')] }));
    return manySteps(`paper-${story}-${town}`, pen, open(members));
  });
  const silent = of.filter((_each, at) => isSilent(at));
  if (silent.length === 0) return paper;
  const waiting = penFrom('2021-05-07', 10).after(0, 'system', 'remind').from('2021-05-14').after(0, 'system', 'remind').from('2021-05-31').after(0, 'system', 'assumeConfirmed');
  return [...paper, manySteps(`silent-${story}`, waiting, open(silent))];
}

function manySteps(key: string, pen: Pen, asks: NonNullable<Step['asks']>): Story {
  return { ...storyOf(key, 'evaluationSheet', pen), steps: pen.steps.map((step) => ({ ...step, asks, each: ({ found }: Known) => found.map(({ id }) => id) })) };
}

/** Those with an account, one by one. */
function accountStories(): readonly Story[] {
  return sampleEnterprises.flatMap(({ key, creditCode, account }, at) => {
    if (account === undefined) return [];
    const pen = penFrom('2021-05-06', at % 140);
    if (at === 0) {
      // Staff was counted too high: upheld, corrected, the first number kept.
      pen.after(2, account, 'dispute', (known) => ({ disputed: 'staff', claimed: Math.round(printedOf(at, 'staff') * 0.9), grounds: '统计口径含劳务派遣人员，应予扣除。', evidence: [known.file('企业确认单')] }))
        .after(4, 'stat', 'answerDispute', (known) => ({ upheld: true, correctedValue: Math.round(printedOf(at, 'staff') * 0.9), answer: '经核对劳资报表，派遣人员应扣除，予以更正。', evidence: [known.file('统计核查单')] }));
    } else if (at === 3) {
      pen.after(3, account, 'dispute', (known) => ({ disputed: 'energy', claimed: 10, grounds: '企业认为能耗偏高。', evidence: [known.file('企业确认单')] }))
        .after(6, 'stat', 'answerDispute', () => ({ upheld: false, answer: '能耗与能源统计报表一致，不予调整。' }));
    } else pen.after(1 + (at % 5), account, 'confirm', () => (at === declaresLess ? { declaredLand: 12_000 } : {}));
    if (at === 2) {
      // While it was public: main revenue was understated in the return.
      pen.from('2021-06-29').after(0, account, 'contest', (known) => ({ disputed: 'revenue', claimed: Math.round(printedOf(at, 'revenue') * 1.5), grounds: '年报更正申报后主营业务收入应调增。', evidence: [known.file('审计报告')] }))
        .after(3, 'stat', 'settle', (known) => ({ upheld: true, correctedValue: Math.round(printedOf(at, 'revenue') * 1.5), answer: '经核对审计报告和更正申报，予以更正。', evidence: [known.file('统计核查单')] }));
    }
    if (at === 4) {
      pen.from('2021-06-30').after(0, account, 'contest', (known) => ({ disputed: 'valueAdded', claimed: Math.round(printedOf(at, 'valueAdded') * 2), grounds: '企业认为增加值偏低。', evidence: [known.file('审计报告')] }))
        .after(4, 'stat', 'settle', () => ({ upheld: false, answer: '增加值按国家统计制度核算，企业提供的是产值，不予调整。' }));
    }
    return [{ ...storyOf(`sheet-${key}`, 'evaluationSheet', pen), steps: pen.steps.map((step) => onSheetOf(step, creditCode)) }];
  });
}

/** The sheet of an enterprise, found on the day: nobody told of its making. */
function onSheetOf(step: Step, creditCode: string): Step {
  return {
    ...step,
    asks: (known) => ({ mechanism: 'evaluationSheet', where: { all: [{ fact: 'cycle', in: [known.idOf('evaluation-2020')] }, { fact: 'creditCode', in: [creditCode] }] } }),
    of: ({ found: [sheet] }: Known) => {
      if (!sheet) throw new Error(`${creditCode} has no sheet`);
      return sheet.id;
    },
  };
}
