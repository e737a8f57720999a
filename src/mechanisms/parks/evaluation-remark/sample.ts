import type { Story } from '../../story.ts';
import { penFrom, storyOf } from '../../projects/sample-pen.ts';
import { sampleEnterprises } from '../sample-enterprises.ts';

interface Told {
  readonly at: number;
  readonly by: string;
  readonly item: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

const found: readonly Told[] = [
  { at: 12, by: 'emergency', item: 'accident', more: { documentNo: '即应急罚〔2020〕7号', decidedOn: '2020-09-14' } },
  { at: 55, by: 'ecology', item: 'environment', more: { documentNo: '即环责改〔2020〕31号', decidedOn: '2020-11-03' } },
  { at: 90, by: 'labour', item: 'wages', more: { documentNo: '即人社罚〔2020〕4号', decidedOn: '2020-12-08' } },
  { at: 20, by: 'economic-zone-project', item: 'highTech' },
  { at: 41, by: 'auto-city-project', item: 'platform' },
  { at: 66, by: 'tongji-project', item: 'smallTenants', more: { count: 3 } },
  { at: 101, by: 'jinshan-park-project', item: 'startUp' },
  { at: 120, by: 'innovation-park-project', item: 'majorProject' },
];

/** What departments brought to the review of the sample's evaluation. */
export function evaluationRemarkStories(): readonly Story[] {
  return found.map(({ at, by, item, more = {} }, nth) =>
    storyOf(`remark-${at}`, 'evaluationRemark', penFrom('2021-06-11', 10 + nth * 6)
      .after(nth % 4, by, 'enter', (known) => ({ cycle: known.idOf('evaluation-2020'), enterprise: known.idOf(sampleEnterprises[at]?.key ?? ''), item, ...more }))
      .from('2021-06-18').after(0, 'industry', 'confirm')));
}
