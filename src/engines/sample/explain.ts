import type { NoSample, Sample } from './problem.ts';

interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What was drawn out of what, in a sentence. */
export function explain({ ranked, listHash }: Sample): Text {
  const strata = [...new Set(ranked.map(({ stratum }) => stratum))];
  const counts = strata.map((stratum) => {
    const all = ranked.filter((item) => item.stratum === stratum);
    return { stratum, all: all.length, drawn: all.filter(({ isDrawn }) => isDrawn).length };
  });
  return {
    zh: `${counts.map(({ stratum, all, drawn }) => `${stratum}级${all}条抽${drawn}条`).join('，')}；名单摘要${listHash.slice(0, 12)}。`,
    en: `${counts.map(({ stratum, all, drawn }) => `${drawn} of ${all} in grade ${stratum}`).join(', ')}; list digest ${listHash.slice(0, 12)}.`,
  };
}

/** Why there is no sample. */
export function explainNoSample({ no, at }: NoSample): Text {
  const words: Readonly<Record<NoSample['no'], Text>> = {
    word: { zh: `抽样口令不少于${at}个字。`, en: `The word has at least ${at} characters.` },
    text: { zh: `“${at}”里有不能用的字符。`, en: `“${at}” holds a character that cannot be used.` },
    twice: { zh: `名单里有两条“${at}”。`, en: `The list holds “${at}” twice.` },
    stratum: { zh: `“${at}”没有对应的抽样比例。`, en: `No share is set for “${at}”.` },
    percent: { zh: `“${at}”的抽样比例应在0到100之间。`, en: `The share of “${at}” lies between 0 and 100.` },
  };
  return words[no];
}
