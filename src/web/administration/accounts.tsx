import { useState } from 'react';
import type { Account } from '#contract/administration-shapes.ts';
import { useAccountWords } from '#web/account/words.ts';
import { useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { dayWords, timeWords, useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { useSignedIn } from '#web/session.ts';
import { copy } from '#web/shell/copy.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { tell } from '#web/shell/told.tsx';
import { useWords } from '#web/words.ts';

type HandedOver = { readonly signInName: string; readonly password: string };

/** 账号: passwords handed over anew, and sessions ended for others. */
export function Accounts() {
  const t = useWords();
  const a = useAccountWords();
  const asked = useAsk('GET /api/administration/accounts');
  const [filter, setFilter] = useState('');
  const [handed, setHanded] = useState<HandedOver>();
  const again = () => void asked.refetch();
  const matches = (account: Account) => [account.personName, account.signInName, ...account.posts].some((each) => each.includes(filter.trim()));
  return (
    <>
      <p className="page-sub">{a('accountsHelp')}</p>
      {handed && (
        <div className="draft" role="status">
          {t('oneTimePassword', { name: handed.signInName })} <code>{handed.password}</code>{' '}
          <button type="button" className="button" onClick={() => void copy(handed.password)}>{t('copy')}</button>{' '}
          <button type="button" className="button is-quiet" onClick={() => setHanded(undefined)}>{t('handedOver')}</button>
        </div>
      )}
      <Answered of={asked}>
        {(all) => (
          <Panel title={a('accountsCount', { count: all.length })} more={<input className="control" type="search" value={filter} aria-label={a('findAccount')} placeholder={a('findAccount')} onChange={(event) => setFilter(event.target.value)} />} flush>
            {all.length === 0 ? <Empty title={a('noAccounts')}>{a('noAccountsHelp')}</Empty> : (
              <div className="rows-scroll">
                <table className="plain">
                  <thead><tr>{[t('personName'), t('signInName'), t('posts'), a('passwordSetAt'), a('openNow'), ''].map((head, index) => <th key={index} scope="col">{head}</th>)}</tr></thead>
                  <tbody>{all.filter(matches).map((account) => <Line key={account.personId} account={account} onReset={setHanded} again={again} />)}</tbody>
                </table>
              </div>
            )}
          </Panel>
        )}
      </Answered>
    </>
  );
}

function Line({ account, onReset, again }: { readonly account: Account; readonly onReset: (handed: HandedOver) => void; readonly again: () => void }) {
  const t = useWords();
  const a = useAccountWords();
  const language = useLanguage();
  const { personId } = useSignedIn();
  const [isSure, setSure] = useState(false);
  const { problem, busy, run } = useAttempt();
  const { signInName } = account;
  async function reset() {
    const isDone = await run(async () => {
      const { password } = await call('POST /api/administration/accounts/:id/password', { params: { id: account.personId }, body: {} });
      if (password !== null) onReset({ signInName, password });
    });
    setSure(!isDone);
    again();
  }
  async function end() {
    await run(async () => tell(a('ended', { count: (await call('POST /api/administration/accounts/:id/end', { params: { id: account.personId }, body: {} })).ended })));
    again();
  }
  return (
    <tr>
      <th scope="row">{account.personName}</th>
      <td>{signInName}</td>
      <td>{account.posts.join(language === 'zh' ? '、' : ', ')}</td>
      <td>{dayWords(account.changedAt)}{account.mustChange && <> <span className="tag is-plain">{a('notYetOwn')}</span></>}</td>
      <td>{account.sessions === 0 || account.seenAt === null ? a('noneOpen') : `${account.sessions} · ${timeWords(account.seenAt)}`}</td>
      <td>
        {account.personId === personId ? <span className="quiet">{a('you')}</span> : isSure ? (
          <span className="inline-form">
            <span>{a('resetSure', { name: account.personName })}</span>
            <button type="button" className="button is-danger" disabled={busy} onClick={() => void reset()}>{a('resetPassword')}</button>
            <button type="button" className="button is-quiet" onClick={() => setSure(false)}>{t('cancel')}</button>
          </span>
        ) : (
          <>
            <button type="button" className="button is-quiet" onClick={() => setSure(true)}>{a('resetPassword')}</button>
            {account.sessions > 0 && <button type="button" className="button is-quiet" disabled={busy} onClick={() => void end()}>{a('endSessions')}</button>}
          </>
        )}
        <Refused problem={problem} />
      </td>
    </tr>
  );
}
