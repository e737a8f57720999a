import { useState } from 'react';
import type { Sample } from '#engines/sample/problem.ts';
import { findDisagreement } from '#engines/sample/verify.ts';
import { fill, type Text } from '#kernel/words.ts';
import { Panel } from '#web/matter/page.tsx';
import type { PanelProps } from '#web/slots.ts';

const words = {
  title: { zh: '自己核对回头看抽样', en: 'Check the sample yourself' },
  lead: {
    zh: '回头看哪些问题不由人挑：名单先固定，口令当场写下，由名单和口令算出种子和名次，A级全抽，其余按比例取名次在前的。您可以在浏览器里重算一遍，不向外发送任何内容；改一个字就会看到对不上。',
    en: 'Nobody chooses what is looked at again. The list is fixed first, the word written on the spot; seed and ranks follow from both, all of grade A is taken and of the rest the first by rank. Work it out again in your browser; nothing is sent. Change one character and it no longer fits.',
  },
  word: { zh: '抽样口令', en: 'Word of the sample' },
  list: { zh: '冻结名单', en: 'Frozen list' },
  again: { zh: '重新计算', en: 'Compute again' },
  restore: { zh: '恢复原文', en: 'Put back what is kept' },
  agrees: { zh: '一致：算出的种子和抽中的{count}条与留存的相同。', en: 'It agrees: the seed and the {count} findings drawn are as kept.' },
  differs: { zh: '不一致：{what}', en: 'It does not agree: {what}' },
} as const satisfies Readonly<Record<string, Text>>;

const differences: Readonly<Record<string, Text>> = {
  round: { zh: '名单不是这一轮、这一次抽样的。', en: 'the list is not of this round and draw.' },
  listHash: { zh: '名单与留存的摘要对不上，名单被改动过。', en: 'the list does not fit the digest kept; it was changed.' },
  seed: { zh: '口令算不出留存的种子，口令被改动过。', en: 'the word does not give the seed kept; it was changed.' },
  items: { zh: '名单与抽样结果的条数不同。', en: 'list and result differ in length.' },
};
const otherDifference: Text = { zh: '抽中的不是名次在前的。', en: 'what was drawn does not come first by rank.' };

interface Row { readonly code: string; readonly grade: string; readonly isDrawn?: boolean }

/** Anybody who reads the round works its sample out again, by code that did not draw it. */
export function SampleAgain(props: PanelProps) {
  const seed = props.matter.facts['sampleSeed'];
  // Another draw begins with its own list and word, whatever was typed before.
  return seed === undefined ? null : <Check key={String(seed)} {...props} />;
}

function Check({ matter: { facts, number }, speech: { language } }: PanelProps) {
  const [word, setWord] = useState(String(facts['sampleWord'] ?? ''));
  const [frozen, setFrozen] = useState(String(facts['sampleList'] ?? ''));
  const [answer, setAnswer] = useState<{ readonly fault: string | undefined }>();
  const rows = (facts['sample'] ?? []) as readonly Row[];
  const isChanged = word !== facts['sampleWord'] || frozen !== facts['sampleList'];
  const compute = () => {
    const kept: Sample = { frozen, listHash: String(facts['sampleHash']), seed: String(facts['sampleSeed']), ranked: rows.map(({ code, grade, isDrawn }) => ({ code, stratum: grade, isDrawn: isDrawn === true })) };
    setAnswer({ fault: findDisagreement({ round: number ?? '', number: Number(facts['sampleNo']), word }, kept) });
  };
  const restore = () => {
    setWord(String(facts['sampleWord']));
    setFrozen(String(facts['sampleList']));
    setAnswer(undefined);
  };
  return (
    <Panel title={words.title[language]}>
      <p className="quiet">{words.lead[language]}</p>
      <div className="sample-again">
        <p><label htmlFor="sample-word">{words.word[language]}</label></p>
        <p><input id="sample-word" className="control" value={word} autoComplete="off" onChange={(event) => { setAnswer(undefined); setWord(event.currentTarget.value); }} /></p>
        <p><label htmlFor="sample-list">{words.list[language]}</label></p>
        <p><textarea id="sample-list" className="control" rows={6} spellCheck={false} wrap="off" value={frozen} onChange={(event) => { setAnswer(undefined); setFrozen(event.currentTarget.value); }} /></p>
      </div>
      <p className="action-row">
        <button type="button" className="button" onClick={compute}>{words.again[language]}</button>
        {isChanged && <button type="button" className="button is-quiet" onClick={restore}>{words.restore[language]}</button>}
      </p>
      <p role="status">
        {answer && <strong>{answer.fault === undefined ? fill(words.agrees, { count: rows.filter(({ isDrawn }) => isDrawn).length })[language] : fill(words.differs, { what: differences[answer.fault] ?? otherDifference })[language]}</strong>}
      </p>
    </Panel>
  );
}
