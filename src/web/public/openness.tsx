import { figures } from 'virtual:public-figures';
import { bracketed } from '#kernel/words.ts';
import { call } from '#web/client.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { useAnswer } from '#web/public/ask.ts';
import { Trouble, Waiting } from '#web/public/faces.tsx';
import { Head } from '#web/public/head.tsx';
import { useInnerWords } from '#web/public/inner-words.ts';
import { PageTools } from '#web/public/page-tools.tsx';

/** The figures open to all: as they stand now, each with its definition, and as they stood at the ends of the last quarters. */
export function Openness() {
  const t = useInnerWords();
  const language = useLanguage();
  const { data, problem, again } = useAnswer('openness', async (signal) => {
    const [now, quarters] = await Promise.all([call('GET /api/public/figures', { signal }), call('GET /api/public/figures/quarters', { signal })]);
    return { now, quarters };
  });
  const valueWords = (value: number | null | undefined) => (typeof value === 'number' ? numberWords(value, language) : '—');
  // The newest first: on a telephone the first columns are those one sees.
  const ends = (data?.quarters[0]?.points.map(({ asOf }) => asOf) ?? []).slice().reverse();
  return (
    <>
      <Head title={t('opennessTitle')} lead={t('opennessLead')} tools={<PageTools title={t('opennessTitle')} />} />
      <div className="wrap section">
        {problem && <Trouble problem={problem} again={again} />}
        {!data && !problem && <Waiting />}
        {data && figures.length === 0 && <div className="empty"><strong>{t('noFigures')}</strong></div>}
        {data && figures.map((group) => (
          <section className="section" key={group.name.en}>
            <h2 className="facts-head">{group.name[language]}</h2>
            <dl className="cards">
              {group.figures.map((figure) => {
                const answer = data.now.find(({ key }) => key === figure.key);
                return (
                  <div key={figure.key} className="card is-plain">
                    <dt>{figure.name[language]}</dt>
                    <dd className="open-figure"><strong>{valueWords(answer?.value)}</strong> {answer?.value === null ? t('tooFew') : figure.unit[language]}</dd>
                    <dd className="meta">{figure.definition[language]}</dd>
                    {answer && <dd className="meta">{t('asOf', { day: answer.asOf })}</dd>}
                  </div>
                );
              })}
            </dl>
            <h3 className="quarters-head">{t('byQuarter')}</h3>
            <p className="hint">{t('byQuarterHelp')}</p>
            <div className="table-scroll" tabIndex={0} role="group" aria-label={`${group.name[language]} · ${t('byQuarter')}`}>
              <table className="table is-quarters">
                <thead><tr><th scope="col">{t('figureHead')}</th><th scope="col" className="is-number">{t('now')}</th>{ends.map((end) => <th key={end} scope="col" className="is-number">{t('quarterEnd', quarterOf(end))}</th>)}</tr></thead>
                <tbody>
                  {group.figures.map((figure) => (
                    <tr key={figure.key}>
                      <th scope="row">{bracketed(figure.name[language], figure.unit[language], language)}</th>
                      <td className="is-number">{valueWords(data.now.find(({ key }) => key === figure.key)?.value)}</td>
                      {ends.map((end) => <td key={end} className="is-number">{valueWords(data.quarters.find(({ key }) => key === figure.key)?.points.find(({ asOf }) => asOf === end)?.value)}</td>)}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        ))}
      </div>
    </>
  );
}

function quarterOf(day: string): { readonly year: string; readonly quarter: number } {
  return { year: day.slice(0, 4), quarter: Number(day.slice(5, 7)) / 3 };
}
