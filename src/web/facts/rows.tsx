import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { Fact } from '#kernel/fact.ts';
import type { Hearing } from '#kernel/kind.ts';
import { understand } from '#kernel/hearing.ts';
import { factText, kindOf } from '#kernel/kinds.ts';
import type { FactInput, InputProps, ShowProps } from '#web/facts/fact-input.ts';
import { factInputs } from '#web/facts/fact-inputs.ts';
import { typings } from '#web/facts/typing.ts';
import { useLanguage } from '#web/language.ts';
import { useFormWords } from '#web/matter/form-words.ts';
import { tell } from '#web/shell/told.tsx';
import { useHearing } from '#web/speech.ts';
import { useWords } from '#web/words.ts';

type Row = Readonly<Record<string, unknown>>;

/** A small table: a line for each row, each cell typed as its own kind. */
export const rows: FactInput = {
  wide: true,
  Input: RowsInput,
  Show: ShowRows,
};

/** So many rows are put before anybody at once; a plan for a thousand projects has more. */
const rowsAtOnce = 50;

function ShowRows({ fact, value, speech, of, isOnPaper = false }: ShowProps) {
  const t = useWords();
  const [isWhole, setWhole] = useState(isOnPaper);
  const held = value as readonly Row[];
  // A column nobody filled in says nothing.
  const columns = Object.entries(fact.columns ?? {}).filter(([name]) => held.some((row) => row[name] !== undefined));
  return (
    <>
      <div className="rows-scroll" role="group" aria-label={fact.name[speech.language]} tabIndex={0}>
        <table className="plain">
          <thead><tr>{columns.map(([name, column]) => <th key={name} scope="col" className={isCount(column) ? 'is-number' : undefined}>{column.name[speech.language]}</th>)}</tr></thead>
          <tbody>
            {(isWhole ? held : held.slice(0, rowsAtOnce)).map((row, index) => (
              <tr key={index}>
                {columns.map(([name, column]) => {
                  const { Show } = factInputs[column.kind];
                  return <td key={name} className={widthOf(column, row[name])}>{row[name] === undefined ? '' : Show ? <Show fact={column} value={row[name]} speech={speech} of={of} /> : factText(column, row[name], speech)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!isWhole && held.length > rowsAtOnce && <button type="button" className="button is-quiet" onClick={() => setWhole(true)}>{t('allRows', { count: held.length })}</button>}
    </>
  );
}

const isCount = (column: Fact) => kindOf(column).compare === 'number' && !column.names;

/** From so many characters on a text has a column wide enough to be read. */
const longText = 12;

/** Numbers, days and amounts are never broken over two lines, and texts not after every word; a wide table is moved sideways instead. */
function widthOf(column: Fact, value: unknown): string | undefined {
  if (isCount(column)) return 'is-number';
  if (['day', 'instant', 'month', 'period', 'flag'].includes(column.kind) || kindOf(column).compare === 'number') return 'is-short';
  return typeof value === 'string' && ['text', 'longText'].includes(column.kind) && value.length > longText ? 'is-long' : undefined;
}

function RowsInput(props: InputProps) {
  return props.fact.each === undefined ? <ListInput {...props} /> : <SheetInput {...props} each={props.fact.each} />;
}

/** A row for each option of one column: nothing is added or removed, only filled in. */
function SheetInput({ id, fact, typed, describedBy, onTyped, each }: InputProps & { readonly each: string }) {
  const t = useWords();
  const language = useLanguage();
  const given = (typed as readonly Row[] | undefined) ?? [];
  const columns = Object.entries(fact.columns ?? {}).filter(([name]) => name !== each);
  const options = Object.entries(fact.columns?.[each]?.options ?? {});
  const change = (option: string, name: string, cell: unknown) =>
    onTyped(options.flatMap(([key]) => {
      const row = given.find((held) => held[each] === key);
      return key === option ? [{ [each]: key, ...row, [name]: cell }] : row ? [row] : [];
    }));
  return (
    <div className="rows-scroll" role="group" id={id} tabIndex={-1} aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      <table className="plain rows-input rows-sheet">
        <thead>
          <tr>
            <th scope="col">{fact.columns?.[each]?.name[language]}</th>
            {columns.map(([name, column]) => <th key={name} scope="col">{column.name[language]}</th>)}
          </tr>
        </thead>
        <tbody>
          {options.map(([key, words], index) => {
            const row = given.find((held) => held[each] === key) ?? {};
            return (
              <tr key={key}>
                <th scope="row">{words[language]}</th>
                {columns.map(([name, column]) => {
                  const { Input } = factInputs[column.kind];
                  const cellId = `${id}-${index}-${name}`;
                  return (
                    <td key={name} data-column={column.name[language]}>
                      <label className="hidden-words" id={`${cellId}-label`} htmlFor={cellId}>{t('sheetCell', { row: words[language], column: column.name[language] })}</label>
                      <Input id={cellId} fact={column} typed={row[name]} invalid={false} describedBy={undefined} onTyped={(cell) => change(key, name, cell)} />
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function ListInput({ id, fact, typed, describedBy, onTyped }: InputProps) {
  const t = useWords();
  const f = useFormWords();
  const language = useLanguage();
  const hearing = useHearing();
  const given = (typed as readonly Row[] | undefined) ?? [];
  const columns = Object.entries(fact.columns ?? {});
  const change = (index: number, name: string, cell: unknown) => onTyped(given.map((row, at) => (at === index ? { ...row, [name]: cell } : row)));
  const cellId = (index: number, name: string) => `${id}-${index}-${name}`;
  const goTo = (index: number, name: string | undefined) => requestAnimationFrame(() => document.getElementById(name === undefined || index < 0 ? id : cellId(index, name))?.focus());
  const add = (name = columns[0]?.[0]) => {
    onTyped([...given, {}]);
    goTo(given.length, name);
  };
  const remove = (index: number, name: string | undefined) => {
    onTyped(given.filter((_, at) => at !== index));
    goTo(Math.min(index, given.length - 2), name);
  };
  const onKey = (event: KeyboardEvent, index: number, name: string) => {
    if (event.key === 'Delete' && event.ctrlKey) {
      event.preventDefault();
      remove(index, name);
    } else if (event.key === 'Enter' && !event.shiftKey && event.target instanceof HTMLInputElement && event.target.type !== 'radio' && event.target.getAttribute('role') !== 'combobox') {
      event.preventDefault();
      if (index === given.length - 1) add(name);
      else goTo(index + 1, name);
    }
  };
  const onPaste = (event: ClipboardEvent, index: number, name: string) => {
    const block = blockOf(event.clipboardData.getData('text/plain'));
    if (block.length < 2 && (block[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    const from = columns.findIndex(([each]) => each === name);
    const filled = [...given];
    for (const [down, cells] of block.entries()) {
      const row: Record<string, unknown> = { ...filled[index + down] };
      for (const [across, words] of cells.entries()) {
        const column = columns[from + across];
        if (column) row[column[0]] = typedOf(words, column[1], hearing);
      }
      filled[index + down] = row;
    }
    onTyped(filled);
    const tooWide = Math.max(...block.map((cells) => from + cells.length - columns.length));
    tell(f('rowsPasted', { rows: block.length }) + (tooWide > 0 ? ` ${f('rowsCut', { columns: tooWide })}` : ''));
  };
  return (
    <div className="rows-scroll" role="group" aria-labelledby={`${id}-label`} aria-describedby={[describedBy, `${id}-keys`].filter(Boolean).join(' ')}>
      {given.length > 0 && (
        <table className="plain rows-input">
          <thead>
            <tr>
              {columns.map(([name, column]) => <th key={name} id={`${id}-${name}`} scope="col">{column.name[language]}</th>)}
              <th scope="col"><span className="hidden-words">{t('actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            {given.map((row, index) => (
              <tr key={index}>
                {columns.map(([name, column]) => {
                  const { Input } = factInputs[column.kind];
                  return (
                    <td key={name} data-column={column.name[language]} onKeyDown={(event) => onKey(event, index, name)} onPaste={(event) => onPaste(event, index, name)}>
                      <label className="hidden-words" id={`${cellId(index, name)}-label`} htmlFor={cellId(index, name)}>{t('rowCell', { row: index + 1, column: column.name[language] })}</label>
                      <Input id={cellId(index, name)} fact={column} typed={row[name]} invalid={false} describedBy={undefined} onTyped={(cell) => change(index, name, cell)} />
                    </td>
                  );
                })}
                <td><button type="button" className="button is-quiet" aria-label={t('removeRow', { row: index + 1 })} onClick={() => remove(index, columns[0]?.[0])}>{t('remove')}</button></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button type="button" id={id} className="button" onClick={() => add()}>{t('addRow')}</button>
      <p className="entry-help" id={`${id}-keys`}>{f('pasteRows')}</p>
    </div>
  );
}

/** A block as spreadsheets put it on the clipboard: lines of cells between tabs. */
export function blockOf(words: string): readonly (readonly string[])[] {
  const lines = words.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** A pasted cell as the control of its kind holds it; what is not understood stays as it came, to be mended. */
function typedOf(words: string, column: Fact, hearing: Hearing): unknown {
  const understood = understand(words, column, hearing);
  return 'value' in understood ? typings[column.kind].typed(understood.value, column) : words;
}
