import type { MatterPage } from '#contract/shapes.ts';
import type { Fact } from '#kernel/fact.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { ShowFact } from '#web/facts/show.tsx';
import type { PageSpeech } from '#web/speech.ts';
import { useWords } from '#web/words.ts';

/** The facts of a matter as tables, grouped as offices think; files by their names. */
export function PaperFacts({ mechanism, matter, speech }: { readonly mechanism: AnyMechanism; readonly matter: MatterPage; readonly speech: PageSpeech }) {
  const t = useWords();
  const { language } = speech;
  const { record } = mechanism;
  const grouped = new Set<string>(record.groups.flatMap((group) => group.facts));
  const rest = Object.keys(record.facts).filter((name) => !grouped.has(name));
  const groups = [...record.groups.map(({ name, facts }) => ({ title: name[language], facts: [...facts] as string[] })), { title: record.groups.length > 0 ? t('otherFacts') : t('facts'), facts: rest }];
  return groups.map(({ title, facts }) => {
    const shown = facts.filter((name) => matter.facts[name] !== undefined || matter.sealed.includes(name));
    if (shown.length === 0) return null;
    return (
      <section key={title}>
        <h2>{title}</h2>
        <table>
          <tbody>
            {shown.map((name) => {
              const fact = record.facts[name] as Fact;
              // A small table takes the whole width of the paper.
              if (fact.columns) {
                return (
                  <tr key={name}>
                    <td colSpan={2}><strong>{fact.name[language]}</strong><ShowFact fact={fact} value={matter.facts[name]} speech={speech} of={undefined} isOnPaper /></td>
                  </tr>
                );
              }
              return (
                <tr key={name}>
                  <th scope="row">{fact.name[language]}</th>
                  <td>
                    {matter.sealed.includes(name) ? t('sealed')
                      : <ShowFact fact={fact} value={matter.facts[name]} speech={speech} of={undefined} isOnPaper />}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    );
  });
}
