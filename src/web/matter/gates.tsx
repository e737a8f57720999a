import type { MatterPage } from '#contract/shapes.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { useLanguage } from '#web/language.ts';
import { usePageWords } from '#web/matter/page-words.ts';
import { gateWords } from '#web/matter/track-of.ts';

/** Under the track: every gate before the matter, piece by piece, with what is missing and who can give it. */
export function Gates({ mechanism, matter }: { readonly mechanism: AnyMechanism; readonly matter: MatterPage }) {
  const p = usePageWords();
  const language = useLanguage();
  const gates = gateWords(mechanism, matter, language);
  if (gates.length === 0) return null;
  return (
    <ul className="gates">
      {gates.map(({ action, name, held, missing }) => (
        <li key={action}>
          <strong>{p('gate', { action: name, held: held.length, needed: held.length + missing.length })}</strong>
          <ul>
            {[...missing, ...held].map((piece) => (
              <li key={piece.name.zh} className={piece.met ? 'is-met' : 'is-missing'}>
                <span aria-hidden="true">{piece.met ? '✓' : '◇'}</span>
                <span>
                  <span className="hidden-words">{piece.met ? p('gateMet') : p('gateMissing')} </span>
                  {piece.name[language]}
                  {!piece.met && <small>{piece.by.length > 0 ? p('gateGive', { by: piece.by.map((role) => role[language]).join(language === 'zh' ? '、' : ', '), action: piece.actionName[language] }) : p('gateGiveAlone', { action: piece.actionName[language] })}</small>}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
