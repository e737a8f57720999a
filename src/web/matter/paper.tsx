import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import type { MatterPage, Trace } from '#contract/shapes.ts';
import { speakerName } from '#kernel/actor.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { useAsk } from '#web/ask.ts';
import { dayWords, timeWords, useLanguage } from '#web/language.ts';
import { clockWords } from '#web/matter/clock-words.ts';
import { PaperFacts } from '#web/matter/paper-facts.tsx';
import { usePageWords } from '#web/matter/page-words.ts';
import { useSession, useSignedIn } from '#web/session.ts';
import { Absent, Answered } from '#web/shell/faces.tsx';
import { useSpeech, useToday } from '#web/speech.ts';
import { useTitle } from '#web/title.ts';
import { useWords } from '#web/words.ts';

/** A matter on A4, with its trail or without. */
export function Paper() {
  const { mechanism: key, id } = useParams({ from: '/inside/kit/matters/$mechanism/$id/paper' });
  const mechanism = findMechanism(key);
  const asked = useAsk('GET /api/matters/:mechanism/:id', { params: { mechanism: key, id } }, { enabled: mechanism !== undefined });
  if (!mechanism) return <Absent />;
  return <Answered of={asked}>{(matter) => <Sheet mechanism={mechanism} matter={matter} />}</Answered>;
}

function Sheet({ mechanism, matter }: { readonly mechanism: AnyMechanism; readonly matter: MatterPage }) {
  const t = useWords();
  const p = usePageWords();
  const language = useLanguage();
  const speech = useSpeech(matter.names);
  const session = useSession();
  const { personName, post } = useSignedIn();
  const today = useToday();
  const navigate = useNavigate();
  const { trail } = useSearch({ from: '/inside/kit/matters/$mechanism/$id/paper' });
  const withTrail = trail !== 'no';
  const { record } = mechanism;
  const title = String(matter.facts[record.title] ?? t('untitled'));
  useTitle(`${title} · ${record.name[language]}`);
  const turn = (on: boolean) => void navigate({ to: '/matters/$mechanism/$id/paper', params: { mechanism: record.key, id: matter.id }, search: on ? {} : { trail: 'no' }, replace: true });
  return (
    <>
      <div className="paper-bar screen-only">
        <Link className="button" to="/matters/$mechanism/$id" params={{ mechanism: record.key, id: matter.id }} search={{}}>{p('backToMatter')}</Link>
        <span className="radios" role="radiogroup" aria-label={p('trail')}>
          <label><input type="radio" name="trail" checked={withTrail} onChange={() => turn(true)} />{p('withTrail')}</label>
          <label><input type="radio" name="trail" checked={!withTrail} onChange={() => turn(false)} />{p('withoutTrail')}</label>
        </span>
        <button type="button" className="button is-primary" onClick={() => print()}>{p('printNow')}</button>
      </div>
      <article className="paper">
        <header>
          <p className="paper-register">{session?.district.name}{language === 'zh' ? '' : ' · '}{record.name[language]}{matter.number && (language === 'zh' ? `　${matter.number}` : ` · ${matter.number}`)}</p>
          <h1>{title}</h1>
          <p>{record.stages[matter.stage]?.name[language] ?? matter.stage}{matter.clocks.filter(({ state }) => state !== 'stopped').map((clock) => `${language === 'zh' ? '　' : ' · '}${record.clocks[clock.key]?.name[language] ?? clock.key}${language === 'zh' ? '：' : ': '}${clockWords(clock, language)}`)}</p>
        </header>
        <PaperFacts mechanism={mechanism} matter={matter} speech={speech} />
        {matter.duties.length > 0 && (
          <section>
            <h2>{t('dutiesHere')}</h2>
            <table>
              <thead><tr><th scope="col">{t('unit')}</th><th scope="col">{p('what')}</th><th scope="col">{t('clocks')}</th></tr></thead>
              <tbody>{matter.duties.map((duty) => <tr key={duty.id}><td>{speech.unitName(duty.unit)}</td><td>{record.duties[duty.kind]?.name[language] ?? duty.kind}</td><td>{[clockWords(duty.clock, language), duty.closedAt ? t('closedOn', { day: dayWords(duty.closedAt) }) : duty.clock.dueOn && t('dueDay', { day: duty.clock.dueOn })].filter(Boolean).join(language === 'zh' ? '，' : ', ')}</td></tr>)}</tbody>
            </table>
          </section>
        )}
        {withTrail && <TrailOf mechanism={mechanism} id={matter.id} />}
        <footer><p>{p('printedOn', { day: today, who: [post.unitName, personName].filter(Boolean).join(' ') })}</p></footer>
      </article>
    </>
  );
}

function TrailOf({ mechanism, id }: { readonly mechanism: AnyMechanism; readonly id: string }) {
  const asked = useAsk('GET /api/matters/:mechanism/:id/trace', { params: { mechanism: mechanism.record.key, id } });
  return <Answered of={asked}>{(trace) => <Trail mechanism={mechanism} trace={trace} />}</Answered>;
}

function Trail({ mechanism, trace }: { readonly mechanism: AnyMechanism; readonly trace: Trace }) {
  const t = useWords();
  const p = usePageWords();
  const language = useLanguage();
  const stage = (key: string) => mechanism.record.stages[key]?.name[language] ?? key;
  return (
    <section>
      <h2>{p('trail')}</h2>
      <table>
        <thead><tr><th scope="col">{p('when')}</th><th scope="col">{p('who')}</th><th scope="col">{p('what')}</th></tr></thead>
        <tbody>
          {trace.entries.map((entry) => (
            <tr key={entry.seq}>
              <td className="paper-time">{timeWords(entry.at)}</td>
              <td>{[entry.by.unitName, speakerName(entry.by)[language]].filter(Boolean).join(' ')}</td>
              <td>
                {mechanism.actions[entry.action]?.name[language] ?? entry.action}
                {entry.from !== entry.stage && (entry.from ? t('moved', { from: stage(entry.from), to: stage(entry.stage) }) : t('begun', { to: stage(entry.stage) }))}
                {entry.reason && <><br />{t('reason', { words: entry.reason })}</>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{trace.isWhole ? p('chain', { hash: trace.entries.at(-1)?.hash.slice(0, 16) ?? '' }) : t('traceBroken')}</p>
    </section>
  );
}
