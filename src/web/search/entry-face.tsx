import type { Marked } from '#contract/search-shapes.ts';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { findRegister } from '#web/registers.ts';
import type { Entry } from '#web/search/entries.ts';
import { Icon } from '#web/shell/icon.tsx';

/** How something found looks: its name with the place marked, what it is, and where the words stand in it. */
export function EntryFace({ entry }: { readonly entry: Entry }) {
  return (
    <>
      <Icon name={entry.icon} />
      <span className="found-words">
        <span className="found-name"><MarkedWords words={entry.name} /></span>
        {entry.note && <span className="found-note">{entry.note}</span>}
        {entry.excerpt && <span className="found-excerpt"><MarkedWords words={entry.excerpt} /></span>}
      </span>
      {entry.stage && <StageTag record={findRegister(entry.stage.mechanism)} stage={entry.stage.stage} />}
    </>
  );
}

export function MarkedWords({ words: [before, hit, after] }: { readonly words: Marked }) {
  return <>{before}{hit && <mark>{hit}</mark>}{after}</>;
}
