import type { Evidence, Facts } from '#kernel/fact.ts';
import { factText } from '#kernel/kinds.ts';
import type { Speech } from '#kernel/kind.ts';

/** Facts as a reader of the public pages sees them; a table as its lines, a file by its name. */
export function PublicFacts({ facts, values, names, speech }: { readonly facts: Facts; readonly values: Readonly<Record<string, unknown>>; readonly names: readonly string[]; readonly speech: Speech }) {
  return (
    <dl className="facts">
      {names.map((name) => {
        const fact = facts[name];
        const value = values[name];
        if (!fact || value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return null;
        return (
          <div key={name}>
            <dt>{fact.name[speech.language]}</dt>
            <dd className="lines">{fact.kind === 'evidence' ? (value as readonly Evidence[]).map((file) => file.name).join(speech.language === 'zh' ? '、' : ', ') : factText(fact, value, speech)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
