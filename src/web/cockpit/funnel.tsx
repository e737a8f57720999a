import { Link } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import type { QueryOf } from '#contract/routes.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { useAsk } from '#web/ask.ts';
import { funnelSearch, funnelSteps } from '#web/cockpit/funnel-steps.ts';
import type { Narrowed } from '#web/cockpit/search-of.ts';
import { useCockpitWords } from '#web/cockpit/words.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { Empty } from '#web/shell/faces.tsx';
import { useToday } from '#web/speech.ts';

/** 从需求到成效: each bar is the total of a filtered register, and leads to it. */
export function Funnel({ year, onYear }: { readonly year: string; readonly onYear: (year: string) => void }) {
  const c = useCockpitWords();
  const today = useToday();
  const thisYear = Number(today.slice(0, 4));
  const mechanism = findMechanism('suggestion');
  if (!mechanism) return null;
  const asOf = year === String(thisYear) ? today : `${year}-12-31`;
  return (
    <section className="panel is-half" aria-labelledby="funnel">
      <div className="panel-head">
        <h2 id="funnel">{c('funnel')}</h2>
        <label className="inline-label panel-more">
          {c('funnelYear')}
          <select className="control" value={year} onChange={(event) => onYear(event.target.value)}>
            {[0, 1, 2, 3].map((back) => <option key={back} value={thisYear - back}>{thisYear - back}</option>)}
          </select>
        </label>
      </div>
      <div className="panel-body">
        <p className="quiet cockpit-note">{c('funnelHelp', { year })}</p>
        <Bars mechanism={mechanism} asOf={asOf} year={year} />
      </div>
    </section>
  );
}

function Bars({ mechanism, asOf, year }: { readonly mechanism: AnyMechanism; readonly asOf: string; readonly year: string }) {
  const c = useCockpitWords();
  const whole = useTotal(mechanism, funnelSearch(mechanism, funnelSteps[0][1], asOf));
  if (whole === 0) return <Empty title={c('funnelEmpty', { year })}>{c('funnelEmptyHelp')}</Empty>;
  return <ol className="funnel">{funnelSteps.map(([name, key]) => <Bar key={key} mechanism={mechanism} name={c(name)} search={funnelSearch(mechanism, key, asOf)} whole={whole} />)}</ol>;
}

function Bar({ mechanism, name, search, whole }: { readonly mechanism: AnyMechanism; readonly name: string; readonly search: Narrowed | undefined; readonly whole: number | undefined }) {
  const c = useCockpitWords();
  const language = useLanguage();
  const { key, counter } = mechanism.record;
  const total = useTotal(mechanism, search);
  if (!search) return null;
  const share = whole && total !== undefined ? total / whole : 0;
  return (
    <li>
      <Link className="funnel-step" to="/matters/$mechanism" params={{ mechanism: key }} search={search}>
        <span className="funnel-name">{name}</span>
        <svg className="funnel-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect className="funnel-ground" width="100" height="10" />
          <rect className="funnel-fill" width={Math.max(share * 100, total ? 0.6 : 0)} height="10" />
        </svg>
        <span className="funnel-count"><b>{total === undefined ? '…' : numberWords(total, language)}</b>{language === 'zh' && ` ${counter.zh}`}</span>
        <span className="funnel-share">{c('funnelShare', { percent: numberWords(share * 100, language, 1) })}</span>
      </Link>
    </li>
  );
}

/** How many records the register holds as filtered, of those the reader may see. */
export function useTotal(mechanism: AnyMechanism | undefined, search: Narrowed | undefined): number | undefined {
  // Filters as they stand in an address are what the route takes; it judges each value.
  const query = { ...search, size: '1' } as QueryOf<'GET /api/matters/:mechanism'>;
  return useAsk('GET /api/matters/:mechanism', { params: { mechanism: mechanism?.record.key ?? '' }, query }, { enabled: mechanism !== undefined && search !== undefined, keep: true }).data?.total;
}
