import { createContext, useContext, useState } from 'react';
import type { MatterPage } from '#contract/shapes.ts';
import { speakerName } from '#kernel/actor.ts';
import type { Evidence } from '#kernel/fact.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { address } from '#web/client.ts';
import { Attach } from '#web/facts/attach.tsx';
import type { FactInput } from '#web/facts/fact-input.ts';
import { Preview } from '#web/facts/preview.tsx';
import { dayWords, sizeWords, useLanguage } from '#web/language.ts';
import { usePageWords } from '#web/matter/page-words.ts';
import { Icon } from '#web/shell/icon.tsx';

/** Files: attached with progress, looked at in the page, with all that is known of them. */
export const evidence: FactInput = {
  wide: true,
  Input: (props) => <Attach {...props} />,
  Show: ({ value, of }) => <Files files={value as readonly Evidence[]} of={of} />,
};

/** Where the files of the matter on this page came from; elsewhere nothing is known of it. */
export const Provenance = createContext<{ readonly mechanism: AnyMechanism; readonly files: MatterPage['files'] } | undefined>(undefined);

/** The files a matter holds, to look at and to take along. */
export function Files({ files, of }: { readonly files: readonly Evidence[]; readonly of: { readonly mechanism: string; readonly id: string } | undefined }) {
  const p = usePageWords();
  const [looking, setLooking] = useState<Evidence>();
  const at = ({ hash }: Evidence) => (of ? address('GET /api/matters/:mechanism/:id/files/:hash', { ...of, hash }) : undefined);
  const shown = looking && at(looking);
  return (
    <>
      <ul className="files">
        {files.map((file) => {
          const source = at(file);
          const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.type);
          return (
            <li key={file.hash}>
              <span className="file-mark" aria-hidden="true">{isPicture && source ? <img src={source} alt="" loading="lazy" width={64} height={48} /> : <Icon name="file" />}</span>
              <span className="file-words">
                <strong>{file.name}</strong>
                <small>{sizeWords(file.size)}</small>
                <Said file={file} />
              </span>
              {source && (
                <span className="file-ways">
                  <button type="button" className="button is-quiet" aria-label={p('lookAt', { name: file.name })} onClick={() => setLooking(file)}>{p('look')}</button>
                  <a className="button is-quiet" href={source} download={file.name} aria-label={p('downloadOf', { name: file.name })}>{p('download')}</a>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {looking && shown !== undefined && <Preview file={looking} at={shown} onClose={() => setLooking(undefined)} />}
    </>
  );
}

/** What was said of a file, who put it, and who stood for it. */
function Said({ file }: { readonly file: Evidence }) {
  const p = usePageWords();
  const language = useLanguage();
  const known = useContext(Provenance);
  const source = known?.files[file.hash];
  const actionOf = (action: string) => known?.mechanism.actions[action]?.name[language] ?? action;
  const colon = language === 'zh' ? '：' : ': ';
  const told = [[p('issuer'), file.issuer], [p('fileNumber'), file.number], [p('issuedOn'), file.issuedOn]].filter(([, value]) => value);
  return (
    <>
      {told.length > 0 && <small>{told.map(([name, value]) => `${name}${colon}${value}`).join(language === 'zh' ? '　' : ' · ')}</small>}
      {source && <small>{p('putBy', { who: [source.by.unitName, speakerName(source.by)[language]].filter(Boolean).join(' '), day: dayWords(source.at), action: actionOf(source.action) })}</small>}
      {source && (
        <small>
          {source.verified
            ? <span className="tag is-done">{p('verifiedBy', { who: speakerName(source.verified.by)[language], day: dayWords(source.verified.at), action: actionOf(source.verified.action) })}</span>
            : <span className="tag is-plain">{p('notVerified')}</span>}
        </small>
      )}
    </>
  );
}
