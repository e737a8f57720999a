import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import { split } from '#kernel/kind.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import type { BulletinRecord } from './record.ts';

/** The bulletin as it is printed (reform.md §9.7): its proposers stand in it only with their consent. */
export function bulletinParts(context: DocumentContext): readonly DocumentPart[] {
  const { districtName, unitName } = context;
  const { facts } = context.matter as Matter<FactsOf<BulletinRecord>>;
  const paragraphs = (text: string | undefined): DocumentPart[] => (text ?? '').split('\n').filter((line) => line.trim() !== '').map((line) => ({ kind: 'paragraph', text: line.trim() }));
  const measures = (facts.measures ?? []).map(({ measure = '', unit, basis }, index): DocumentPart => {
    const by = [unit === undefined ? '' : `责任单位：${unitName(unit)}`, basis === undefined ? '' : `依据：${basis}`].filter(Boolean).join('；');
    return { kind: 'paragraph', text: `${index + 1}. ${measure}${by === '' ? '' : `（${by}）`}` };
  });
  return [
    { kind: 'head', mark: '改革专报', number: issueWords(facts.issueNo, facts.totalNo), issuer: `中共${districtName}委改革办`, issuedOn: facts.issuedOn ?? facts.signedOn ?? context.today, style: 'bulletin' },
    { kind: 'title', text: facts.title ?? '' },
    ...(facts.editorNote === undefined ? [] : [{ kind: 'editorNote', text: facts.editorNote } satisfies DocumentPart]),
    { kind: 'heading', level: 1, text: '情况和问题' },
    ...paragraphs(facts.state),
    ...(facts.elsewhere === undefined ? [] : [{ kind: 'heading', level: 1, text: '外地做法' } satisfies DocumentPart, ...paragraphs(facts.elsewhere)]),
    { kind: 'heading', level: 1, text: '对策建议' },
    ...measures,
    ...proposers(context).map((name): DocumentPart => ({ kind: 'paragraph', text: `（建议人：${name}）` })),
    { kind: 'distribution', report: split(facts.reportTo ?? ''), send: split(facts.sendTo ?? ''), copy: split(facts.copyTo ?? '') },
    {
      kind: 'remarks',
      rows: (facts.instructions ?? []).map(({ leader = '', words, pointer, on = '' }) => ({ who: leader, text: words ?? `原件另存：${pointer ?? ''}`, on })),
    },
  ];
}

/** 第N期（总第M期）; blanks until it is issued. */
export function issueWords(issueNo: number | undefined, totalNo: number | undefined): string {
  return `第${issueNo ?? '　'}期（总第${totalNo ?? '　'}期）`;
}

function proposers({ matter, findMatter }: DocumentContext): string[] {
  const ids = (matter.facts['suggestions'] ?? []) as readonly string[];
  return ids.flatMap((id) => {
    const facts = findMatter(id)?.facts;
    return facts?.['consentsToName'] === true && typeof facts['publishedName'] === 'string' ? [facts['publishedName']] : [];
  });
}
