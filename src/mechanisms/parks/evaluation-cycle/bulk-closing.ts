import type { Bulk, BulkTools } from '../../bulk.ts';

const closedAtOnce = 200;

/** What is opened for an evaluation, with the stages in which it still waits when that is cancelled. */
const opened = { evaluationSheet: ['open', 'disputed', 'confirmed'], evaluationAnomaly: ['open'], evaluationRemark: ['entered', 'confirmed'], jointEvaluation: ['applied', 'accepted'] } as const;
const mechanisms = Object.keys(opened) as readonly (keyof typeof opened)[];

/** 取消评价: its sheets, anomalies and findings end with it, so that nothing of it reminds anybody or runs out of time. */
export async function closeOpened(bulk: Bulk): Promise<Readonly<Record<string, unknown>>> {
  let { done } = bulk.from;
  for (;;) {
    const closed = await bulk.part((tools) => closeSome(tools, bulk.matter.id), (count) => ({ step: 'close', reached: '', done: done + count, total: Math.max(done + count, Number(bulk.matter.facts['enrolled'] ?? 0)) }));
    done += closed;
    if (closed === 0) return { closed: done };
  }
}

/** Some of what is left, whatever a person closed meanwhile; none when nothing is. */
async function closeSome(tools: BulkTools, cycle: string): Promise<number> {
  for (const mechanism of mechanisms) {
    const waiting = await tools.find({ mechanism, where: { all: [{ fact: 'cycle', in: [cycle] }, { stage: opened[mechanism] }] } }, closedAtOnce);
    if (waiting.length === 0) continue;
    // Who was brought in from below size goes back there.
    if (mechanism === 'jointEvaluation') {
      const moved = await tools.find({ mechanism: 'evaluationSheet', where: { all: [{ fact: 'joint', in: waiting.map(({ id }) => id) }, { stage: ['joined'] }] } });
      await tools.actAll('evaluationSheet', 'comeBack', moved.map(({ id }) => ({ id, input: {} })));
    }
    await tools.actAll(mechanism, 'cancel', waiting.map(({ id }) => ({ id, input: {} })));
    return waiting.length;
  }
  return 0;
}
