import { useState } from 'react';
import type { QueryOf } from '#contract/routes.ts';
import type { Fact, KindName } from '#kernel/fact.ts';
import { kindOf } from '#kernel/kinds.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { Search } from '#web/router.tsx';
import { Picker } from '#web/facts/choices.tsx';
import { useUnitOptions } from '#web/facts/references.tsx';
import { useLanguage } from '#web/language.ts';
import { lightWords } from '#contract/light-words.ts';
import { useViewWords } from '#web/register/view-words.ts';
import { useWords } from '#web/words.ts';

interface FilterProps {
  readonly mechanism: AnyMechanism;
  readonly search: Search;
  readonly change: (changed: Search) => void;
}

/** What narrows a register: words, stage, light, unit, and each fact after its kind. All of it stands in the address bar. */
export function Filters(props: FilterProps) {
  const { mechanism, search, change } = props;
  const t = useWords();
  const language = useLanguage();
  const { record } = mechanism;
  const facts = filterable(mechanism);
  const used = facts.filter(([name]) => search[`f.${name}`] !== undefined).length;
  const [isOpen, setOpen] = useState(used > 0);
  const stages = many(search['stage']);
  const hasClocks = Object.keys(record.clocks).length + Object.keys(record.duties).length > 0;
  const units = useUnitOptions();
  return (
    <div className="filters">
      <form
        className="register-bar"
        role="search"
        key={String(search['q'] ?? '')}
        onSubmit={(event) => {
          event.preventDefault();
          change({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() || undefined });
        }}
      >
        <input className="control filter-words" type="search" name="q" maxLength={100} defaultValue={String(search['q'] ?? '')} aria-label={t('filterWords')} placeholder={t('filterWords')} />
        {/* Without a button of its own the key Enter would hand nothing in: the lists beside it are fields too. */}
        <button className="button">{t('search')}</button>
        {hasClocks && <Picker id="filter-light" label={t('light')} placeholder={t('light')} multiple typed={many(search['light'])} invalid={false} describedBy={undefined} onTyped={(value) => change({ light: value as string[] })} options={Object.entries(lightWords).map(([value, words]) => ({ value, label: words[language] }))} />}
        {record.lead !== undefined && <Picker id="filter-unit" label={t('unit')} placeholder={t('unit')} typed={search['unit'] as string | undefined} invalid={false} describedBy={undefined} onTyped={(value) => change({ unit: value as string })} options={units} />}
        {facts.length > 0 && (
          <button type="button" className="button" aria-expanded={isOpen} aria-controls="more-filters" onClick={() => setOpen(!isOpen)}>
            {used > 0 ? t('moreFiltersUsed', { count: used }) : t('moreFilters')}
          </button>
        )}
        {isFiltered(search) && <button type="button" className="button is-quiet" onClick={() => change(Object.fromEntries(Object.keys(search).filter(isFilter).map((name) => [name, undefined])))}>{t('clearFilters')}</button>}
      </form>
      {search['due'] !== undefined && <DueFilter search={search} change={change} />}
      <div className="stage-chips" role="group" aria-label={t('stage')}>
        {Object.entries(record.stages).map(([key, stage]) => (
          <button key={key} type="button" className="stage-chip" aria-pressed={stages.includes(key)} onClick={() => change({ stage: stages.includes(key) ? stages.filter((each) => each !== key) : [...stages, key] })}>
            {stage.name[language]}
          </button>
        ))}
      </div>
      <div className="more-filters" id="more-filters" hidden={!isOpen}>
        {isOpen && facts.map(([name, fact]) => <FactFilter key={name} name={name} fact={fact} {...props} />)}
      </div>
    </div>
  );
}

/** Whether a register is narrowed by anything. */
export function isFiltered(search: Search): boolean {
  return Object.entries(search).some(([name, value]) => isFilter(name) && many(value).length > 0);
}

/** What of the address bar narrows a register, as the routes take it; its order, page and view are no part of that. */
export function filtersIn(search: Search): NonNullable<QueryOf<'GET /api/matters/:mechanism/board'>> {
  // The server judges each value; an address may hold anything.
  return Object.fromEntries(Object.entries(search).filter(([name, value]) => isFilter(name) && many(value).length > 0)) as never;
}

function isFilter(name: string): boolean {
  return ['q', 'stage', 'light', 'unit', 'due'].includes(name) || name.startsWith('f.');
}

/** Due days come from the calendar; here they are shown and dropped. */
function DueFilter({ search, change }: Pick<FilterProps, 'search' | 'change'>) {
  const v = useViewWords();
  const [from = '', to = ''] = String(search['due']).split('..');
  const days = from === to ? from : `${from || '…'} — ${to || '…'}`;
  return (
    <p className="stage-chips">
      <button type="button" className="stage-chip" aria-pressed="true" title={v('dropDueFilter')} onClick={() => change({ due: undefined })}>{v('dueFilter', { days })}<span aria-hidden="true"> ×</span><span className="hidden-words">{v('dropDueFilter')}</span></button>
    </p>
  );
}

/** A filter of the address bar as a list. */
export function many(value: Search[string]): string[] {
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : [...value];
}

type FactFilterProps = FilterProps & { readonly name: string; readonly fact: Fact };

function FactFilter(props: FactFilterProps) {
  const language = useLanguage();
  const Filter = filterOf(props.fact.kind);
  return (
    <div className="filter">
      <span className="filter-name" id={`filter-${props.name}-label`}>{props.fact.name[language]}</span>
      {Filter && <Filter {...props} />}
    </div>
  );
}

const ChoiceFilter = ({ name, fact, search, change }: FactFilterProps) => {
  const language = useLanguage();
  return <Picker id={`filter-${name}`} label={fact.name[language]} multiple typed={many(search[`f.${name}`])} invalid={false} describedBy={undefined} onTyped={(value) => change({ [`f.${name}`]: value as string[] })} options={Object.entries(fact.options ?? {}).map(([value, words]) => ({ value, label: words[language] }))} />;
};

const UnitFilter = ({ name, fact, search, change }: FactFilterProps) => (
  <Picker id={`filter-${name}`} label={fact.name[useLanguage()]} multiple typed={many(search[`f.${name}`])} invalid={false} describedBy={undefined} onTyped={(value) => change({ [`f.${name}`]: value as string[] })} options={useUnitOptions()} />
);

const FlagFilter = ({ name, fact, search, change }: FactFilterProps) => {
  const t = useWords();
  return <Picker id={`filter-${name}`} label={fact.name[useLanguage()]} typed={search[`f.${name}`] as string | undefined} invalid={false} describedBy={undefined} onTyped={(value) => change({ [`f.${name}`]: value as string })} options={[{ value: 'true', label: t('yes') }, { value: 'false', label: t('no') }]} />;
};

const RangeFilter = ({ name, fact, search, change }: FactFilterProps) => {
  const t = useWords();
  const type = { day: 'date', instant: 'date', month: 'month' }[fact.kind as string] ?? 'text';
  const [from = '', to = ''] = String(search[`f.${name}`] ?? '').split('..');
  const set = (nextFrom: string, nextTo: string) => change({ [`f.${name}`]: nextFrom || nextTo ? `${nextFrom}..${nextTo}` : undefined });
  return (
    <span className="range" role="group" aria-labelledby={`filter-${name}-label`}>
      <input key={`${from}-from`} className="control" type={type} inputMode={type === 'text' ? 'decimal' : undefined} aria-label={t('from')} defaultValue={scaled(from, fact.kind, -1)} onBlur={(event) => event.target.value !== scaled(from, fact.kind, -1) && set(scaled(event.target.value, fact.kind, 1), to)} />
      <span aria-hidden="true">—</span>
      <input key={`${to}-to`} className="control" type={type} inputMode={type === 'text' ? 'decimal' : undefined} aria-label={t('until')} defaultValue={scaled(to, fact.kind, -1)} onBlur={(event) => event.target.value !== scaled(to, fact.kind, -1) && set(from, scaled(event.target.value, fact.kind, 1))} />
      {fact.kind === 'money' && t('tenThousandYuan')}
    </span>
  );
};

const WordsFilter = ({ name, fact, search, change }: FactFilterProps) => (
  <input
    key={String(search[`f.${name}`] ?? '')}
    className="control"
    type="search"
    aria-label={fact.name[useLanguage()]}
    defaultValue={String(search[`f.${name}`] ?? '').replace(/^~/, '')}
    onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    onBlur={(event) => {
      const words = event.target.value.trim();
      if (words !== String(search[`f.${name}`] ?? '').replace(/^~/, '')) change({ [`f.${name}`]: words ? `~${words}` : undefined });
    }}
  />
);

/** How a kind narrows a list; kinds without one (files, tables, places) narrow nothing. */
const filters: Readonly<Record<KindName, ((props: FactFilterProps) => React.ReactNode) | undefined>> = {
  text: WordsFilter, longText: WordsFilter, whole: RangeFilter, decimal: RangeFilter, money: RangeFilter, area: RangeFilter, percent: RangeFilter,
  day: RangeFilter, instant: RangeFilter, month: RangeFilter, period: WordsFilter, flag: FlagFilter, choice: ChoiceFilter, choices: ChoiceFilter,
  unit: UnitFilter, units: UnitFilter, person: undefined, matter: undefined, matters: undefined, rows: undefined, evidence: undefined, place: undefined,
  metric: undefined, phone: WordsFilter, creditCode: WordsFilter, industry: WordsFilter, documentNumber: WordsFilter,
};

function filterOf(kind: KindName) {
  return filters[kind];
}

/** The facts worth filtering by: the columns of the register, and what the declaration keeps an index for. */
function filterable({ record }: AnyMechanism): readonly (readonly [string, Fact])[] {
  return Object.entries(record.facts).filter(([name, fact]) => !fact.sealed && filterOf(fact.kind) && kindOf(fact).compare !== 'none' && (record.list.includes(name) || fact.indexed) && name !== record.title);
}

/** Money is asked in 万元 and kept in fen. */
function scaled(words: string, kind: KindName, direction: 1 | -1): string {
  if (kind !== 'money' || words === '' || Number.isNaN(Number(words))) return words;
  return String(direction === 1 ? Math.round(Number(words) * 1_000_000) : Number(words) / 1_000_000);
}
