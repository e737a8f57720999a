import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import { dayOf } from '#kernel/calendar.ts';
import { documentDate } from '#reports/chinese-numerals.ts';
import type { DocumentPart } from '#reports/official-document.ts';
import type { DocumentContext } from '../../serving.ts';
import { rungs, type WarningLetterRecord } from './record.ts';

const titles = { reminder: '工作提醒函', order: '督办单', talk: '约谈通知', proposal: '关于提请研究问责的建议' } as const;

/** Object, matter, demand, day and signer; for a talk also its minutes. */
export function letterParts(context: DocumentContext): readonly DocumentPart[] {
  const { districtName, unitName, personName, findMatter, today } = context;
  const { facts, number = '' } = context.matter as Matter<FactsOf<WarningLetterRecord>>;
  const rung = facts.rung ?? 'reminder';
  const issuer = `中共${districtName}委全面深化改革委员会办公室`;
  const answerBy = facts.answerBy === undefined ? '　　　　' : documentDate(facts.answerBy);
  const lines = (text = ''): DocumentPart[] => text.split('\n').filter((line) => line.trim() !== '').map((line) => ({ kind: 'paragraph', text: line.trim() }));
  const description = findMatter(facts.finding ?? '')?.facts['description'] ?? findMatter(facts.task ?? '')?.facts['lightGround'];
  return [
    // 信函: the mark is the issuing office alone (GB/T 9704-2012, 10.1).
    { kind: 'head', mark: issuer, number: number === '' ? '改革督办〔　　〕　号' : number, style: 'letter' },
    { kind: 'title', text: titles[rung] },
    { kind: 'addressee', text: rung === 'proposal' ? (facts.competentBody ?? '有权机关') : unitName(facts.unit ?? '') },
    { kind: 'paragraph', text: `事由：${facts.subject ?? ''}。` },
    ...(typeof description === 'string' ? [{ kind: 'paragraph', text: `情况：${description}` } satisfies DocumentPart] : []),
    ...lines(facts.demand),
    ...(rung === 'proposal'
      ? [{ kind: 'paragraph', text: `涉及单位：${unitName(facts.unit ?? '')}。是否问责、如何问责，请依规依纪研究决定。` } satisfies DocumentPart]
      : [{ kind: 'paragraph', text: rung === 'talk' ? `请单位主要负责人于${answerBy}前到场。` : `请于${answerBy}前（${facts.answerDays ?? '　'}个工作日）在平台回复${rung === 'order' ? '，并每周报送进展' : ''}。` } satisfies DocumentPart]),
    ...(facts.minutes === undefined ? [] : [{ kind: 'heading', level: 1, text: '约谈纪要' } satisfies DocumentPart, { kind: 'paragraph', text: `时间：${facts.talkOn === undefined ? '' : documentDate(facts.talkOn)}；对象：${facts.talkPersons ?? ''}。` } satisfies DocumentPart, ...lines(facts.minutes), { kind: 'paragraph', text: `表态和承诺：${facts.commitment ?? ''}` } satisfies DocumentPart]),
    ...(facts.signer === undefined ? [] : [{ kind: 'paragraph', text: `签发人：${personName(facts.signer)}。` } satisfies DocumentPart]),
    { kind: 'signature', issuer, date: facts.sentOn ?? facts.handedOn ?? today },
    { kind: 'note', text: facts.receivedAt === undefined ? `${rungs[rung].zh}回执：签收人　　　　　　签收时间　　　　　　` : `回执：${personName(facts.receivedBy ?? '')}于${documentDate(dayOf(facts.receivedAt))}签收` },
  ];
}
