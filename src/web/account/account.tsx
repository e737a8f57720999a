import { ChangePassword } from '#web/account/change-password.tsx';
import { useAccountWords } from '#web/account/words.ts';
import { useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { timeWords } from '#web/language.ts';
import { useSession } from '#web/session.ts';
import { Answered } from '#web/shell/faces.tsx';
import { Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { tell } from '#web/shell/told.tsx';
import { useTitle } from '#web/title.ts';

/** 我的账号: one's password, and where one is signed in. In the sample district there is no password to change. */
export function AccountPage() {
  const a = useAccountWords();
  const isDemonstration = useSession()?.isDemonstration ?? false;
  useTitle(a('myAccount'));
  return (
    <>
      <header className="page-head"><h1>{a('myAccount')}</h1></header>
      {!isDemonstration && (
        <section className="panel" aria-labelledby="password">
          <div className="panel-head"><h2 id="password">{a('changePassword')}</h2></div>
          <div className="panel-body is-narrow"><p>{a('changePasswordHelp')}</p><ChangePassword /></div>
        </section>
      )}
      <OpenSessions />
    </>
  );
}

function OpenSessions() {
  const a = useAccountWords();
  const asked = useAsk('GET /api/session/open');
  const { problem, busy, run } = useAttempt();
  const end = (id?: string) =>
    run(async () => {
      const { ended } = await call('POST /api/session/end', { body: id === undefined ? {} : { id } });
      tell(a('ended', { count: ended }));
      await asked.refetch();
    });
  const isAlone = (asked.data?.length ?? 0) < 2;
  return (
    <section className="panel" aria-labelledby="open-sessions">
      <div className="panel-head">
        <h2 id="open-sessions">{a('openSessions')}</h2>
        {!isAlone && <div className="panel-more"><button type="button" className="button" disabled={busy} onClick={() => void end()}>{a('endOthers')}</button></div>}
      </div>
      <div className="panel-body is-flush">
        <Refused problem={problem} />
        <Answered of={asked}>
          {(sessions) => (
            <div className="rows-scroll">
              <table className="plain is-stacked">
                <thead><tr><th scope="col">{a('post')}</th><th scope="col">{a('device')}</th><th scope="col">{a('address')}</th><th scope="col">{a('since')}</th><th scope="col">{a('lastSeen')}</th><th scope="col"><span className="hidden-words">{a('end')}</span></th></tr></thead>
                <tbody>
                  {sessions.map((each) => (
                    <tr key={each.id}>
                      <th scope="row">{[each.unitName, each.postName].filter(Boolean).join(' · ')}</th>
                      <td data-name={a('device')}>{each.device || a('unknown')}</td>
                      <td data-name={a('address')}>{each.address || a('unknown')}</td>
                      <td data-name={a('since')}>{timeWords(each.startedAt)}</td>
                      <td data-name={a('lastSeen')}>{timeWords(each.seenAt)}</td>
                      <td>{each.isThis ? <span className="tag is-done">{a('thisOne')}</span> : <button type="button" className="button is-quiet" disabled={busy} onClick={() => void end(each.id)}>{a('end')}</button>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {isAlone && <p className="panel-note">{a('onlyThis')}</p>}
            </div>
          )}
        </Answered>
      </div>
    </section>
  );
}
