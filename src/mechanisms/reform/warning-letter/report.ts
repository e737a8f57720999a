import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import { dayOf } from '#kernel/calendar.ts';
import { documentDate } from '#reports/chinese-numerals.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import { rungs, type WarningLetterRecord } from './record.ts';

type Letter = Matter<FactsOf<WarningLetterRecord>>;

const titles = { reminder: '工作提醒函', order: '督办单', talk: '约谈通知', proposal: '关于提请研究问责的建议' } as const;
const officeOf = ({ districtName }: DocumentContext) => `中共${districtName}委全面深化改革委员会办公室`;
const lines = (text = ''): DocumentPart[] => text.split('\n').filter((line) => line.trim() !== '').map((line) => ({ kind: 'paragraph', text: line.trim() }));

/** Object, matter, demand, day and signer (reform.md §11.5, §14.7); for a decision also the form to answer on. */
export function letterParts(context: DocumentContext): readonly DocumentPart[] {
  const { unitName, personName, today } = context;
  const { facts, number = '' } = context.matter as Letter;
  const rung = facts.rung ?? 'reminder';
  return [
    // 信函: the mark is the issuing office alone (GB/T 9704-2012, 10.1).
    { kind: 'head', mark: officeOf(context), number: number === '' ? '改革督办〔　　〕　号' : number, style: 'letter' },
    { kind: 'title', text: titles[rung] },
    { kind: 'addressee', text: rung === 'proposal' ? (facts.competentBody ?? '有权机关') : unitName(facts.unit ?? '') },
    { kind: 'paragraph', text: `事由：${facts.subject ?? ''}。` },
    ...(facts.grounds === undefined || facts.grounds === '' ? [] : [{ kind: 'paragraph', text: `情况：${facts.grounds}` } satisfies DocumentPart]),
    ...lines(facts.demand),
    { kind: 'paragraph', text: closing(context, facts) },
    ...(facts.signer === undefined ? [] : [{ kind: 'paragraph', text: `签发人：${personName(facts.signer)}。` } satisfies DocumentPart]),
    { kind: 'signature', issuer: officeOf(context), date: facts.sentOn ?? facts.handedOn ?? today },
    { kind: 'note', text: facts.receivedAt === undefined ? `${rungs[rung].zh}回执：签收人　　　　签收时间　　　　　` : `回执：${personName(facts.receivedBy ?? '')}于${documentDate(dayOf(facts.receivedAt))}签收` },
    ...answerForm(context),
  ];
}

/** What is to be done with the letter, and by when. */
function closing({ unitName }: DocumentContext, { rung, unit, answerBy, answerDays }: Letter['facts']): string {
  const by = answerBy === undefined ? '　　　　' : documentDate(answerBy);
  if (rung === 'proposal') return `涉及单位：${unitName(unit ?? '')}。是否问责、如何问责，请依规依纪研究决定。`;
  if (rung === 'talk') return `请单位主要负责人于${by}前到场。`;
  return `请于${by}前（${answerDays ?? '　'}个工作日）在平台回复${rung === 'order' ? '，并每周报送进展' : ''}。`;
}

/** 决定事项落实情况反馈表. */
function answerForm({ matter, unitName, findMatter }: DocumentContext): readonly DocumentPart[] {
  const decision = findMatter((matter as Letter).facts.followUp ?? '')?.facts;
  if (decision === undefined) return [];
  const coUnits = (decision['coUnits'] ?? []) as readonly string[]; // a fact of that kind
  const dueOn = decision['dueOn'];
  return [
    { kind: 'sheet', label: '附件', title: '决定事项落实情况反馈表' },
    {
      kind: 'table',
      columns: [{ heading: '决定事项', width: 14 }, { heading: '责任单位', width: 8 }, { heading: '配合单位', width: 8 }, { heading: '完成时限', width: 9 }, { heading: '落实情况', width: 14 }, { heading: '责任人签字', width: 8 }],
      rows: [[String(decision['content'] ?? ''), unitName(String(decision['leadUnit'] ?? '')), coUnits.map(unitName).join('、'), typeof dueOn === 'string' ? documentDate(dueOn) : '', '\n\n\n', '']],
    },
  ];
}

/** 约谈纪要: when, whom, what was said, what was demanded, what was promised (reform.md §11.5, §14.7). */
export function talkMinutesParts(context: DocumentContext): readonly DocumentPart[] {
  const { unitName, personName, today } = context;
  const { facts, number = '' } = context.matter as Letter;
  return [
    { kind: 'head', mark: '约谈纪要', number, style: 'minutes', issuer: officeOf(context), issuedOn: facts.talkOn ?? today },
    { kind: 'title', text: `约谈${unitName(facts.unit ?? '')}纪要` },
    { kind: 'paragraph', text: `${facts.talkOn === undefined ? '' : documentDate(facts.talkOn)}，${officeOf(context)}就${facts.subject ?? ''}约谈${facts.talkPersons ?? ''}。` },
    { kind: 'heading', level: 1, text: '约谈事由' },
    ...lines(facts.grounds),
    { kind: 'heading', level: 1, text: '指出的问题和提出的要求' },
    ...lines(facts.minutes),
    ...lines(facts.demand),
    { kind: 'heading', level: 1, text: '被约谈单位表态和承诺' },
    ...lines(facts.commitment),
    { kind: 'attendance', present: [facts.signer === undefined ? '' : personName(facts.signer), facts.talkPersons ?? ''].filter((each) => each !== '').join('、') },
  ];
}
