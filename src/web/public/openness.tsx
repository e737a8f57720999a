import { registers } from 'virtual:public-registers';
import { call } from '#web/client.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { useAnswer } from '#web/public/ask.ts';
import { Trouble, Waiting } from '#web/public/faces.tsx';
import { Head } from '#web/public/head.tsx';
import { useInnerWords } from '#web/public/inner-words.ts';

/** The figures open to all, each with its definition. */
export function Openness() {
  const t = useInnerWords();
  const language = useLanguage();
  const { data, problem, again } = useAnswer('openness', (signal) => call('GET /api/public/figures', { signal }));
  const shown = registers.flatMap(({ record, figures }) => figures.map((figure) => ({ record, figure, answer: data?.find(({ key }) => key === figure.key) })));
  return (
    <>
      <Head title={t('opennessTitle')} lead={t('opennessLead')} />
      <div className="wrap section">
        {problem && <Trouble problem={problem} again={again} />}
        {!data && !problem && <Waiting />}
        {data && shown.length === 0 && <div className="empty"><strong>{t('noFigures')}</strong></div>}
        {data && (
          <dl className="cards">
            {shown.map(({ record, figure, answer }) => (
              <div key={figure.key} className="card is-plain">
                <dt>{figure.name[language]}</dt>
                <dd className="open-figure"><strong>{answer?.value === null || answer === undefined ? '—' : numberWords(answer.value, language)}</strong> {figure.unit[language]}</dd>
                <dd className="meta">{figure.definition[language]}</dd>
                <dd className="meta">{record.name[language]}{answer && ` · ${t('asOf', { day: answer.asOf })}`}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </>
  );
}
