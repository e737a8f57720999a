import { useState } from 'react';
import type { MatterPage } from '#contract/shapes.ts';
import type { Fact } from '#kernel/fact.ts';
import { call } from '#web/client.ts';
import { ShowFact } from '#web/facts/show.tsx';
import { Refused, useAttempt } from '#web/shell/sign-in.tsx';
import type { PageSpeech } from '#web/speech.ts';
import { useWords } from '#web/words.ts';

/** A sealed fact is read one by one, and the reader is told beforehand that the reading is logged. */
export function SealedFact({ matter, name, fact, speech }: { readonly matter: MatterPage; readonly name: string; readonly fact: Fact; readonly speech: PageSpeech }) {
  const t = useWords();
  const [read, setRead] = useState<{ readonly value: unknown }>();
  const { problem, busy, run } = useAttempt();
  if (read) return <ShowFact fact={fact} value={read.value} speech={speech} of={undefined} />;
  return (
    <>
      <button type="button" className="button" disabled={busy} onClick={() => void run(async () => setRead({ value: (await call('GET /api/matters/:mechanism/:id/sealed/:fact', { params: { mechanism: matter.mechanism, id: matter.id, fact: name } })).value }))}>
        {t('readSealed')}
      </button>{' '}
      <span className="quiet">{t('readSealedNote')}</span>
      <Refused problem={problem} />
    </>
  );
}
