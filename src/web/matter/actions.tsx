import { useId } from 'react';
import { Tooltip } from 'antd';
import type { MatterPage } from '#contract/shapes.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { useLanguage } from '#web/language.ts';
import { useWords } from '#web/words.ts';

/** What may be done now, and what still stands in the way of the rest, in words. */
export function Actions({ mechanism, matter, onChoose }: { readonly mechanism: AnyMechanism; readonly matter: MatterPage; readonly onChoose: (action: string) => void }) {
  const t = useWords();
  const language = useLanguage();
  const id = useId();
  const offers = matter.offers.filter(({ action }) => mechanism.actions[action] && !mechanism.actions[action]?.hidden);
  const near = offers.filter(({ open, code }) => open || (code !== 'notYours' && code !== 'wrongStage'));
  const far = offers.filter((offer) => !near.includes(offer));
  const nameOf = (action: string) => mechanism.actions[action]?.name[language] ?? action;
  return (
    <section className="panel panel-actions screen-only" aria-label={t('actions')} id="acts" tabIndex={-1}>
      <div className="panel-body">
        {near.length === 0 && <p className="quiet">{t('nothingToDo')}</p>}
        <div className="action-row">
          {near.map(({ action, open, obstacle }) => {
            const tone = mechanism.actions[action]?.tone ?? 'plain';
            const face = (
              <button
                key={action}
                id={`act-${action}`}
                type="button"
                className={`button ${tone === 'primary' ? 'is-primary' : tone === 'danger' ? 'is-danger' : ''}`}
                aria-disabled={!open}
                aria-describedby={open ? undefined : `${id}-${action}`}
                onClick={() => open && onChoose(action)}
              >
                {nameOf(action)}
              </button>
            );
            return open ? face : <Tooltip key={action} title={obstacle?.[language]} trigger={['hover', 'focus']}>{face}</Tooltip>;
          })}
        </div>
        {near.some(({ open }) => !open) && (
          <ul className="obstacles">
            {near.filter(({ open }) => !open).map(({ action, obstacle }) => <li key={action} id={`${id}-${action}`}>{nameOf(action)}{language === 'zh' ? '：' : ': '}{obstacle?.[language]}</li>)}
          </ul>
        )}
        {far.length > 0 && (
          <details className="far-actions">
            <summary>{t('farActions', { count: far.length })}</summary>
            <ul>
              {far.map(({ action, obstacle }) => <li key={action}><strong>{nameOf(action)}</strong>{language === 'zh' ? '：' : ': '}{obstacle?.[language]}</li>)}
            </ul>
          </details>
        )}
      </div>
    </section>
  );
}
