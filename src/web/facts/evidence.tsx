import type { Evidence } from '#kernel/fact.ts';
import { address } from '#web/client.ts';
import type { FactInput } from '#web/facts/fact-input.ts';
import { Upload } from '#web/facts/upload.tsx';
import { sizeWords } from '#web/language.ts';
import { Icon } from '#web/shell/icon.tsx';

/** Files: attached with progress, shown with a picture where they are one. */
export const evidence: FactInput = {
  wide: true,
  Input: ({ id, typed, invalid, describedBy, onTyped }) => <Upload id={id} path="/api/files" files={(typed as readonly Evidence[] | undefined) ?? []} onFiles={onTyped} invalid={invalid} describedBy={describedBy} />,
  Show: ({ value, of }) => <Files files={value as readonly Evidence[]} of={of} />,
};

/** The files a matter holds, to look at and to take along. */
export function Files({ files, of }: { readonly files: readonly Evidence[]; readonly of: { readonly mechanism: string; readonly id: string } | undefined }) {
  return (
    <ul className="files">
      {files.map((file) => {
        const at = of && address('GET /api/matters/:mechanism/:id/files/:hash', { ...of, hash: file.hash });
        const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.type);
        return (
          <li key={file.hash}>
            <a href={at} download={isPicture ? undefined : file.name} {...(isPicture ? { target: '_blank', rel: 'noreferrer' } : {})}>
              {isPicture && at ? <img src={at} alt="" loading="lazy" width={64} height={48} /> : <Icon name="file" />}
              <span>{file.name}</span>
            </a>
            <small>{[sizeWords(file.size), file.issuer, file.number, file.issuedOn].filter(Boolean).join(' · ')}</small>
          </li>
        );
      })}
    </ul>
  );
}
