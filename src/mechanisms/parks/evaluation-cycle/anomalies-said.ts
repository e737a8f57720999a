import type { Text } from '#kernel/words.ts';

/** The stages of an anomaly, in the order in which they matter to whoever runs the evaluation. */
export const anomalyStages = ['open', 'cleared', 'cancelled'] as const;
export type AnomalyStage = (typeof anomalyStages)[number];

const said = {
  open: { zh: '还有{open}条没有核清，共{all}条；全部核清才能送会审。', en: '{open} of {all} are not cleared; all of them have to be before the review.' },
  cleared: { zh: '共{all}条，全部核清。', en: 'All {all} are cleared.' },
  cancelled: { zh: '共{all}条：已核清{cleared}条，随评价取消{cancelled}条。', en: '{all} in all: {cleared} cleared, {cancelled} cancelled with the evaluation.' },
  ending: { zh: '共{all}条：已核清{cleared}条，随评价取消{cancelled}条，{open}条待取消。', en: '{all} in all: {cleared} cleared, {cancelled} cancelled with the evaluation, {open} still to be cancelled.' },
} as const satisfies Readonly<Record<string, Text>>;

/** How the anomalies of an evaluation stand; a cancelled evaluation takes those not cleared with it, in the background. */
export function anomaliesSaid({ open, cancelled }: Readonly<Record<AnomalyStage, number>>, isCancelled: boolean): Text {
  if (open > 0) return isCancelled ? said.ending : said.open;
  return cancelled > 0 ? said.cancelled : said.cleared;
}
