import { daysBetween } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { reformDocumentFigures } from './figures.ts';
import { reformDocumentRecord, type ReformDocumentRecord } from './record.ts';
import { badIssue, badOpening, badReview, innovates } from './rules.ts';

type Effect = EffectOf<ReformDocumentRecord>;

const action = actionsOf(reformDocumentRecord);
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;
const unitLead = [{ role: 'UNIT', tie: 'lead' }, { role: 'UNIT_HEAD', tie: 'lead' }] as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const basics = { title: 'must', kind: 'must', issuer: 'must', leadUnit: 'must', coUnits: 'may', isReform: 'must', isForwarding: 'may', openness: 'must', innovationBasis: 'may' } as const;

const leadTwice = (_situation: unknown, { leadUnit, coUnits }: { readonly leadUnit: string; readonly coUnits?: readonly string[] }) =>
  (coUnits?.includes(leadUnit) ? { refusal: 'leadIsCo', field: 'coUnits' } as const : undefined);

/** From a draft to its last day in force. */
export const reformDocument = mechanism(reformDocumentRecord, {
  figures: reformDocumentFigures,
  actions: {
    draft: action({
      name: { zh: '登记起草', en: 'Register a draft' },
      help: { zh: '要上会审议的，申报议题时选它；审议通过后自动走到“审议通过”。', en: 'Name it in an agenda item; it is decided by itself once the item passes.' },
      from: 'new',
      to: 'drafted',
      by: [office, { role: 'UNIT' }],
      tone: 'primary',
      asks: basics,
      check: leadTwice,
    }),
    revise: action({
      name: { zh: '修改登记', en: 'Correct the entry' },
      from: ['drafted', 'reviewed'],
      by: [office, ...unitLead],
      asks: basics,
      check: leadTwice,
    }),
    passReview: action({
      name: { zh: '审议通过', en: 'Decided by a meeting' },
      from: ['drafted'],
      to: 'reviewed',
      by: ['system'],
      hidden: true,
      asks: { item: 'must', appliedOn: 'may' },
      sets: ['reviewedOn'],
      effects: ({ today }, { item }) => [set({ reviewedOn: today }), { do: 'link', type: 'decidedBy', id: item }],
    }),
    nameReview: action({
      name: { zh: '登记审议议题', en: 'Name the item that decided it' },
      help: { zh: '申报议题时没有选本文件的，在这里补。', en: 'For an item that did not name this document when it was applied for.' },
      from: ['drafted'],
      to: 'reviewed',
      by: [office],
      asks: { item: 'must' },
      sets: ['reviewedOn', 'appliedOn'],
      check: (situation, { item }) => badReview(situation, item),
      effects: ({ today, findMatter }, { item }) => [set({ reviewedOn: today, appliedOn: String(findMatter(item)?.facts['appliedOn'] ?? today) }), { do: 'link', type: 'decidedBy', id: item }],
    }),
    issue: action({
      name: { zh: '编号印发', en: 'Number and issue' },
      help: { zh: '未经会议审议也可以印发，但不计入“审议出台”。主动公开的20个工作日内公开。', en: 'It may be issued undecided, but then does not count as decided and issued. What is to be open is published in twenty working days.' },
      from: ['drafted', 'reviewed'],
      to: 'issued',
      by: [office],
      tone: 'primary',
      asks: { docNo: 'must', issuedOn: 'must', effectiveOn: 'may', expiresOn: 'may', paper: 'may' },
      sets: ['daysToIssue'],
      check: badIssue,
      effects: ({ matter }, { issuedOn }) => [
        ...(matter.facts.appliedOn === undefined ? [] : [set({ daysToIssue: Math.max(0, daysBetween(matter.facts.appliedOn, issuedOn)) })]),
        ...(matter.facts.openness === 'public' ? [{ do: 'start', clock: 'disclosure', on: issuedOn } satisfies Effect] : []),
      ],
    }),
    disclose: action({
      name: { zh: '登记公开', en: 'Record its publication' },
      from: ['issued'],
      by: [office, ...unitLead],
      asks: { openedOn: 'must', openedAt: 'must' },
      stops: ['disclosure'],
      when: ({ matter }) => (matter.facts.openness === 'public' ? undefined : 'notForDisclosure'),
      check: badOpening,
    }),
    reclassify: action({
      name: { zh: '调整公开属性', en: 'Change its openness' },
      from: ['issued'],
      by: [officeHead],
      reason: 10,
      asks: { openness: 'must' },
      stops: ['disclosure'],
      when: ({ matter }) => (matter.facts.openedOn === undefined ? undefined : 'alreadyOpen'),
      check: ({ matter }, { openness }) => (openness === matter.facts.openness ? { refusal: 'sameOpenness', field: 'openness' } : undefined),
      effects: (_situation, { openness }) => (openness === 'public' ? [{ do: 'start', clock: 'disclosure' }] : []),
    }),
    stateBasis: action({
      name: { zh: '写明创新点', en: 'Say what is new' },
      from: ['drafted', 'reviewed', 'issued'],
      by: [office, ...unitLead],
      asks: { innovationBasis: 'must' },
      sets: ['isInstitutionalInnovation'],
      when: innovates,
      // Words that were never reviewed carry no recognition.
      effects: () => [set({ isInstitutionalInnovation: null })],
    }),
    giveLegalOpinion: action({
      name: { zh: '出具合法性审查意见', en: 'Review the legality' },
      from: ['drafted', 'reviewed', 'issued'],
      by: [{ role: 'LEGAL' }],
      asks: { legalOpinion: 'must', legalText: 'may' },
      sets: ['isInstitutionalInnovation'],
      effects: (_situation, { legalOpinion }) => (legalOpinion === 'unlawful' ? [set({ isInstitutionalInnovation: null })] : []),
    }),
    recognise: action({
      name: { zh: '认定制度创新', en: 'Recognise as an innovation' },
      from: ['issued'],
      by: [officeHead],
      needs: [
        { name: { zh: '创新点（以前没有什么）', en: 'what is new' }, holds: { fact: 'innovationBasis', present: true }, from: 'stateBasis' },
        { name: { zh: '合法性审查结论为合法', en: 'a legality review that says lawful' }, holds: { fact: 'legalOpinion', in: ['lawful'] }, from: 'giveLegalOpinion' },
      ],
      sets: ['isInstitutionalInnovation'],
      when: innovates,
      effects: () => [set({ isInstitutionalInnovation: true })],
    }),
    discard: action({
      name: { zh: '不再印发', en: 'Discard' },
      from: ['drafted', 'reviewed'],
      to: 'discarded',
      by: [officeHead],
      tone: 'danger',
      reason: 10,
    }),
    repeal: action({
      name: { zh: '废止', en: 'Repeal' },
      from: ['issued'],
      to: 'repealed',
      by: [officeHead],
      tone: 'danger',
      reason: 10,
      extra: { from: fact.day({ zh: '废止日期', en: 'Repealed on' }) },
      extraAsks: { from: 'must' },
      stops: ['disclosure'],
      sets: ['repealedOn'],
      effects: (_situation, { from }) => [set({ repealedOn: from })],
    }),
  },
});
