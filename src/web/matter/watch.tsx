import type { MatterPage } from '#contract/shapes.ts';
import { forgetAnswers } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { usePageWords } from '#web/matter/page-words.ts';
import { useAttempt } from '#web/shell/sign-in.tsx';

/** Keeps an eye on a matter, or no more. */
export function Watch({ matter }: { readonly matter: MatterPage }) {
  const p = usePageWords();
  const { busy, run } = useAttempt();
  const params = { mechanism: matter.mechanism, id: matter.id };
  const change = async () => {
    if (matter.watched) await call('DELETE /api/matters/:mechanism/:id/watch', { params });
    else await call('PUT /api/matters/:mechanism/:id/watch', { params, body: {} });
    await forgetAnswers();
  };
  return (
    <button type="button" className="button watch" aria-pressed={matter.watched} title={matter.watched ? p('unwatchOf') : p('watchOf')} disabled={busy} onClick={() => void run(change)}>
      <span aria-hidden="true">{matter.watched ? '★' : '☆'}</span> {matter.watched ? p('watching') : p('watch')}
    </button>
  );
}
