import { useMemo } from 'react';
import { Modal } from 'antd';
import type { MatterPage } from '#contract/shapes.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import { forgetAnswers, queries } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { useLanguage } from '#web/language.ts';
import { keepOnServer } from '#web/matter/drafts.ts';
import { useEntry } from '#web/matter/entry.ts';
import { Fields, NeedsOf, SavedNote } from '#web/matter/fields.tsx';
import { useSignedIn } from '#web/session.ts';
import { useHearing } from '#web/speech.ts';
import { useReturningFocus } from '#web/shell/returning-focus.ts';
import { tell } from '#web/shell/told.tsx';
import { useWords } from '#web/words.ts';

/** Does an action on a matter. When somebody else was faster, the matter is asked for anew and what was typed stays. */
export function ActionDialog({ mechanism, matter, name, action, prefill, onClose }: {
  readonly mechanism: AnyMechanism;
  readonly matter: MatterPage;
  readonly name: string;
  readonly action: Action;
  readonly prefill: Readonly<Record<string, unknown>>;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const language = useLanguage();
  const { post } = useSignedIn();
  const { key } = mechanism.record;
  const keeping = useMemo(() => keepOnServer({ mechanism: key, action: name, matter: matter.id }, post.id), [key, name, matter.id, post.id]);
  const entry = useEntry({
    mechanism,
    action,
    facts: matter.facts,
    prefill,
    keeping,
    hearing: useHearing(),
    send: async (input, idempotencyKey) => {
      await call('POST /api/matters/:mechanism/:id/actions/:action', { params: { mechanism: key, id: matter.id, action: name }, body: { version: matter.version, input }, idempotencyKey });
      await forgetAnswers();
      tell(t('done', { action: action.name[language] }));
      onClose();
    },
  });
  useReturningFocus(`act-${name} acts tasks content`);
  const isStale = entry.failure?.code === 'stale';
  const isOpen = matter.offers.find((offer) => offer.action === name)?.open ?? false;
  return (
    <Modal
      open
      className="action-dialog"
      title={action.name[language]}
      width={entry.fields.length > 4 ? 860 : 640}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <p className="form-foot">
          <SavedNote entry={entry} />
          <button type="button" className="button" onClick={onClose}>{t('cancel')}</button>
          {isStale && <button type="button" className="button" onClick={() => void queries.invalidateQueries({ queryKey: ['GET /api/matters/:mechanism/:id'] })}>{t('refreshMatter')}</button>}
          <button type="submit" form="action-form" className={`button ${action.tone === 'danger' ? 'is-danger' : 'is-primary'}`} disabled={entry.busy}>{entry.busy ? t('sending') : action.name[language]}</button>
        </p>
      }
    >
      <form
        id="action-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void entry.handIn();
        }}
      >
        {action.help && <p className="quiet">{action.help[language]}</p>}
        <NeedsOf entry={entry} />
        {!isOpen && <p className="refused">{matter.offers.find((offer) => offer.action === name)?.obstacle?.[language] ?? t('notOpen')}</p>}
        <Fields mechanism={mechanism} action={name} entry={entry} />
        {entry.fields.length === 0 && !action.help && <p>{t('confirmAction', { action: action.name[language] })}</p>}
      </form>
    </Modal>
  );
}
