import { useState, type FormEvent } from 'react';
import { bracketed } from '#kernel/words.ts';
import { useAdministrationWords } from '#web/administration/words.ts';
import { useAsk } from '#web/ask.ts';
import { Picker } from '#web/facts/choices.tsx';
import { useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { registers } from '#web/registers.ts';
import { Answered } from '#web/shell/faces.tsx';
import { Field } from '#web/shell/sign-in.tsx';

/** 谁能看到: by which rule a post sees a matter and each of its facts, or does not. */
export function Why() {
  const w = useAdministrationWords();
  const language = useLanguage();
  const posts = useAsk('GET /api/administration/posts').data ?? [];
  const [post, setPost] = useState<string>();
  const [asked, setAsked] = useState<{ readonly post: string; readonly mechanism: string; readonly matter: string }>();
  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    if (post) setAsked({ post, mechanism: String(given.get('mechanism')), matter: String(given.get('matter')).trim() });
  }
  return (
    <>
      <p className="page-sub">{w('whyHelp')}</p>
      <section className="panel"><div className="panel-body">
        <form className="fields" onSubmit={ask}>
          <div className="labelled"><label htmlFor="why-post">{w('post')}</label><Picker id="why-post" typed={post} invalid={false} describedBy={undefined} onTyped={(value) => setPost(value as string | undefined)} options={posts.map(({ id, name, unitName }) => ({ value: id, label: bracketed(name, unitName, language) }))} placeholder={w('post')} /></div>
          <Field label={w('register')}><select className="control" name="mechanism">{registers.map(({ key, name }) => <option key={key} value={key}>{name[language]}</option>)}</select></Field>
          <Field label={w('matterNumber')}><input className="control" name="matter" required maxLength={60} autoComplete="off" /></Field>
          <p className="form-foot"><button className="button is-primary" disabled={!post}>{w('ask')}</button></p>
        </form>
      </div></section>
      {asked && <Answer asked={asked} />}
    </>
  );
}

function Answer({ asked }: { readonly asked: { readonly post: string; readonly mechanism: string; readonly matter: string } }) {
  const w = useAdministrationWords();
  const language = useLanguage();
  const answer = useAsk('GET /api/administration/why', { query: asked });
  return (
    <Answered of={answer}>
      {({ postName, number, isSeen, rules, facts }) => (
        <>
          <Panel title={w(isSeen ? 'sees' : 'seesNot', { post: postName, number: number ?? asked.matter })} flush>
            <table className="plain">
              <thead><tr><th scope="col">{w('rule')}</th><th scope="col" /></tr></thead>
              <tbody>{rules.map(({ words, holds }) => <tr key={words.zh}><th scope="row">{words[language]}</th><td><span className={`tag ${holds ? 'is-done' : 'is-plain'}`}>{w(holds ? 'holds' : 'holdsNot')}</span></td></tr>)}</tbody>
            </table>
          </Panel>
          <Panel title={w('fact')} flush>
            <div className="rows-scroll">
              <table className="plain">
                <thead><tr><th scope="col">{w('fact')}</th><th scope="col">{w('canRead')}</th><th scope="col">{w('reason')}</th></tr></thead>
                <tbody>{facts.map(({ name, isRead, isHeld, words }) => <tr key={name.zh}><th scope="row">{name[language]} {!isHeld && <span className="quiet">{w('notHeld')}</span>}</th><td><span className={`tag ${isRead ? 'is-done' : 'is-waiting'}`}>{w(isRead ? 'yes' : 'no')}</span></td><td>{words[language]}</td></tr>)}</tbody>
              </table>
            </div>
          </Panel>
        </>
      )}
    </Answered>
  );
}
