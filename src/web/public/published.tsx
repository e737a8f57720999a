import { Head } from '#web/public/head.tsx';
import { RegisterCards } from '#web/public/register-cards.tsx';
import { useWords } from '#web/public/words.ts';

/** Everything that anybody may read, register by register. */
export function Published() {
  const t = useWords();
  return (
    <>
      <Head title={t('published')} lead={t('publishedLead')} />
      <div className="wrap section">
        <h2 className="hidden-words">{t('registers')}</h2>
        <RegisterCards />
      </div>
    </>
  );
}
