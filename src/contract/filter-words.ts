import type { Fact } from '#kernel/fact.ts';
import { factText, kindOf } from '#kernel/kinds.ts';
import type { Speech } from '#kernel/kind.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { fill, listed, verbatim, type Text } from '#kernel/words.ts';
import { lightWordsOf } from './light-words.ts';

/** What narrows a register, by the names of the address bar; everything else there is order, view or page. */
export function isFilter(name: string): boolean {
  return ['q', 'stage', 'light', 'unit', 'due', 'mine'].includes(name) || name.startsWith('f.');
}

type Given = Readonly<Record<string, unknown>>;

const sentences = {
  q: { zh: '含“{words}”', en: 'with “{words}”' },
  stage: { zh: '阶段：{words}', en: 'stage: {words}' },
  light: { zh: '时限状态：{words}', en: 'light: {words}' },
  unit: { zh: '单位：{words}', en: 'unit: {words}' },
  due: { zh: '到期日：{words}', en: 'due: {words}' },
  mine: { zh: '本单位承担的', en: 'of my units' },
  fact: { zh: '{fact}：{words}', en: '{fact}: {words}' },
  absent: { zh: '未填', en: 'not given' },
  within: { zh: '含“{words}”', en: 'with “{words}”' },
  range: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  from: { zh: '{from} 起', en: 'from {from}' },
  to: { zh: '至 {to}', en: 'to {to}' },
} satisfies Record<string, Text>;

/** The filters in words, as a print or an export says under its title what it holds. */
export function filterWords(mechanism: AnyMechanism, query: Given, speech: Speech): readonly string[] {
  const { record } = mechanism;
  const { language } = speech;
  return Object.entries(query).flatMap(([name, value]) => {
    const words = many(value);
    if (!isFilter(name) || words.length === 0) return [];
    const [first = ''] = words;
    if (name === 'q') return [fill(sentences.q, { words: first })[language]];
    if (name === 'mine') return [sentences.mine[language]];
    if (name === 'unit') return [fill(sentences.unit, { words: speech.unitName(first) })[language]];
    if (name === 'stage') return [fill(sentences.stage, { words: listed(words.map((stage) => record.stages[stage]?.name ?? verbatim(stage))) })[language]];
    if (name === 'light') return [fill(record.light === undefined ? sentences.light : sentences.fact, { fact: record.facts[record.light ?? '']?.name ?? '', words: listed(words.flatMap((light) => Object.entries(lightWordsOf(record)).flatMap(([key, text]) => (key === light ? [text] : [])))) })[language]];
    if (name === 'due') return [fill(sentences.due, { words: rangeWords(first, verbatim) })[language]];
    const fact = Object.hasOwn(record.facts, name.slice(2)) ? record.facts[name.slice(2)] : undefined;
    return fact ? [fill(sentences.fact, { fact: fact.name, words: factWords(fact, words, speech) })[language]] : [];
  });
}

function factWords(fact: Fact, words: readonly string[], speech: Speech): Text {
  const [first = ''] = words;
  if (first === '!') return sentences.absent;
  if (first.startsWith('~')) return fill(sentences.within, { words: said(fact, first.slice(1), speech) });
  if (words.length === 1 && first.includes('..')) return rangeWords(first, (bound) => verbatim(said(fact, bound, speech)));
  return listed(words.map((word) => verbatim(said(fact, word, speech))));
}

/** A value of the address bar, which holds texts alone, as its kind speaks of it. */
function said(fact: Fact, word: string, speech: Speech): string {
  const { compare } = kindOf(fact);
  if (compare === 'number') return Number.isFinite(Number(word)) ? factText(fact, Number(word), speech) : word;
  if (compare === 'flag') return factText(fact, word === 'true', speech);
  // The text of a moment is of the minute; a filter speaks of days.
  if (fact.kind === 'instant') return word;
  return factText(fact, compare === 'list' ? [word] : word, speech);
}

function rangeWords(range: string, say: (bound: string) => Text): Text {
  const [from = '', to = ''] = range.split('..');
  if (from !== '' && from === to) return say(from);
  return fill(from === '' ? sentences.to : to === '' ? sentences.from : sentences.range, { from: say(from), to: say(to) });
}

function many(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => each !== undefined && each !== null && each !== '').map(String);
}
