import { useState } from 'react';
import type { OutOf } from '#contract/routes.ts';
import { fill, type Text } from '#kernel/words.ts';
import { address, asProblem, upload } from '#web/client.ts';
import { typings } from '#web/facts/typing.ts';
import { useLanguage } from '#web/language.ts';
import { FieldOf } from '#web/matter/fields.tsx';
import type { EntryProps } from '#web/slots.ts';

const words = {
  choose: { zh: '从Excel填入数据', en: 'Fill in from a spreadsheet' },
  help: { zh: '第一行是栏目名称，至少有统一社会信用代码；栏目里写了（万元）、（亩）的按该单位读。读完只是填入，提交后才入库。', en: 'Headings in the first row, the credit code among them; a unit named in a heading is taken. Reading only fills in; it is kept once you hand it in.' },
  read: { zh: '已读入{rows}家企业；有问题没有读入{refused}行。', en: '{rows} enterprises read; {refused} row(s) with problems left out.' },
  ignored: { zh: '没有认出的栏目：{names}', en: 'Headings not understood: {names}' },
  problem: { zh: '第{row}行“{column}”（{value}）：{words}', en: 'Row {row}, “{column}” ({value}): {words}' },
  none: { zh: '还没有数据。', en: 'No data yet.' },
  held: { zh: '表中现有{count}家企业。', en: 'There are {count} enterprises in the table.' },
  byHand: { zh: '少量补正可以逐行填写', en: 'A few corrections may be typed' },
} as const satisfies Readonly<Record<string, Text>>;

/** How many rows are still typed one by one; more come from a spreadsheet and are only counted. */
const typedByHand = 20;

type Read = OutOf<'POST /api/tables/:mechanism/:action/:fact'>;

/** The delivery of an owner: the fields as declared, and its table filled from the spreadsheet the owner keeps. */
export function Deliver({ mechanism, action, entry }: EntryProps) {
  const language = useLanguage();
  const [read, setRead] = useState<Read>();
  const [problem, setProblem] = useState<Text>();
  const held = (entry.typed['rows'] ?? []) as readonly unknown[];
  const take = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    try {
      const found = await upload<Read>(address('POST /api/tables/:mechanism/:action/:fact', { mechanism: mechanism.record.key, action, fact: 'rows' }), [file], () => {});
      setRead(found);
      const fact = mechanism.record.facts['rows'];
      if (fact) entry.type('rows', typings.rows.typed(found.rows, fact));
    } catch (error) {
      setProblem(asProblem(error).words);
    }
  };
  const ignored = read?.columns.filter(({ fact, heading }) => fact === null && heading !== '').map(({ heading }) => heading) ?? [];
  return (
    <div className="fields">
      {entry.fields.filter(({ name }) => name !== 'rows').map((field) => <FieldOf key={field.name} field={field} entry={entry} />)}
      <div className="entry is-wide">
        <p className="upload-ways">
          <span className="button upload-button">
            <label htmlFor="rows-file">{words.choose[language]}</label>
            <input id="rows-file" type="file" accept=".xlsx,.csv" aria-describedby="rows-file-help" onChange={(event) => void take(event.currentTarget.files?.[0])} />
          </span>
        </p>
        <p className="entry-help" id="rows-file-help">{words.help[language]}</p>
        <div role="status">
          {read && <p>{fill(words.read, { rows: read.rows.length, refused: read.refused })[language]}</p>}
          {ignored.length > 0 && <p className="quiet">{fill(words.ignored, { names: ignored.join(language === 'zh' ? '、' : ', ') })[language]}</p>}
          {read && read.problems.length > 0 && <ul className="refused">{read.problems.slice(0, 20).map((each, at) => <li key={at}>{fill(words.problem, { row: each.row, column: each.column, value: each.value, words: each.words })[language]}</li>)}</ul>}
          {problem && <p className="refused">{problem[language]}</p>}
          {!read && <p className="quiet">{held.length === 0 ? words.none[language] : fill(words.held, { count: held.length })[language]}</p>}
        </div>
        {entry.problems['rows'] && <p className="entry-problem">{entry.problems['rows'][language]}</p>}
      </div>
      {held.length <= typedByHand && (
        <details className="entry is-wide">
          <summary>{words.byHand[language]}</summary>
          {entry.fields.filter(({ name }) => name === 'rows').map((field) => <FieldOf key={field.name} field={field} entry={entry} />)}
        </details>
      )}
    </div>
  );
}
