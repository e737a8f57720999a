import { digest } from '#engines/draw/bytes.ts';
import { bare } from '#engines/similarity/normalise.ts';
import { bigramsOf, jaccardOf } from '#engines/similarity/solve.ts';
import { addDays, addMonths } from '#kernel/calendar.ts';
import type { Condition } from '#kernel/condition.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Computation } from '../../computation.ts';
import { alikeBy, type MechanismServer } from '../../serving.ts';
import { technicalDemandRecord } from './record.ts';

type Facts = Readonly<Record<string, unknown>>;

const compared = ['title', 'bottleneck'] as const;
const keyOf = (facts: Facts) => digest(compared.map((name) => bare(String(facts[name] ?? '')).replaceAll(' ', '')).join('\n')).slice(0, 32);
const bigrams = (text: unknown) => bigramsOf(bare(String(text ?? '')));

/** How alike two demands are, title and body each by character bigrams, in percent (innovation.md §2.3). */
export function likeness(one: Facts, other: Facts): { readonly title: number; readonly body: number } {
  const of = (name: (typeof compared)[number]) => 100 * jaccardOf(bigrams(one[name]), bigrams(other[name]));
  return { title: of('title'), body: of('bottleneck') };
}

/** The same enterprise said it before; others say it too. Only others in the same fields, or with the very same words, are looked at: a demand in another field is another demand. */
const submitting: Computation = {
  asks: ({ matter, today, setting }, input) => {
    const { techField, marineField } = input as { readonly techField: string; readonly marineField: string };
    const since: Condition = { fact: 'submittedOn', atLeast: addMonths(today, -setting('repeatMonths')) };
    const counted: Condition = { not: { stage: ['draft', 'withdrawn', 'merged', 'rejected'] } };
    return {
      own: { mechanism: 'technicalDemand', where: { all: [{ fact: 'enterprise', in: [String(matter.facts['enterprise'])] }, since, counted] } },
      others: { mechanism: 'technicalDemand', where: { all: [since, counted, { any: [{ fact: 'textKey', in: [keyOf(input)] }, { all: [{ fact: 'techField', in: [techField] }, { fact: 'marineField', in: [marineField] }] }] }] } },
    };
  },
  work: ({ matter, setting }, input, { own = [], others = [] }) => {
    const textKey = keyOf(input);
    const isSame = ({ facts }: Matter) => facts['textKey'] === textKey || likeness(input, facts).body >= setting('bodyLike');
    const twin = own.find((other) => other.id !== matter.id && (isSame(other) || likeness(input, other.facts).title >= setting('titleLike')));
    const alike = others.filter((other) => other.id !== matter.id && other.facts['enterprise'] !== matter.facts['enterprise'] && isSame(other));
    return { textKey, twin: twin?.number ?? '', alike: alike.map(({ id }) => id) };
  },
};

/** What demands ask of the server: the duplicate check, likely duplicates for a person to judge, and what ends by itself. */
export const serving: MechanismServer = {
  computes: { submit: submitting },
  similar: alikeBy(compared, { not: { stage: ['draft', 'withdrawn', 'merged'] } }, []),
  nightly: [
    { action: 'lapse', where: () => ({ all: [{ stage: ['draft'] }, { fact: 'returns', atLeast: 1 }] }) },
    { action: 'expire', where: (today) => ({ all: [{ stage: ['admitted', 'matching'] }, { any: [{ fact: 'activeOn', atMost: addDays(today, -technicalDemandRecord.settings.staleDays.min) }, { fact: 'validFrom', atMost: addMonths(today, -technicalDemandRecord.settings.validMonths.min) }] }] }) },
  ],
};
