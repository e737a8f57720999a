import type { PublicRow } from '#contract/public-shapes.ts';
import { dayWords, useLanguage } from '#web/language.ts';
import { To } from '#web/public/place.tsx';
import { briefWords, titleOf } from '#web/public/rows.ts';
import type { PublicFace } from '#web/slim-declarations.ts';

/** Published matters as a list, with the words that were looked for marked. */
export function Entries({ face, rows, words = '' }: { readonly face: PublicFace; readonly rows: readonly PublicRow[]; readonly words?: string }) {
  const language = useLanguage();
  // Where every matter stands at the same stage, saying so on each line says nothing.
  const isTelling = new Set(rows.map(({ stage }) => stage)).size > 1;
  return (
    <ul className="entries">
      {rows.map((row) => (
        <li key={row.id}>
          <To to={`/read/${face.key}/${row.id}`}><span lang="zh-CN"><Marked text={titleOf(face, row)} words={words} /></span></To>
          <span className="entry-more">
            {isTelling && <span className="chip">{face.stages[row.stage]?.[language] ?? row.stage}</span>}
            <span className="meta"><Marked text={briefWords(face, row, language)} words={words} /></span>
            <time dateTime={row.changedAt}>{dayWords(row.changedAt)}</time>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Marked({ text, words }: { readonly text: string; readonly words: string }) {
  const at = words === '' ? -1 : text.toLowerCase().indexOf(words.toLowerCase());
  return at < 0 ? text : <>{text.slice(0, at)}<mark>{text.slice(at, at + words.length)}</mark>{text.slice(at + words.length)}</>;
}
