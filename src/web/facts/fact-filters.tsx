import type { ComponentType } from 'react';
import type { Fact, KindName } from '#kernel/fact.ts';
import { divisionsByCode } from '#kernel/industry-names.ts';
import { Picker } from '#web/facts/choices.tsx';
import { useMattersFound, usePeopleFound } from '#web/facts/found.ts';
import { useUnitOptions } from '#web/facts/references.tsx';
import { useLanguage } from '#web/language.ts';
import { useWords } from '#web/words.ts';

/** What every filter of a fact is given: the values of the address bar, and the way to change them. */
export interface FactFilterProps {
  readonly name: string;
  readonly fact: Fact;
  readonly values: readonly string[];
  readonly onValues: (values: readonly string[] | undefined) => void;
}

/** How each kind narrows a register; files, tables and places narrow nothing. A forgotten kind does not compile. */
export const factFilters: Readonly<Record<KindName, ComponentType<FactFilterProps> | undefined>> = {
  text: Words, longText: Words, whole: Range, decimal: Range, money: Money, area: Range, percent: Range, day: Days, instant: Days, month: Months,
  period: Words, flag: Flag, choice: Options, choices: Options, unit: Units, units: Units, person: People, matter: Matters, matters: Matters, rows: undefined,
  evidence: undefined, place: undefined, metric: undefined, phone: Words, creditCode: Words, industry: Industries, documentNumber: Words,
};

function Options({ name, fact, values, onValues }: FactFilterProps) {
  const language = useLanguage();
  return <Choose name={name} fact={fact} values={values} onValues={onValues} options={Object.entries(fact.options ?? {}).map(([value, words]) => ({ value, label: words[language] }))} />;
}

function Units(props: FactFilterProps) {
  return <Choose {...props} options={useUnitOptions()} />;
}

function People(props: FactFilterProps) {
  return <Choose {...props} {...usePeopleFound(props.values)} />;
}

function Matters(props: FactFilterProps) {
  return <Choose {...props} {...useMattersFound(props.fact.mechanism ?? '', props.values)} />;
}

function Choose({ name, fact, values, onValues, ...rest }: FactFilterProps & Pick<Parameters<typeof Picker>[0], 'options' | 'onSearch' | 'loading'>) {
  return <Picker id={`filter-${name}`} label={fact.name[useLanguage()]} multiple typed={values} invalid={false} describedBy={undefined} onTyped={(typed) => onValues(typed as string[])} {...rest} />;
}

function Flag({ name, fact, values, onValues }: FactFilterProps) {
  const t = useWords();
  return <Picker id={`filter-${name}`} label={fact.name[useLanguage()]} typed={values[0]} invalid={false} describedBy={undefined} onTyped={(typed) => onValues(typed === undefined ? undefined : [String(typed)])} options={[{ value: 'true', label: t('yes') }, { value: 'false', label: t('no') }]} />;
}

/** By division: whoever knows the four digits finds them by the search. */
function Industries({ name, fact, values, onValues }: FactFilterProps) {
  const language = useLanguage();
  return <Picker id={`filter-${name}`} label={fact.name[language]} typed={values[0]} invalid={false} describedBy={undefined} onTyped={(typed) => onValues(typed === undefined ? undefined : [String(typed)])} options={divisionsByCode.map(([code, named]) => ({ value: `~${code}`, label: named[language] }))} />;
}

function Words({ fact, values: [words = ''], onValues }: FactFilterProps) {
  const held = words.replace(/^~/, '');
  return (
    <input
      key={held}
      className="control"
      type="search"
      aria-label={fact.name[useLanguage()]}
      defaultValue={held}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      onBlur={(event) => {
        const typed = event.target.value.trim();
        if (typed !== held) onValues(typed ? [`~${typed}`] : undefined);
      }}
    />
  );
}

function Days(props: FactFilterProps) {
  return <Between {...props} type="date" />;
}

function Months(props: FactFilterProps) {
  return <Between {...props} type="month" />;
}

function Range(props: FactFilterProps) {
  const language = useLanguage();
  return <Between {...props} type="text" measure={props.fact.measure?.[language]} />;
}

/** Money is asked in 万元 and kept in fen. */
function Money(props: FactFilterProps) {
  const t = useWords();
  return <Between {...props} type="text" factor={1_000_000} measure={t('tenThousandYuan')} />;
}

function Between({ name, values: [range = ''], onValues, type, factor = 1, measure }: FactFilterProps & { readonly type: 'date' | 'month' | 'text'; readonly factor?: number; readonly measure?: string | undefined }) {
  const t = useWords();
  const [from = '', to = ''] = range.split('..');
  const shown = (bound: string) => (bound === '' || factor === 1 ? bound : String(Number(bound) / factor));
  const kept = (typed: string) => (typed === '' || factor === 1 || !Number.isFinite(Number(typed)) ? typed : String(Math.round(Number(typed) * factor)));
  const bounds = [[t('from'), from, (typed: string) => [kept(typed), to]], [t('until'), to, (typed: string) => [from, kept(typed)]]] as const;
  return (
    <span className="range" role="group" aria-labelledby={`filter-${name}-label`}>
      {bounds.map(([label, held, next], place) => (
        <input
          key={`${place}-${held}`}
          className="control"
          type={type}
          inputMode={type === 'text' ? 'decimal' : undefined}
          aria-label={label}
          defaultValue={shown(held)}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          onBlur={(event) => {
            const typed = event.target.value.trim();
            if (typed === shown(held)) return;
            const [nextFrom, nextTo] = next(typed);
            onValues(nextFrom || nextTo ? [`${nextFrom}..${nextTo}`] : undefined);
          }}
        />
      ))}
      {measure}
    </span>
  );
}
