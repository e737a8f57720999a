import { openGround } from './ground.ts';
import pg from 'pg';
import { lister } from './list.ts';
const g = await openGround(console.log);
try {
  const site = await g.district(200_000);
  const door = await site.serve();
  const proto: any = pg.Client.prototype; const q = proto.query; const st: any[] = [];
  for (const query of ['?stage=implementing&f.field=economy&f.channel=web&order=dueOn', '?stage=implementing&f.field=economy&f.receivedOn=2020-04-01..2020-06-30&order=-receivedOn']) {
    const ask = await lister(site, query);
    await ask();
    proto.query = function (...a: any[]) { st.push(a[0]); return q.apply(this, a); };
    await ask(); proto.query = q;
    for (const s of st.splice(0)) {
      if (typeof s === 'string' || s.text.includes('set_config')) continue;
      const c = new pg.Client(site.application); await c.connect();
      await c.query(`set timezone='UTC'; set jit=off; select set_config('zhanqiao.district', '370215', false)`);
      const r = await c.query({ text: 'explain (analyze, buffers) ' + s.text, values: s.values });
      console.log(s.text.slice(0, 1200), s.values); console.log(r.rows.map((x: any) => x['QUERY PLAN']).join('\n')); await c.end();
    }
    const t = []; for (let i = 0; i < 12; i++) t.push((await ask()).toFixed(0)); console.log(t.join(' '));
  }
} finally { await g.close(); }
