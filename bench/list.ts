import pg from 'pg';
import { matterColumns } from '#store/matter-row.ts';
import { runClients } from './clients.ts';
import type { Site } from './ground.ts';
import { inTurn, median, quantile, spread, timeOf, type Row } from './row.ts';

const rounds = 30;
const matters = 200_000;

/** A page of a register with three filters, an order and the total, against the two statements anybody would write for it. */
export const list: Row = {
  name: 'list',
  async measure(ground) {
    const site = await ground.district(matters);
    const query = '?stage=implementing&f.field=economy&f.channel=web&order=dueOn';
    const ask = await lister(site, query);
    const connection = new pg.Client(site.admin);
    await connection.connect();
    try {
      const bare = async () => {
        const where = `district = $1 and mechanism = 'suggestion' and is_sample and stage = 'implementing' and (facts ->> 'field') collate "C" = 'economy' and (facts ->> 'channel') collate "C" = 'web'`;
        await connection.query({ name: 'bare page', text: `select ${matterColumns} from matter where ${where} order by due_on nulls last, id limit 50`, values: [site.platform.district] });
        await connection.query({ name: 'bare total', text: `select count(*) as total from matter where ${where}`, values: [site.platform.district] });
      };
      const measured = await inTurn(rounds, { ours: ask, reference: () => timeOf(bare) });
      const ratio = median(measured.ours) / median(measured.reference);
      const door = await site.serve();
      const loaded = await runClients({ ...door, clients: 16, seconds: 5, gets: [`/api/matters/suggestion${query}`] });
      const slow = quantile(loaded.times, 0.95);
      return [
        {
          what: 'list of 50 of 200,000, three filters, an order, the total', ours: `${median(measured.ours).toFixed(1)} ms`, reference: `${median(measured.reference).toFixed(1)} ms (bare SQL through pg)`,
          ratio: ratio.toFixed(2), budget: '≤ 1.50 ×', isMet: ratio <= 1.5, notes: [`ours ${spread(measured.ours, 1)} ms, bare ${spread(measured.reference, 1)} ms`],
        },
        {
          what: 'the same at 16 clients, p95', ours: `${slow.toFixed(1)} ms`, reference: '–', ratio: '–', budget: '≤ 60 ms', isMet: slow <= 60,
          notes: [`${(loaded.done / loaded.seconds).toFixed(0)} lists a second, median ${median(loaded.times).toFixed(1)} ms`],
        },
      ];
    } finally {
      await connection.end();
    }
  },
};

/** Milliseconds of one list over HTTP. */
export async function lister(site: Site, query: string): Promise<() => Promise<number>> {
  const door = await site.serve();
  const url = `http://127.0.0.1:${door.port}/api/matters/suggestion${query}`;
  return () =>
    timeOf(async () => {
      const answer = await fetch(url, { headers: { cookie: door.cookie } });
      const { rows, total } = (await answer.json()) as { rows: unknown[]; total: number };
      if (rows.length !== 50 || total < 50) throw new Error(`the list gave ${rows.length} of ${total}`);
    });
}
