import { Link } from '@tanstack/react-router';
import type { MatterPage } from '#contract/shapes.ts';
import { fieldsOf } from '#kernel/input.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { bracketed } from '#kernel/words.ts';
import { useAsk } from '#web/ask.ts';
import { dayWords, numberWords, useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { useWords } from '#web/words.ts';

/** Likely duplicates with what they share; where merging is open to the reader, one click begins it. */
export function SimilarMatters({ mechanism, matter, onMerge }: { readonly mechanism: AnyMechanism; readonly matter: MatterPage; readonly onMerge: (action: string, prefill: Readonly<Record<string, unknown>>) => void }) {
  const t = useWords();
  const language = useLanguage();
  const { data } = useAsk('GET /api/matters/:mechanism/:id/similar', { params: { mechanism: matter.mechanism, id: matter.id } });
  if (!data || data.length === 0) return null;
  const merge = mergeAction(mechanism);
  const isOpen = matter.offers.find(({ action }) => action === merge?.action)?.open ?? false;
  return (
    <Panel title={t('similar', { count: data.length })} flush>
      <ul className="duties similar">
        {data.map((each) => (
          <li key={each.id}>
            <Link to="/matters/$mechanism/$id" params={{ mechanism: matter.mechanism, id: each.id }}>{[each.number, each.title].filter(Boolean).join(' ')}</Link>
            <StageTag record={mechanism.record} stage={each.stage} />
            <time>{dayWords(each.filedAt)}</time>
            <span className="similar-why">
              {t('similarity', { percent: numberWords(each.similarity * 100, language, 0) })}
              {each.matches.map(({ fact, shared }) => (
                <span key={fact}>
                  {' '}
                  {mechanism.record.facts[fact]?.name[language] ?? fact}
                  {shared.length > 0 && bracketed('', shared.slice(0, 6).join(language === 'zh' ? '、' : ', '), language)}
                </span>
              ))}
            </span>
            {merge && isOpen && <button type="button" className="button" onClick={() => onMerge(merge.action, { [merge.fact]: each.id })}>{t('mergeInto')}</button>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The action that puts a matter under another of its own kind: the one that ends it and asks for that other one. */
function mergeAction(mechanism: AnyMechanism): { readonly action: string; readonly fact: string } | undefined {
  const { record } = mechanism;
  for (const [name, action] of Object.entries(mechanism.actions)) {
    const field = fieldsOf(mechanism, action).find(({ fact, must }) => must && fact.kind === 'matter' && fact.mechanism === record.key);
    if (field && action.from !== 'new' && !action.hidden && typeof action.to === 'string' && record.stages[action.to]?.place === 'end') return { action: name, fact: field.name };
  }
  return undefined;
}
