import { fill, type Language, type Text } from '#kernel/words.ts';
import { numberWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import type { PanelProps } from '#web/slots.ts';
import { changeOf, measures, measuresOf, type Measure, type MeasureName } from '../mode-measures.ts';
import { modes, type ModeCode } from '../modes.ts';

const words = {
  title: { zh: '按模式看成效', en: 'Judged by its modes' },
  note: { zh: '改造前后同一口径、同样长的期间；跨年的是年平均，模式带来的从零起算。带“填报”的没有登记数。', en: 'Before and after are defined alike, over periods of one length; of several years it is the yearly mean, and what the mode brings about begins at nought. What is marked as typed stands in no register.' },
  none: { zh: '还没有核定；办理“核定成效指标”后，这里有改造前后的数。', en: 'Not measured yet: “Measure by the mode” fills this in.' },
  measure: { zh: '指标', en: 'Measure' },
  before: { zh: '改造前', en: 'Before' },
  after: { zh: '改造后', en: 'After' },
  change: { zh: '变化', en: 'Change' },
  named: { zh: '{name}（{unit}）', en: '{name} ({unit})' },
  typed: { zh: '填报', en: 'typed' },
  better: { zh: '好转', en: 'better' },
  worse: { zh: '变差', en: 'worse' },
  same: { zh: '持平', en: 'unchanged' },
  open: { zh: '还不能比', en: 'not comparable yet' },
  sources: { zh: '填报来源：{sources}', en: 'Typed from: {sources}' },
} as const satisfies Readonly<Record<string, Text>>;

interface Row {
  readonly mode?: ModeCode;
  readonly measure?: MeasureName;
  readonly before?: number;
  readonly beforePeriod?: string;
  readonly beforeTyped?: boolean;
  readonly after?: number;
  readonly afterPeriod?: string;
  readonly afterTyped?: boolean;
  readonly source?: string;
}

/** What each mode of a plan is judged by, before and after on equal footing; a side that is not known leaves it uncompared. */
export function ByMode({ matter, speech: { language } }: PanelProps) {
  const { primary, secondary = [] } = matter.facts as { primary?: ModeCode; secondary?: readonly ModeCode[] };
  const rows = (matter.facts['measures'] ?? []) as readonly Row[];
  const all = [...(primary === undefined ? [] : [primary]), ...secondary];
  if (all.length === 0) return null;
  const typedFrom = [...new Set(rows.flatMap(({ source }) => (source === undefined ? [] : [source])))];
  return (
    <Panel title={words.title[language]} flush>
      <p className="quiet panel-note">{(rows.length === 0 ? words.none : words.note)[language]}</p>
      {all.map((mode) => <OfMode key={mode} mode={mode} rows={rows.filter((row) => row.mode === mode)} language={language} />)}
      {typedFrom.length > 0 && <p className="quiet panel-note">{fill(words.sources, { sources: typedFrom.join(language === 'zh' ? '；' : '; ') })[language]}</p>}
    </Panel>
  );
}

function OfMode({ mode, rows, language }: { readonly mode: ModeCode; readonly rows: readonly Row[]; readonly language: Language }) {
  return (
    <>
      <p className="panel-note"><strong>{modes[mode][language]}</strong></p>
      <div className="rows-scroll" tabIndex={0} role="group" aria-label={modes[mode][language]}>
        <table className="plain">
          <thead><tr><th scope="col">{words.measure[language]}</th><th scope="col" className="is-number">{words.before[language]}</th><th scope="col" className="is-number">{words.after[language]}</th><th scope="col">{words.change[language]}</th></tr></thead>
          <tbody>
            {measuresOf[mode].map((name) => {
              const row = rows.find(({ measure }) => measure === name) ?? {};
              const { before, after } = row;
              return (
                <tr key={name}>
                  <th scope="row">{nameOf(name, language)}</th>
                  <td className="is-number"><Side value={before} period={row.beforePeriod} isTyped={row.beforeTyped === true} language={language} /></td>
                  <td className="is-number"><Side value={after} period={row.afterPeriod} isTyped={row.afterTyped === true} language={language} /></td>
                  <td>{before === undefined || after === undefined ? words.open[language] : words[changeOf(name, before, after)][language]}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function nameOf(name: MeasureName, language: Language): string {
  const { name: said, unit }: Measure = measures[name];
  return unit.zh === '' ? said[language] : fill(words.named, { name: said, unit })[language];
}

function Side({ value, period, isTyped, language }: { readonly value: number | undefined; readonly period: string | undefined; readonly isTyped: boolean; readonly language: Language }) {
  if (value === undefined) return <>—</>;
  const beside = [period, isTyped ? words.typed[language] : undefined].filter((each) => each !== undefined);
  return <>{numberWords(value, language)}{beside.length > 0 && <><br /><span className="quiet">{beside.join(language === 'zh' ? '，' : ', ')}</span></>}</>;
}
