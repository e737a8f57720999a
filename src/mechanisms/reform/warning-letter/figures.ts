import { figure } from '#kernel/figure.ts';
import { rungs } from './record.ts';

/** What is asked of the letters (reform.md §11.5). */
export const warningLetterFigures = (['reminder', 'order', 'talk'] as const).map((rung) => figure({
  key: `warningLetter.${rung}`,
  name: { zh: `今年发出的${rungs[rung].zh}`, en: `${rungs[rung].en}s sent this year` },
  unit: { zh: '件', en: 'letters' },
  definition: { zh: `今年1月1日至统计截止日签发的${rungs[rung].zh}。`, en: `Of this rung, signed from 1 January to the as-of day: ${rungs[rung].en.toLowerCase()}.` },
  mechanism: 'warningLetter',
  where: { all: [{ fact: 'rung', in: [rung] }, { fact: 'sentOn', during: 'thisYear' }] },
  measure: { count: 'matters' },
}));
