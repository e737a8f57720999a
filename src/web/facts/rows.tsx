import { factText } from '#kernel/kinds.ts';
import type { FactInput, InputProps } from '#web/facts/fact-input.ts';
import { factInputs } from '#web/facts/fact-inputs.ts';
import { useLanguage } from '#web/language.ts';
import { useWords } from '#web/words.ts';

type Row = Readonly<Record<string, unknown>>;

/** A small table: a line for each row, each cell typed as its own kind. */
export const rows: FactInput = {
  wide: true,
  Input: RowsInput,
  Show: ({ fact, value, speech, of }) => (
    <div className="rows-scroll">
      <table className="plain">
        <thead>
          <tr>{Object.entries(fact.columns ?? {}).map(([name, column]) => <th key={name} scope="col">{column.name[speech.language]}</th>)}</tr>
        </thead>
        <tbody>
          {(value as readonly Row[]).map((row, index) => (
            <tr key={index}>
              {Object.entries(fact.columns ?? {}).map(([name, column]) => {
                const { Show } = factInputs[column.kind];
                return <td key={name}>{row[name] === undefined ? '' : Show ? <Show fact={column} value={row[name]} speech={speech} of={of} /> : factText(column, row[name], speech)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  ),
};

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
                    <td key={name}>
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
  const language = useLanguage();
  const given = (typed as readonly Row[] | undefined) ?? [];
  const columns = Object.entries(fact.columns ?? {});
  const change = (index: number, name: string, cell: unknown) => onTyped(given.map((row, at) => (at === index ? { ...row, [name]: cell } : row)));
  return (
    <div className="rows-scroll" role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
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
                  const cellId = `${id}-${index}-${name}`;
                  return (
                    <td key={name}>
                      <label className="hidden-words" id={`${cellId}-label`} htmlFor={cellId}>{t('rowCell', { row: index + 1, column: column.name[language] })}</label>
                      <Input id={cellId} fact={column} typed={row[name]} invalid={false} describedBy={undefined} onTyped={(cell) => change(index, name, cell)} />
                    </td>
                  );
                })}
                <td><button type="button" className="button is-quiet" aria-label={t('removeRow', { row: index + 1 })} onClick={() => onTyped(given.filter((_, at) => at !== index))}>{t('remove')}</button></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button type="button" id={id} className="button" onClick={() => onTyped([...given, {}])}>{t('addRow')}</button>
    </div>
  );
}
