import type { Known, Story } from '../../story.ts';
import { penFrom, storyOf } from '../../projects/sample-pen.ts';

const kinds = { A: 'energyFirst', C: 'improve', D: 'rectify' } as const;
const ends = { A: '2022-07-31', C: '2022-07-31', D: '2023-07-31' } as const;

/** A few measures of each class that has any: those that stand first. */
export function evaluationMeasureStories(): readonly Story[] {
  return (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((band, at) => [0, 1].map((nth) => {
    const pen = penFrom('2021-08-02', 100 + at * 20 + nth * 5).after(0, 'industry', 'impose', ({ found }) => ({
      sheet: found[nth]?.id ?? '', kind: kinds[band], startOn: '2021-08-02', endOn: ends[band], appealTo: '区工业和信息化局亩均办，15个工作日内答复',
    }));
    return {
      ...storyOf(`measure-${band}-${nth}`, 'evaluationMeasure', pen),
      steps: pen.steps.map((step) => ({ ...step, asks: (known: Known) => ({ mechanism: 'evaluationSheet', where: { all: [{ fact: 'cycle', in: [known.idOf('evaluation-2020')] }, { fact: 'class', in: [band] }] } }) })),
    };
  }));
}
