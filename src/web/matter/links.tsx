import { Link } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import type { MatterPage } from '#contract/shapes.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { useWords } from '#web/words.ts';

/** The ties of a matter, those it declares and those that point to it. */
export function Links({ mechanism, matter }: { readonly mechanism: AnyMechanism; readonly matter: MatterPage }) {
  const t = useWords();
  const language = useLanguage();
  if (matter.links.length === 0) return null;
  const nameOf = (link: MatterPage['links'][number]) => {
    const declared = link.direction === 'out' ? mechanism.record.links[link.type] : findMechanism(link.mechanism)?.record.links[link.type];
    return (link.direction === 'out' ? declared?.name : declared?.back)?.[language] ?? link.type;
  };
  return (
    <Panel title={t('links')} flush>
      <ul className="duties">
        {matter.links.map((link) => (
          <li key={`${link.direction}${link.type}${link.id}`}>
            <span className="tag is-plain">{nameOf(link)}</span>
            <Link to="/matters/$mechanism/$id" params={{ mechanism: link.mechanism, id: link.id }}>{[link.number, link.title].filter(Boolean).join(' ')}</Link>
            <StageTag record={findMechanism(link.mechanism)?.record} stage={link.stage} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
