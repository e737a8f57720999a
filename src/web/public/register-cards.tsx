import { faces } from 'virtual:public-faces';
import { useLanguage } from '#web/language.ts';
import { To } from '#web/public/place.tsx';

/** A card for each register with a public face, and what one finds there. */
export function RegisterCards() {
  const language = useLanguage();
  return (
    <ul className="cards">
      {faces.flatMap(({ key, name, about }) => (name ? [<li key={key} className="card"><h3><To to={`/read/${key}`}>{name[language]}</To></h3><p>{about?.[language]}</p></li>] : []))}
    </ul>
  );
}
