import { actionsOf, mechanism, type Situation as SituationOf, type Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { specialGroupFigures } from './figures.ts';
import { specialGroupRecord, type SpecialGroupRecord } from './record.ts';

const action = actionsOf(specialGroupRecord);
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;

/** Enough members, none of which leads. */
function badMembers({ setting, matter }: SituationOf<SpecialGroupRecord>, { members, officeUnit = matter.facts.officeUnit }: { readonly members: readonly string[]; readonly officeUnit?: string }): VerdictOf<SpecialGroupRecord> {
  if (officeUnit !== undefined && members.includes(officeUnit)) return { refusal: 'leadIsMember', field: 'members' };
  const least = setting('fewestMembers');
  return new Set(members).size < least ? { refusal: 'membersFew', field: 'members', detail: { least } } : undefined;
}

/** A group from its founding to its end; who is in it changes in between. */
export const specialGroup = mechanism(specialGroupRecord, {
  figures: specialGroupFigures,
  actions: {
    found: action({
      name: { zh: '登记专项小组', en: 'Record a group' },
      from: 'new',
      to: 'active',
      by: [office],
      tone: 'primary',
      asks: { name: 'must', fields: 'must', unit: 'must', head: 'may', liaison: 'may', officeUnit: 'may', members: 'must', basis: 'may', foundedOn: 'must' },
      check: (situation, input) => (input.foundedOn > situation.today ? { refusal: 'foundedLater', field: 'foundedOn' } : badMembers(situation, input)),
    }),
    change: action({
      name: { zh: '调整组成', en: 'Change who is in it' },
      help: { zh: '组长、联络员、成员单位变动，写明依据；原来的在留痕里。', en: 'Head, liaison or members, with the reason; what was before stays in the trace.' },
      from: ['active'],
      by: [office],
      reason: 5,
      asks: { fields: 'may', head: 'may', liaison: 'may', officeUnit: 'may', members: 'must' },
      check: badMembers,
    }),
    dissolve: action({
      name: { zh: '撤销专项小组', en: 'Dissolve' },
      from: ['active'],
      to: 'dissolved',
      by: [officeHead],
      tone: 'danger',
      reason: 10,
      sets: ['dissolvedOn'],
      effects: ({ today }) => [{ do: 'set', values: { dissolvedOn: today } }],
    }),
  },
});
