import type { Day } from '#kernel/calendar.ts';
import { actionsOf, mechanism, type Verdict } from '#kernel/mechanism.ts';
import { publicationFigures } from './figures.ts';
import { publicationRecord, type PublicationRecord } from './record.ts';
import { samenessOf } from './rules.ts';

const action = actionsOf(publicationRecord);
const media = { role: 'MEDIA' } as const;
const writers = [media, { role: 'SCIENCE' }, { role: 'MARINE' }, { role: 'OFFICE' }] as const;

/** What was published of the district’s experience, told apart by outlet, day and title (reform.md §10, innovation.md §13). */
export const publication = mechanism(publicationRecord, {
  figures: publicationFigures,
  importing: { create: 'enter', void: 'void', key: 'sameness', keyOf: samenessOf },
  actions: {
    enter: action({
      name: { zh: '登记刊发', en: 'Enter a publication' },
      help: { zh: '同一篇稿件在三家载体刊发，登记三条，算三篇次；同一载体同一天同一标题只登记一次。', en: 'One text in three outlets is three entries; one outlet, day and title is entered once.' },
      from: 'new',
      to: 'entered',
      by: writers,
      tone: 'primary',
      asks: { title: 'must', outlet: 'must', level: 'must', channel: 'must', topic: 'must', publishedOn: 'must', issue: 'may', unit: 'may', article: 'may', experience: 'may' },
      sets: ['sameness'],
      check: ({ today }, { publishedOn }) => later(today, publishedOn),
      effects: (_situation, input) => [{ do: 'set', values: { sameness: samenessOf(input), article: input.article ?? input.title } }],
    }),
    check: action({
      name: { zh: '核对', en: 'Check' },
      help: { zh: '由宣传部门对照样报、截图或者内刊原件；登记人自己不能核对。', en: 'By the publicity department against the paper, the page or the journal; never by whoever entered it.' },
      from: ['entered'],
      to: 'checked',
      by: [media],
      tone: 'primary',
      apartFrom: ['enter'],
      evidence: 1,
      sets: ['checkedOn'],
      effects: ({ today }) => [{ do: 'set', values: { checkedOn: today } }],
    }),
    amend: action({
      name: { zh: '更正', en: 'Correct' },
      from: ['entered'],
      by: writers,
      asks: { title: 'may', outlet: 'may', level: 'may', channel: 'may', topic: 'may', publishedOn: 'may', issue: 'may', unit: 'may', article: 'may', experience: 'may' },
      sets: ['sameness'],
      check: ({ today }, { publishedOn }) => later(today, publishedOn),
      effects: ({ matter: { facts } }, input) => [{ do: 'set', values: { sameness: samenessOf({ ...facts, ...input }) } }],
    }),
    void: action({
      name: { zh: '误录作废', en: 'Void' },
      from: ['entered', 'checked'],
      to: 'voided',
      by: writers,
      tone: 'danger',
      reason: 5,
      sets: ['sameness'],
      effects: () => [{ do: 'set', values: { sameness: null } }],
    }),
  },
});

function later(today: Day, publishedOn: Day | undefined): Verdict<PublicationRecord> {
  return publishedOn !== undefined && publishedOn > today ? { refusal: 'publishedLater', field: 'publishedOn' } : undefined;
}
