import { Suspense } from 'react';
import { faces } from 'virtual:public-faces';
import { call } from '#web/client.ts';
import { dayWords, useLanguage } from '#web/language.ts';
import { useAnswer } from '#web/public/ask.ts';
import { Nowhere, Trouble, Waiting } from '#web/public/faces.tsx';
import { PublicFacts } from '#web/public/facts.tsx';
import { Head } from '#web/public/head.tsx';
import { useInnerWords } from '#web/public/inner-words.ts';
import { PageTools } from '#web/public/page-tools.tsx';
import { panels } from '#web/public/panels.ts';
import { To } from '#web/public/place.tsx';
import { useRegister } from '#web/public/register.ts';
import { publicSpeech } from '#web/public/speech.ts';
import { useWords } from '#web/public/words.ts';

/** One published matter. */
export function PublicMatter({ first, second }: { readonly first: string; readonly second: string }) {
  const t = useWords();
  const say = useInnerWords();
  const language = useLanguage();
  const register = useRegister(first);
  const { data, problem, again } = useAnswer(`matter ${first} ${second}`, (signal) => call('GET /api/public/matters/:mechanism/:id', { params: { mechanism: first, id: second }, signal }));
  const record = register?.record;
  const title = record && data ? String(data.facts[record.title] ?? data.number ?? '') : '';
  if (!register || !record?.publicFace) return <Nowhere title={t('absent')} />;
  if (problem?.status === 404) return <Nowhere title={problem.words[language]} />;
  const { Panel, shows = [] } = panels[first] ?? {};
  return (
    <>
      <Head title={title || record.publicFace.name[language]} tools={data && <PageTools title={title} />} />
      <div className="wrap">
        <nav className="breadcrumb" aria-label={t('pages')}>
          <ol><li><To to="/">{t('toHome')}</To></li><li><To to={`/read/${first}`}>{record.publicFace.name[language]}</To></li><li><span aria-current="page">{title}</span></li></ol>
        </nav>
        {problem && <Trouble problem={problem} again={again} />}
        {!data && !problem && <Waiting />}
        {data && (
          <article className="section">
            <p className="meta">{[data.number, say('updatedOn', { day: dayWords(data.changedAt) })].filter(Boolean).join(' · ')} <span className="chip">{record.stages[data.stage]?.name[language] ?? data.stage}</span></p>
            <Answering mechanism={first} id={second} stage={data.stage} />
            {Panel && <Suspense fallback={<Waiting />}><Panel register={register} matter={data} /></Suspense>}
            <PublicFacts record={record} values={data.facts} names={record.publicFace.facts.filter((name) => name !== record.title && !shows.includes(name))} speech={publicSpeech(data.names, language)} />
          </article>
        )}
      </div>
    </>
  );
}

/** Where something may be handed in that refers to this matter as it stands: the way there. */
function Answering({ mechanism, id, stage }: { readonly mechanism: string; readonly id: string; readonly stage: string }) {
  const language = useLanguage();
  const ways = faces.flatMap(({ key, files }) =>
    files.flatMap(({ action, name, refers }) => {
      const asked = refers.find((each) => each.mechanism === mechanism && each.stages?.includes(stage));
      return asked ? [{ to: `/suggest/${key}/${action}?${new URLSearchParams({ [asked.fact]: id })}`, words: name[language] }] : [];
    }),
  );
  if (ways.length === 0) return null;
  return <p className="form-actions">{ways.map(({ to, words }) => <To key={to} className="button is-tile" to={to}>{words}</To>)}</p>;
}
