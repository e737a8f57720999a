import { lightsOf } from '#contract/light-words.ts';
import type { Light } from '#kernel/clock.ts';
import { hasLights } from '#contract/register-columns.ts';
import type { FilterProps } from '#web/register/filters.tsx';
import { many, one } from '#web/register/address.ts';
import { useRegisterWords } from '#web/register/words.ts';

/** One click for what is asked most: what is ours, what is late, what soon will be. */
export function QuickFilters({ mechanism, search, change }: FilterProps) {
  const w = useRegisterWords();
  const { record } = mechanism;
  const lights = many(search['light']);
  const has = (wanted: readonly string[]) => wanted.length === lights.length && wanted.every((light) => lights.includes(light));
  const burning = lightsOf(record).filter((light) => ['yellow', 'orange', 'red'].includes(light));
  const toggle = (wanted: readonly Light[]) => change({ light: has(wanted) ? undefined : wanted });
  const isMine = one(search, 'mine') === 'true';
  return (
    <div className="stage-chips" role="group" aria-label={w('quick')}>
      {record.lead !== undefined && <button type="button" className="stage-chip" aria-pressed={isMine} onClick={() => change({ mine: isMine ? undefined : 'true' })}>{w('quickMine')}</button>}
      {hasLights(record) && (
        <>
          <button type="button" className="stage-chip" aria-pressed={has(burning)} onClick={() => toggle(burning)}>{w(record.light === undefined ? 'quickLate' : 'quickBurning')}</button>
          <button type="button" className="stage-chip" aria-pressed={has(['blue'])} onClick={() => toggle(['blue'])}>{w('quickSoon')}</button>
        </>
      )}
    </div>
  );
}
