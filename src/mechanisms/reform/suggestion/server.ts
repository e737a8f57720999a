import { normalise } from '#engines/similarity/normalise.ts';
import { commonSynonyms } from '#engines/similarity/problem.ts';
import { addDays } from '#kernel/calendar.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import { alikeBy, type DocumentContext, type MechanismServer } from '../../serving.ts';
import { suggestionRecord } from './record.ts';
import { openToMerging } from './rules.ts';

const compared = ['title', 'grounds', 'measure'] as const;

/** What suggestions ask of the server: likely duplicates, repeated filings, nightly work, two papers. */
export const serving: MechanismServer = {
  similar: alikeBy(compared, { stage: openToMerging }),
  // The same person with the same words within a day pressed the button twice. Without a contact nobody can be told apart.
  repeatKey: (action, input) => {
    const { contact, title, grounds, measure } = input;
    if (!['submit', 'registerOnBehalf'].includes(action) || typeof contact !== 'string') return undefined;
    return [contact.trim().toLowerCase(), ...[title, grounds, measure].map((part) => normalise(String(part ?? ''), commonSynonyms).replaceAll(' ', ''))].join('\n');
  },
  nightly: [
    { action: 'lapse', where: () => ({ stage: ['supplement'] }) },
    { action: 'erase', where: (today) => ({ all: [{ not: { fact: 'isErased', in: [true] } }, { fact: 'lastWordOn', atMost: addDays(today, -suggestionRecord.settings.erasure.min) }] }) },
  ],
  documents: {
    assignment: {
      name: { zh: '建议交办单', en: 'Assignment slip' },
      when: { fact: 'assignedOn', present: true },
      parts: assignmentParts,
      fileName: ({ matter }) => `建议交办单 ${matter.number ?? ''}`,
    },
    thanks: {
      name: { zh: '感谢信', en: 'Letter of thanks' },
      when: { fact: 'awardedOn', present: true },
      parts: thanksParts,
      fileName: ({ matter }) => `感谢信 ${matter.number ?? ''}`,
    },
  },
};

/** Nothing on the slip tells who the author is (信访工作条例 30). */
function assignmentParts({ matter, districtName, unitName }: DocumentContext): readonly DocumentPart[] {
  const { title, grounds, measure, leadUnit, coUnits, dueOn, assignedOn, instructions } = matter.facts;
  const remarks = Array.isArray(instructions) ? (instructions as { leader?: string; words?: string; on?: string }[]) : [];
  const units = Array.isArray(coUnits) && coUnits.length > 0 ? `协办单位：${coUnits.map((id) => unitName(String(id))).join('、')}。` : '';
  return [
    { kind: 'title', text: '改革创新建议交办单' },
    { kind: 'addressee', text: unitName(String(leadUnit)) },
    { kind: 'paragraph', text: `现将${matter.number ?? ''}号建议“${String(title)}”交你单位承办。${units}${dueOn === undefined ? '请于15日内反馈首次办理情况。' : `请于${String(dueOn)}前办结。`}` },
    { kind: 'heading', level: 1, text: '主要事由' },
    { kind: 'paragraph', text: String(grounds ?? '') },
    { kind: 'heading', level: 1, text: '对策建议' },
    { kind: 'paragraph', text: String(measure ?? '') },
    ...(remarks.length > 0 ? [{ kind: 'remarks', rows: remarks.map(({ leader = '', words = '', on = '' }) => ({ who: leader, text: words, on })) } satisfies DocumentPart] : []),
    { kind: 'signature', issuer: `中共${districtName}委全面深化改革委员会办公室`, date: String(assignedOn) },
  ];
}

function thanksParts({ matter, districtName }: DocumentContext): readonly DocumentPart[] {
  const { title, result, publishedName, consentsToName, awardedOn, awardNo } = matter.facts;
  const name = consentsToName === true && typeof publishedName === 'string' ? publishedName : '建议人';
  return [
    { kind: 'title', text: '感谢信' },
    { kind: 'addressee', text: `尊敬的${name}` },
    { kind: 'paragraph', text: `您提出的“${String(title)}”（${matter.number ?? ''}）已经落地。${String(result ?? '')}` },
    { kind: 'paragraph', text: '感谢您关心和参与改革。盼您继续建言献策。' },
    { kind: 'note', text: `JX-${String(awardedOn).slice(0, 4)}-${String(awardNo ?? '')}` },
    { kind: 'signature', issuer: `中共${districtName}委全面深化改革委员会办公室`, date: String(awardedOn) },
  ];
}
