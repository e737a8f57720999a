import { ChangePassword } from '#web/account/change-password.tsx';
import { useAccountWords } from '#web/account/words.ts';
import { signOut } from '#web/session.ts';
import { Door } from '#web/shell/sign-in.tsx';
import { Told } from '#web/shell/told.tsx';
import { useWords } from '#web/words.ts';

/** What somebody meets who has signed in with a password that was handed over. */
export function ChooseOwn() {
  const t = useWords();
  const a = useAccountWords();
  return (
    <Door title={a('chooseOwn')}>
      <p>{a('chooseOwnHelp')}</p>
      <ChangePassword />
      <p><button type="button" className="button is-quiet" onClick={() => void signOut()}>{t('signOut')}</button></p>
      <Told />
    </Door>
  );
}
