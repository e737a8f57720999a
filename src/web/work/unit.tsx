import { Link, useParams } from '@tanstack/react-router';
import { roleName } from '#mechanisms/roles.ts';
import { unitKindWords } from '#web/administration/unit-kinds.ts';
import { useAsk } from '#web/ask.ts';
import { useLanguage } from '#web/language.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { useTitle } from '#web/title.ts';
import { UnitLights } from '#web/work/unit-lights.tsx';
import { useDeskWords } from '#web/work/words.ts';
import './desk.css';

/** A unit: what it is and was called, how its matters stand, who holds its posts. */
export function UnitPage() {
  const d = useDeskWords();
  const language = useLanguage();
  const { unit: id } = useParams({ from: '/inside/units/$unit' });
  const asked = useAsk('GET /api/units/:id', { params: { id } });
  const grid = useAsk('GET /api/cockpit/grid', { query: { unit: id } });
  const name = asked.data?.unit.name ?? '';
  useTitle(name);
  return (
    <Answered of={asked}>
      {({ unit, formerNames, mergedInto, merged, posts }) => (
        <>
          <header className="page-head">
            <div>
              <h1>{unit.name}</h1>
              <p className="page-sub">{[unitKindWords(unit.kind)[language], unit.shortName, unit.validTo ? d('validityTo', { from: unit.validFrom, to: unit.validTo }) : d('validity', { from: unit.validFrom })].filter(Boolean).join(' · ')}</p>
              {formerNames.map((former) => <p key={former.name + former.until} className="page-sub">{d('formerly', former)}</p>)}
              {merged.length > 0 && <p className="page-sub">{d('tookOver', { names: merged.map((each) => each.name).join(language === 'zh' ? '、' : ', ') })}</p>}
              {mergedInto && <p className="page-sub">{d('mergedInto')} <Link to="/units/$unit" params={{ unit: mergedInto.id }}>{mergedInto.name}</Link></p>}
            </div>
          </header>
          <div className="panels">
            <section className="panel is-wide" aria-labelledby="unit-lights">
              <div className="panel-head"><h2 id="unit-lights">{d('unitLights')}</h2></div>
              <Answered of={grid}>{(found) => <UnitLights unit={id} grid={found} />}</Answered>
            </section>
            <section className="panel" aria-labelledby="unit-posts">
              <div className="panel-head"><h2 id="unit-posts">{d('unitPosts')}</h2></div>
              {posts.length === 0 ? <Empty title={d('unitPostsEmpty')} /> : (
                <ul className="duties">
                  {posts.map((post) => (
                    <li key={post.id}>
                      <strong>{post.name}</strong>
                      {post.personName !== post.name && <span>{post.personName}</span>}
                      <span className="quiet">{post.roles.map((role) => roleName(role)[language]).join(language === 'zh' ? '、' : ', ')}</span>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </div>
        </>
      )}
    </Answered>
  );
}
