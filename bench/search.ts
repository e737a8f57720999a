import pg from 'pg';
import { sightsOf } from '#server/world.ts';
import { findActor } from '#server/directory.ts';
import { dayOf } from '#kernel/calendar.ts';
import { searchMatters } from '#store/search.ts';
import { inTurn, median, spread, timeOf, type Row } from './row.ts';

const matters = 200_000;
const asked = 20;
/** A word that stands in more than one matter of two hundred finds no matter; nobody looks for it. */
const most = 1_000;

/** Two Chinese characters anywhere in the words of a register, against LIKE over the same words. */
export const search: Row = {
  name: 'search',
  async measure(ground) {
    const { platform, admin } = await ground.district(matters);
    const actor = findActor(await platform.directory(), 'office-1', dayOf(platform.now()));
    if (!actor) throw new Error('the clerk is not there');
    const { record } = platform.getMechanism('suggestion');
    const sights = new Map([[record.key, sightsOf(record, actor)]]);
    const find = (q: string, limit: number) => platform.store.reading(platform.district, (tx) => searchMatters(tx, { district: platform.district, q, isSample: true, sights, limit }));
    const connection = new pg.Client(admin);
    await connection.connect();
    try {
      const like = (q: string) =>
        connection.query<{ matter: string }>({ name: 'bare like', text: `select matter from search_doc where district = $1 and words like '%' || $2 || '%'`, values: [platform.district, q] }).then(({ rows }) => rows.map((row) => row.matter));
      const words = await pairs(connection, like);
      let found = 0;
      let wanted = 0;
      let wrong = 0;
      const slowest = { ours: 0 };
      const all = { ours: [] as number[], reference: [] as number[] };
      for (const q of words) {
        const truth = new Set(await like(q));
        const hits = new Set((await find(q, most + 1)).map((hit) => hit.id));
        wanted += truth.size;
        for (const id of hits) if (truth.has(id)) found += 1; else wrong += 1;
        const measured = await inTurn(3, { ours: () => timeOf(() => find(q, 50)), reference: () => timeOf(() => like(q)) });
        all.ours.push(median(measured.ours));
        all.reference.push(median(measured.reference));
        slowest.ours = Math.max(slowest.ours, ...measured.ours);
      }
      const ratio = median(all.reference.map((reference, place) => reference / (all.ours[place] ?? Number.NaN)));
      const recall = found / wanted;
      return [{
        what: 'search, two Chinese characters in 200,000 matters', ours: `${median(all.ours).toFixed(1)} ms`, reference: `${median(all.reference).toFixed(0)} ms (LIKE)`, ratio: `${ratio.toFixed(0)} ×`,
        budget: '≥ 50 × faster, recall 100 %', isMet: ratio >= 50 && recall === 1 && wrong === 0,
        notes: [`recall ${(recall * 100).toFixed(2)} % of ${wanted.toLocaleString('en')} hits, ${wrong} wrong; ${asked} pairs (${words.slice(0, 6).join(' ')} …), ours ${spread(all.ours, 1)} ms by pair, slowest single ${slowest.ours.toFixed(0)} ms`],
      }];
    } finally {
      await connection.end();
    }
  },
};

/** Pairs of Chinese characters taken from anywhere in the register. */
async function pairs(connection: pg.Client, like: (q: string) => Promise<string[]>): Promise<string[]> {
  const { rows } = await connection.query<{ pair: string }>(
    `select distinct substr(words, 12 + (n * 7 % 60)::int, 2) as pair from (select words, row_number() over (order by matter) as n from search_doc) as doc where n % 1709 = 0 order by pair`,
  );
  const taken: string[] = [];
  for (const { pair } of rows) {
    if (taken.length === asked || !/^\p{Script=Han}{2}$/u.test(pair)) continue;
    if ((await like(pair)).length <= most) taken.push(pair);
  }
  return taken;
}
