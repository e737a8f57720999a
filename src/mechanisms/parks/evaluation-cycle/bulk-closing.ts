import type { Matter } from '#kernel/matter.ts';
import type { Bulk, BulkTools } from '../../bulk.ts';

const enterprisesAtOnce = 100;

/** What is opened for an evaluation, with the stages in which it still waits when that is cancelled. */
const opened = { evaluationSheet: ['open', 'disputed', 'confirmed'], evaluationAnomaly: ['open'], evaluationRemark: ['entered', 'confirmed'] } as const;
type Opened = keyof typeof opened;

/** 取消评价: its sheets, anomalies and findings end with it, so that nothing of it reminds anybody or runs out of time. */
export async function closeOpened(bulk: Bulk): Promise<Readonly<Record<string, unknown>>> {
  const place = (reached: string, done: number, total: number) => ({ step: 'close', reached, done, total });
  const codes = await bulk.part(async (tools) => {
    const waiting: Matter[] = [];
    for (const mechanism of mechanisms) waiting.push(...(await stillOpen(tools, bulk, mechanism)));
    return [...new Set(waiting.map(({ facts }) => String(facts['creditCode'])))].toSorted();
  }, (found) => place('', 0, found.length));
  let closed = 0;
  for (let at = 0; at < codes.length; at += enterprisesAtOnce) {
    const page = codes.slice(at, at + enterprisesAtOnce);
    closed += await bulk.part((tools) => closeOf(tools, bulk, page), () => place(page.at(-1) ?? '', at + page.length, codes.length));
  }
  return { closed };
}

const mechanisms = Object.keys(opened) as readonly Opened[];

/** Asked again in its own transaction: a person may have been quicker. */
async function closeOf(tools: BulkTools, bulk: Bulk, codes: readonly string[]): Promise<number> {
  let closed = 0;
  for (const mechanism of mechanisms) {
    const waiting = await stillOpen(tools, bulk, mechanism, codes);
    await tools.actAll(mechanism, 'cancel', waiting.map(({ id }) => ({ id, input: {} })));
    closed += waiting.length;
  }
  return closed;
}

function stillOpen(tools: BulkTools, { matter }: Bulk, mechanism: Opened, codes?: readonly string[]): Promise<readonly Matter[]> {
  return tools.find({ mechanism, where: { all: [{ fact: 'cycle', in: [matter.id] }, { stage: opened[mechanism] }, ...(codes === undefined ? [] : [{ fact: 'creditCode', in: codes }])] } });
}
