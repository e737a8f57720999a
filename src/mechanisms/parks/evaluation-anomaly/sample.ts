import type { Known, Story } from '../../story.ts';
import { penFrom, storyOf } from '../../projects/sample-pen.ts';
import { declaresLess, oddOnes, sampleEnterprises, splitInTwo } from '../sample-enterprises.ts';
import { sampleEvaluations, type SampleEvaluation } from '../sample-evaluations.ts';

const told: readonly (readonly [at: number, kind: string, finding: string])[] = [
  [declaresLess, 'area', '不动产登记和实地查看均为30亩，企业自报漏报租给关联企业的12亩，按30亩计算。'],
  [oddOnes.emission, 'emission', '该企业工序外协，现场核实无排放口，按没有排放数据处理。'],
  [oddOnes.staff, 'staff', '部分职工在母公司参保，已核对劳动合同名册。'],
  ...splitInTwo.map((at) => [at, 'split', '年内由一家分立，已依职权合并评价，两种口径都算，按合并评价计入。'] as const),
];

/** The anomalies of the sample, each looked into and cleared. */
export function evaluationAnomalyStories(): readonly Story[] {
  return [...sampleEvaluations.map(outerShares), ...told.map(([at, kind, finding], nth) => {
    const pen = penFrom('2021-06-04', 20 + nth * 10).after(nth, 'industry', 'clear', () => ({ finding }));
    const { steps } = pen;
    return {
      ...storyOf(`anomaly-${at}`, 'evaluationAnomaly', pen),
      steps: steps.map((step) => ({
        ...step,
        asks: (known: Known) => ({ mechanism: 'evaluationAnomaly', where: { fact: 'cycle', in: [known.idOf('evaluation-2020')] } }),
        of: ({ found }: Known) => {
          const anomaly = found.find(({ facts }) => facts['creditCode'] === sampleEnterprises[at]?.creditCode && facts['kind'] === kind);
          if (!anomaly) throw new Error(`no ${kind} of ${at}`);
          return anomaly.id;
        },
      })),
    };
  })];
}

/** Of every hundred in an industry the outermost strike: all of them looked into by the tax bureau's list, and cleared together. */
function outerShares({ story, clearOn }: SampleEvaluation): Story {
  const pen = penFrom(clearOn, 90).after(0, 'industry', 'clear', () => ({ finding: '已与税务部门逐家核对申报表和收入构成，属行业内正常差异。' }));
  return {
    ...storyOf(`shares-${story}`, 'evaluationAnomaly', pen),
    steps: pen.steps.map((step) => ({
      ...step,
      asks: (known: Known) => ({ mechanism: 'evaluationAnomaly', where: { all: [{ fact: 'cycle', in: [known.idOf(story)] }, { fact: 'kind', in: ['share'] }, { stage: ['open'] }] } }),
      each: ({ found }: Known) => found.map(({ id }) => id),
    })),
  };
}
