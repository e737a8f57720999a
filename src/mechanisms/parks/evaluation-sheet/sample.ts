import type { Known, Step, Story } from '../../story.ts';
import { penFrom, storyOf } from '../../projects/sample-pen.ts';
import { declaresLess, printedOf, sampleEnterprises } from '../sample-enterprises.ts';

/** The sheets of the sample are opened by the platform; what the enterprises and the owners say to them is told here. */
export function evaluationSheetStories(): readonly Story[] {
  return sampleEnterprises.map(({ key, creditCode, town, account }, at) => {
    const pen = penFrom('2021-05-06', at % 140);
    if (account === undefined) pen.after(at % 12, `${town}-project`, 'confirmOnPaper', (known) => ({ evidence: [known.file('企业确认单')] }));
    else if (at === 0) {
      // Staff was counted too high: upheld, corrected, the first number kept.
      pen.after(2, account, 'dispute', (known) => ({ disputed: 'staff', claimed: Math.round(printedOf(at, 'staff') * 0.9), grounds: '统计口径含劳务派遣人员，应予扣除。', evidence: [known.file('企业确认单')] }))
        .after(4, 'stat', 'answerDispute', (known) => ({ upheld: true, correctedValue: Math.round(printedOf(at, 'staff') * 0.9), answer: '经核对劳资报表，派遣人员应扣除，予以更正。', evidence: [known.file('统计核查单')] }));
    } else if (at === 3) {
      pen.after(3, account, 'dispute', (known) => ({ disputed: 'energy', claimed: 10, grounds: '企业认为能耗偏高。', evidence: [known.file('企业确认单')] }))
        .after(6, 'stat', 'answerDispute', () => ({ upheld: false, answer: '能耗与能源统计报表一致，不予调整。' }));
    } else pen.after(1 + (at % 5), account, 'confirm', () => (at === declaresLess ? { declaredLand: 12_000 } : {}));
    if (at === 2) {
      // While it was public: main revenue was understated in the return.
      pen.from('2021-06-29').after(0, account ?? '', 'contest', (known) => ({ disputed: 'revenue', claimed: Math.round(printedOf(at, 'revenue') * 1.5), grounds: '年报更正申报后主营业务收入应调增。', evidence: [known.file('审计报告')] }))
        .after(3, 'stat', 'settle', (known) => ({ upheld: true, correctedValue: Math.round(printedOf(at, 'revenue') * 1.5), answer: '经核对审计报告和更正申报，予以更正。', evidence: [known.file('统计核查单')] }));
    }
    if (at === 4) {
      pen.from('2021-06-30').after(0, account ?? '', 'contest', (known) => ({ disputed: 'valueAdded', claimed: Math.round(printedOf(at, 'valueAdded') * 2), grounds: '企业认为增加值偏低。', evidence: [known.file('审计报告')] }))
        .after(4, 'stat', 'settle', () => ({ upheld: false, answer: '增加值按国家统计制度核算，企业提供的是产值，不予调整。' }));
    }
    return { ...storyOf(`sheet-${key}`, 'evaluationSheet', pen), steps: pen.steps.map((step) => onSheetOf(step, creditCode)) };
  });
}

/** The sheet of an enterprise, found on the day: nobody told of its making. */
function onSheetOf(step: Step, creditCode: string): Step {
  return {
    ...step,
    asks: (known) => ({ mechanism: 'evaluationSheet', where: { fact: 'cycle', in: [known.idOf('evaluation-2020')] } }),
    of: ({ found }: Known) => {
      const sheet = found.find(({ facts }) => facts['creditCode'] === creditCode);
      if (!sheet) throw new Error(`${creditCode} has no sheet`);
      return sheet.id;
    },
  };
}
