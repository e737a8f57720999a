import { useState } from 'react';
import type { Fact } from '#kernel/fact.ts';
import { kindOf } from '#kernel/kinds.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { isFilter } from '#contract/filter-words.ts';
import { lightsOf, lightWordsOf } from '#contract/light-words.ts';
import { hasLights } from '#contract/register-columns.ts';
import type { Search } from '#web/router.tsx';
import { Picker } from '#web/facts/choices.tsx';
import { factFilters } from '#web/facts/fact-filters.tsx';
import { useUnitOptions } from '#web/facts/references.tsx';
import { useLanguage } from '#web/language.ts';
import { isFiltered, many, one } from '#web/register/address.ts';
import { QuickFilters } from '#web/register/quick-filters.tsx';
import { useViewWords } from '#web/register/view-words.ts';
import { useWords } from '#web/words.ts';

export interface FilterProps {
  readonly mechanism: AnyMechanism;
  readonly search: Search;
  readonly change: (changed: Search) => void;
}

/** What narrows a register: words, light, unit, stage, and each fact after its kind. All of it stands in the address bar. Above a picture that fills the screen it is folded to one line. */
export function Filters({ isFolded = false, ...props }: FilterProps & { readonly isFolded?: boolean }) {
  const { mechanism, search, change } = props;
  const t = useWords();
  const language = useLanguage();
  const { record } = mechanism;
  const facts = filterable(mechanism);
  const used = facts.filter(([name]) => search[`f.${name}`] !== undefined).length;
  const [isOpen, setOpen] = useState(used > 0 && !isFolded);
  const units = useUnitOptions();
  const lightName = (record.light === undefined ? undefined : record.facts[record.light]?.name[language]) ?? t('light');
  return (
    <div className="filters">
      <form
        className="register-bar"
        role="search"
        key={one(search, 'q') ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          change({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() || undefined });
        }}
      >
        <input className="control filter-words" type="search" name="q" maxLength={100} defaultValue={one(search, 'q') ?? ''} aria-label={t('filterWords')} placeholder={t('filterWords')} />
        {/* Without a button of its own the key Enter would hand nothing in: the lists beside it are fields too. */}
        <button className="button">{t('search')}</button>
        {hasLights(record) && <Picker id="filter-light" label={lightName} placeholder={lightName} multiple typed={many(search['light'])} invalid={false} describedBy={undefined} onTyped={(value) => change({ light: value as string[] })} options={lightsOf(record).map((value) => ({ value, label: lightWordsOf(record)[value][language] }))} />}
        {record.lead !== undefined && <Picker id="filter-unit" label={t('unit')} placeholder={t('unit')} typed={one(search, 'unit')} invalid={false} describedBy={undefined} onTyped={(value) => change({ unit: value as string })} options={units} />}
        {facts.length > 0 && (
          <button type="button" className="button" aria-expanded={isOpen} aria-controls="more-filters" onClick={() => setOpen(!isOpen)}>
            {used > 0 ? t('moreFiltersUsed', { count: used }) : t('moreFilters')}
          </button>
        )}
        {isFiltered(search) && <button type="button" className="button is-quiet" onClick={() => change(Object.fromEntries(Object.keys(search).filter(isFilter).map((name) => [name, undefined])))}>{t('clearFilters')}</button>}
      </form>
      {(!isFolded || isOpen) && (
        <div className="filter-chips">
          <QuickFilters {...props} />
          <Stages {...props} />
        </div>
      )}
      {search['due'] !== undefined && <DueFilter search={search} change={change} />}
      <div className="more-filters" id="more-filters" hidden={!isOpen}>
        {isOpen && facts.map(([name, fact]) => <FactFilter key={name} name={name} fact={fact} {...props} />)}
      </div>
    </div>
  );
}

function Stages({ mechanism, search, change }: FilterProps) {
  const t = useWords();
  const language = useLanguage();
  const stages = many(search['stage']);
  return (
    <div className="stage-chips" role="group" aria-label={t('stage')}>
      {Object.entries(mechanism.record.stages).map(([key, stage]) => (
        <button key={key} type="button" className="stage-chip" aria-pressed={stages.includes(key)} onClick={() => change({ stage: stages.includes(key) ? stages.filter((each) => each !== key) : [...stages, key] })}>
          {stage.name[language]}
        </button>
      ))}
    </div>
  );
}

/** Due days come from the calendar; here they are shown and dropped. */
function DueFilter({ search, change }: Pick<FilterProps, 'search' | 'change'>) {
  const v = useViewWords();
  const [from = '', to = ''] = (one(search, 'due') ?? '').split('..');
  const days = from === to ? from : `${from || '…'} — ${to || '…'}`;
  return (
    <p className="stage-chips">
      <button type="button" className="stage-chip" aria-pressed="true" title={v('dropDueFilter')} onClick={() => change({ due: undefined })}>{v('dueFilter', { days })}<span aria-hidden="true"> ×</span><span className="hidden-words">{v('dropDueFilter')}</span></button>
    </p>
  );
}

function FactFilter({ name, fact, search, change }: FilterProps & { readonly name: string; readonly fact: Fact }) {
  const language = useLanguage();
  const Filter = factFilters[fact.kind];
  return (
    <div className="filter">
      <span className="filter-name" id={`filter-${name}-label`}>{fact.name[language]}</span>
      {Filter && <Filter name={name} fact={fact} values={many(search[`f.${name}`])} onValues={(values) => change({ [`f.${name}`]: values })} />}
    </div>
  );
}

/** The facts worth filtering by: the columns of the register, and what the declaration keeps an index for. */
function filterable({ record }: AnyMechanism): readonly (readonly [string, Fact])[] {
  return Object.entries(record.facts).filter(([name, fact]) => !fact.sealed && !fact.veiled && factFilters[fact.kind] && kindOf(fact).compare !== 'none' && (record.list.includes(name) || fact.indexed) && name !== record.title && name !== record.light);
}
