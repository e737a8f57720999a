import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { Fact } from '#kernel/fact.ts';
import { factText } from '#kernel/kinds.ts';
import { fill, type Language, type Text } from '#kernel/words.ts';
import { numberWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import type { PanelProps } from '#web/slots.ts';
import { reasonsOf } from '#engines/renewal/explain.ts';
import { weighedAmount, weighedNames } from '../mode-facts.ts';
import { modes, type ModeCode } from '../modes.ts';
import { keptFits } from './kept-fits.ts';
import { basisNames, parkDiagnosisRecord } from './record.ts';
import { sources } from './sources.ts';

const words = {
  why: { zh: '为什么是“{verdict}”', en: 'Why “{verdict}”' },
  index: { zh: '体检指数{health}。', en: 'The index is {health}.' },
  part: { zh: '项目', en: 'Part' },
  points: { zh: '得分', en: 'Points' },
  lost: { zh: '失分', en: 'Lost' },
  compare: { zh: '八种模式比较', en: 'The eight modes compared' },
  first: { zh: '第一种', en: 'One' },
  second: { zh: '另一种', en: 'The other' },
  mode: { zh: '模式', en: 'Mode' },
  fit: { zh: '得分', en: 'Fit' },
  gate: { zh: '前提', en: 'Gate' },
  gateOpen: { zh: '具备', en: 'open' },
  closed: { zh: '不具备', en: 'closed' },
  pro: { zh: '为什么推', en: 'For' },
  con: { zh: '为什么不推', en: 'Against' },
  reckoned: { zh: '测算：{modes}', en: 'Reckoned: {modes}' },
  panel: { zh: '专家组：{modes}', en: 'Panel: {modes}' },
  upkeep: { zh: '各模式都没有达到主推的起点，只做维护提升', en: 'none reaches the points of a primary mode: upkeep alone' },
  all: { zh: '八种模式的得分', en: 'How the eight fit' },
  basis: { zh: '每个数从哪里来', en: 'Where each number comes from' },
  value: { zh: '数值', en: 'Value' },
  source: { zh: '来源', en: 'Source' },
  counted: { zh: '{source}，{count}条', en: '{source}, {count}' },
  ofYear: { zh: '{source}（{year}年）', en: '{source} ({year})' },
  ofIndex: { zh: '体检指数所依', en: 'Of the index' },
  ofModes: { zh: '模式和专家组所依', en: 'Of the modes and for the panel' },
  typed: { zh: '标“填报”的平台没有台账可算，其余都由系统算出。', en: 'What is marked as typed stands in no register; everything else is worked out.' },
} as const satisfies Readonly<Record<string, Text>>;

interface Part {
  readonly part?: string;
  readonly points?: number;
  readonly full?: number;
}

/** Why the diagnosis says what it says: the index part by part, the greatest loss first. */
export function WhyVerdict({ matter, speech: { language } }: PanelProps) {
  const parts = (matter.facts['parts'] ?? []) as readonly Part[];
  const verdict = parkDiagnosisRecord.facts.verdict.options?.[String(matter.facts['verdict'])]?.[language] ?? '';
  const names = parkDiagnosisRecord.facts.parts.columns?.['part']?.options ?? {};
  const inOrder = parts.toSorted((a, b) => (b.full ?? 0) - (b.points ?? 0) - ((a.full ?? 0) - (a.points ?? 0)));
  return (
    <Panel title={fill(words.why, { verdict })[language]} flush>
      <p className="panel-note">{fill(words.index, { health: Number(matter.facts['health'] ?? 0).toFixed(2) })[language]}</p>
      <div className="rows-scroll" tabIndex={0} role="group" aria-label={fill(words.why, { verdict })[language]}>
        <table className="plain">
          <thead><tr><th scope="col">{words.part[language]}</th><th scope="col" className="is-number">{words.points[language]}</th><th scope="col" className="is-number">{words.lost[language]}</th><th scope="col" className="is-drawn"><span className="hidden-words">{words.points[language]}</span></th></tr></thead>
          <tbody>
            {inOrder.map(({ part = '', points = 0, full = 0 }) => (
              <tr key={part}>
                <th scope="row">{names[part]?.[language] ?? part}</th>
                <td className="is-number">{points.toFixed(2)} / {full}</td>
                <td className="is-number">{(full - points).toFixed(2)}</td>
                <td className="is-drawn"><Bar share={full > 0 ? points / full : 0} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

interface BasisRow {
  readonly what?: keyof typeof basisNames;
  readonly source?: keyof typeof sources;
  readonly of?: number;
  readonly year?: number;
}

const indexNames: readonly string[] = ['taxPerMu', 'districtTaxPerMu', 'outputPerMu', 'districtOutputPerMu', 'far', 'landUse', 'occupancy', 'leadShare', 'safety'];

/** Each number with its source, and the records behind it one click away. */
export function BasisOf({ matter, speech }: PanelProps) {
  const { language } = speech;
  const rows = (matter.facts['basis'] ?? []) as readonly BasisRow[];
  if (rows.length === 0) return null;
  const ofIndex = indexNames.flatMap((name) => rows.filter(({ what }) => what === name));
  return (
    <Panel title={words.basis[language]} flush>
      <p className="panel-note quiet">{words.typed[language]}</p>
      <BasisTable title={words.ofIndex} rows={ofIndex} matter={matter} speech={speech} />
      <BasisTable title={words.ofModes} rows={rows.filter((row) => !ofIndex.includes(row))} matter={matter} speech={speech} />
    </Panel>
  );
}

function BasisTable({ title, rows, matter, speech }: Pick<PanelProps, 'matter' | 'speech'> & { readonly title: Text; readonly rows: readonly BasisRow[] }) {
  const { language } = speech;
  const valueOf = (what: keyof typeof basisNames) => {
    const value = matter.facts[what];
    return value === undefined ? '—' : factText(parkDiagnosisRecord.facts[what] as Fact, value, speech);
  };
  return (
    <div className="rows-scroll" tabIndex={0} role="group" aria-label={title[language]}>
      <table className="plain">
        <thead><tr><th scope="col">{title[language]}</th><th scope="col" className="is-number">{words.value[language]}</th><th scope="col">{words.source[language]}</th></tr></thead>
        <tbody>
          {rows.flatMap(({ what, source, of, year }) => (what === undefined || source === undefined ? [] : [(
            <tr key={what}>
              <th scope="row">{basisNames[what][language]}</th>
              <td className="is-number">{valueOf(what)}</td>
              <td><Source source={source} of={of} ofYear={year} diagnosed={Number(matter.facts['year'])} park={String(matter.facts['park'])} language={language} /></td>
            </tr>
          )]))}
        </tbody>
      </table>
    </div>
  );
}

interface SourceProps {
  readonly source: keyof typeof sources;
  readonly of: number | undefined;
  /** Where it is not the year diagnosed. */
  readonly ofYear: number | undefined;
  readonly diagnosed: number;
  readonly park: string;
  readonly language: Language;
}

/** A source by its name, which leads to what was counted of it. */
function Source({ source, of, ofYear, diagnosed, park, language }: SourceProps) {
  const named = ofYear === undefined ? sources[source] : fill(words.ofYear, { source: sources[source], year: ofYear });
  if (source === 'typed') return <>{named[language]}</>;
  const said = of === undefined ? named[language] : fill(words.counted, { source: named, count: numberWords(of, language) })[language];
  if (source === 'snapshot' || source === 'park') return <Link to="/matters/$mechanism/$id" params={{ mechanism: 'park', id: park }}>{said}</Link>;
  const [mechanism, search] = registerOf(source, park, ofYear ?? diagnosed);
  return <Link to="/matters/$mechanism" params={{ mechanism }} search={{ saved: 'all', ...search }}>{said}</Link>;
}

/** The register a source is, narrowed to what was counted of it. */
function registerOf(source: Exclude<keyof typeof sources, 'typed' | 'snapshot' | 'park'>, park: string, year: number): readonly [mechanism: string, search: Readonly<Record<string, string | string[]>>] {
  switch (source) {
    case 'snapshots': return ['park', { stage: ['active'] }];
    case 'evaluation': return ['evaluationSheet', { 'f.park': park, 'f.year': String(year), stage: ['final'] }];
    case 'occupations': return ['occupation', { 'f.park': park, 'f.fromDay': `..${year}-12-31`, stage: ['running', 'ended'] }];
    case 'parcels': return ['parcel', { 'f.park': park, stage: ['held', 'committed', 'accepted'] }];
    default: return ['inefficientLand', { 'f.park': park, stage: ['listed', 'planned', 'repaired'] }];
  }
}

/** The eight modes by their fit, and two of them side by side with what speaks for each and against it. */
export function CompareModes({ matter, speech: { language } }: PanelProps) {
  const fits = keptFits(matter.facts as Parameters<typeof keptFits>[0]);
  const [chosen, setChosen] = useState<readonly [ModeCode | undefined, ModeCode | undefined]>([fits[0]?.mode, fits[1]?.mode]);
  if (fits.length === 0) return null;
  const pair = chosen.map((mode) => fits.find((fit) => fit.mode === mode));
  const said = (list: readonly unknown[]) => list.filter((mode): mode is ModeCode => typeof mode === 'string' && mode in modes).map((mode) => modes[mode][language]).join(language === 'zh' ? '；' : '; ');
  const { primary, secondary = [], panelPrimary, panelSecondary = [] } = matter.facts as { primary?: string; secondary?: readonly string[]; panelPrimary?: string; panelSecondary?: readonly string[] };
  return (
    <Panel title={words.compare[language]} flush>
      <p className="panel-note">
        {fill(words.reckoned, { modes: primary === undefined ? words.upkeep[language] : said([primary, ...secondary]) })[language]}
        {panelPrimary !== undefined && <><br />{fill(words.panel, { modes: said([panelPrimary, ...panelSecondary]) })[language]}</>}
      </p>
      <div className="rows-scroll" tabIndex={0} role="group" aria-label={words.all[language]}>
        <table className="plain">
          <caption className="hidden-words">{words.all[language]}</caption>
          <thead><tr><th scope="col">{words.mode[language]}</th><th scope="col">{words.gate[language]}</th><th scope="col" className="is-number">{words.fit[language]}</th><th scope="col" className="is-drawn"><span className="hidden-words">{words.fit[language]}</span></th></tr></thead>
          <tbody>
            {fits.map(({ mode, fit, isOpen }) => (
              <tr key={mode}>
                <th scope="row">{modes[mode][language]}</th>
                <td>{(isOpen ? words.gateOpen : words.closed)[language]}</td>
                <td className="is-number">{isOpen ? fit.toFixed(2) : '—'}</td>
                <td className="is-drawn"><Bar share={fit / 100} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="two-modes">
        {pair.map((fit, side) => (
          <section key={side === 0 ? 'first' : 'second'} aria-label={words[side === 0 ? 'first' : 'second'][language]}>
            <label className="inline-label">
              {words[side === 0 ? 'first' : 'second'][language]}{' '}
              <select className="control" value={chosen[side]} onChange={(event) => setChosen(side === 0 ? [event.target.value as ModeCode, chosen[1]] : [chosen[0], event.target.value as ModeCode])}>
                {fits.map(({ mode }) => <option key={mode} value={mode}>{modes[mode][language]}</option>)}
              </select>
            </label>
            <p className="figure-number">{fit?.isOpen ? numberWords(fit.fit, language) : '—'}</p>
            <h3>{words.pro[language]}</h3>
            <Reasons text={fit === undefined ? '' : reasonsOf(fit, weighedNames, weighedAmount).pro[language]} />
            <h3>{words.con[language]}</h3>
            <Reasons text={fit === undefined ? '' : reasonsOf(fit, weighedNames, weighedAmount).con[language]} />
          </section>
        ))}
      </div>
    </Panel>
  );
}

function Reasons({ text }: { readonly text: string }) {
  return <ul>{text.split(/；|; /).filter(Boolean).map((reason) => <li key={reason}>{reason}</li>)}</ul>;
}

function Bar({ share }: { readonly share: number }) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 120);
  return <svg width="120" height="10" aria-hidden="true"><rect width="120" height="10" rx="2" className="bar-ground" /><rect width={width} height="10" rx="2" className="bar-fill" /></svg>;
}
