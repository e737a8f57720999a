import { Fragment } from 'react';
import type { Evidence, Fact, Facts } from '#kernel/fact.ts';
import { factText } from '#kernel/kinds.ts';
import type { Speech } from '#kernel/kind.ts';
import { useInnerWords } from '#web/public/inner-words.ts';
import type { PublicRegister } from '#web/slim-declarations.ts';

type Values = Readonly<Record<string, unknown>>;

/** More than this are read more easily in the office's groups; fewer in the order in which they are declared to be public. */
const few = 12;

/** Facts as a reader of the public pages sees them: words, links, and tables for what has rows. */
export function PublicFacts({ record, values, names, speech, isFlat = false }: { readonly record: Pick<PublicRegister['record'], 'facts' | 'groups'>; readonly values: Values; readonly names: readonly string[]; readonly speech: Speech; readonly isFlat?: boolean }) {
  const known = names.filter((name) => record.facts[name] && !isEmpty(values[name]));
  if (isFlat || known.length <= few) return <FactLines facts={record.facts} values={values} names={known} speech={speech} />;
  const grouped = record.groups.map(({ name, facts }) => ({ name, facts: facts.filter((fact) => known.includes(fact)) }));
  const others = known.filter((name) => !grouped.some(({ facts }) => facts.includes(name)));
  const shown = grouped.filter(({ facts }) => facts.length > 0);
  return (
    <>
      {others.length > 0 && <FactLines facts={record.facts} values={values} names={others} speech={speech} />}
      {shown.map(({ name, facts }) => (
        <Fragment key={name.en}>
          <h2 className="facts-head">{name[speech.language]}</h2>
          <FactLines facts={record.facts} values={values} names={facts} speech={speech} />
        </Fragment>
      ))}
    </>
  );
}

function FactLines({ facts, values, names, speech }: { readonly facts: Facts; readonly values: Values; readonly names: readonly string[]; readonly speech: Speech }) {
  return (
    <dl className="facts">
      {names.map((name) => {
        const fact = facts[name] as Fact;
        return <div key={name} className={fact.kind === 'rows' ? 'is-wide' : undefined}><dt>{fact.name[speech.language]}</dt><dd className="lines"><Shown fact={fact} value={values[name]} speech={speech} /></dd></div>;
      })}
    </dl>
  );
}

function Shown({ fact, value, speech }: { readonly fact: Fact; readonly value: unknown; readonly speech: Speech }) {
  const say = useInnerWords();
  if (fact.kind === 'evidence') return (value as readonly Evidence[]).map((file) => file.name).join(speech.language === 'zh' ? '、' : ', ');
  if (fact.kind === 'rows') return <Rows fact={fact} rows={value as readonly Values[]} speech={speech} />;
  const words = factText(fact, value, speech);
  return fact.kind === 'text' && /^https?:\/\/\S+$/.test(words) ? <a href={words} target="_blank" rel="noopener noreferrer">{words}<span className="hidden-words">{say('newTab')}</span></a> : words;
}

/** Columns in which nothing stands are left out; on a narrow screen a row becomes a small card. */
function Rows({ fact, rows, speech }: { readonly fact: Fact; readonly rows: readonly Values[]; readonly speech: Speech }) {
  const columns = Object.entries(fact.columns ?? {}).filter(([name]) => rows.some((row) => !isEmpty(row[name])));
  return (
    <table className="table is-rows">
      <thead><tr>{columns.map(([name, column]) => <th key={name} scope="col">{column.name[speech.language]}</th>)}</tr></thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>{columns.map(([name, column]) => <td key={name} data-name={column.name[speech.language]}>{isEmpty(row[name]) ? '' : <Shown fact={column} value={row[name]} speech={speech} />}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
