import { openBrowser } from '#test/browser.ts';
const origin = 'http://127.0.0.1:8112';
const browser = await openBrowser({ origin });
const what = process.argv[2] ?? 'diagnosis';
for (const [width, language] of [[1440, 'zh'], [390, 'zh'], [1440, 'en'], [390, 'en']] as const) {
  const page = await browser.newPage({ width, height: 900 });
  await page.goto(`${origin}/work`);
  await page.evaluate((lang) => localStorage.setItem('zhanqiao.language', lang), language);
  await page.evaluate(async () => { const r = await fetch('/api/session/demonstration', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify({ postId: 'industry' }) }); return r.status; });
  const list = await page.evaluate(async ([mechanism, q]) => (await fetch(`/api/matters/${mechanism}?size=200&cols=name&${q}`)).json(), what === 'diagnosis' ? ['parkDiagnosis', ''] : ['renewalPlan', '']);
  const rows = (list as any).rows as { id: string; title: string }[];
  if (width === 1440 && language === 'zh') {
    for (const row of rows) {
      const m = await page.evaluate(async ([mech, id]) => (await fetch(`/api/matters/${mech}/${id}`)).json(), [what === 'diagnosis' ? 'parkDiagnosis' : 'renewalPlan', row.id]) as any;
      const f = m.facts;
      console.log(row.title, f.health, f.primary, JSON.stringify(f.secondary), 'cd', f.cdShare, 'occ', f.occupancy, 'mean', f.districtTaxPerMu, f.districtOutputPerMu, 'own', f.ownersPer100Mu, 'state', f.stateShare, 'free', f.freeLandShare, JSON.stringify((f.basis ?? []).filter((b: any) => b.what === 'cdShare')));
    }
  }
  const row = rows.find((each) => each.title.includes(process.argv[3] ?? '金山工业园2020')) ?? rows[0]!;
  await page.goto(`${origin}/work/matters/${what === 'diagnosis' ? 'parkDiagnosis' : 'renewalPlan'}/${row.id}`);
  await page.waitForTimeout(3500);
  await page.screenshot({ path: `/tmp/planrest-${what}-${width}-${language}.png`, fullPage: true });
}
console.log(browser.troubles());
await browser.close();
