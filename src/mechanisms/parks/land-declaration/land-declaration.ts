import { mu } from '#kernel/area.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { differenceOf, evaluatedArea, hundredths } from '../land.ts';
import { landDeclarationFigures } from './figures.ts';
import { landDeclarationRecord } from './record.ts';

const action = actionsOf(landDeclarationRecord);
const enterprise = { role: 'ENTERPRISE' } as const;
const wanted = (area: number) => (area / mu).toFixed(2);

/** Declared land against the register and the survey; the larger of the two is what an enterprise is evaluated on (parks.md §1.2, §11). */
export const landDeclaration = mechanism(landDeclarationRecord, {
  figures: landDeclarationFigures,
  actions: {
    declare: action({
      name: { zh: '申报用地', en: 'Declare the land' },
      help: { zh: '申报只作核对用。评价按登记和实测中大的算，申报少了不会得利。', en: 'A declaration is only compared: the evaluation takes the larger of register and survey, and declaring less gains nothing.' },
      from: 'new',
      to: ['matched', 'differing'],
      by: [enterprise, { role: 'ZONE' }, { role: 'TOWN' }],
      tone: 'primary',
      asks: { name: 'must', enterprise: 'must', year: 'must', declared: 'must', registered: 'computed', workings: 'computed' },
      extra: { isTwice: fact.flag({ zh: '重复申报', en: 'Declared twice' }, { forPrograms: true }) },
      extraAsks: { isTwice: 'computed' },
      sets: ['difference', 'evaluated'],
      check: (_situation, { isTwice, year }) => (isTwice ? { refusal: 'declaredTwice', field: 'enterprise', detail: { year } } : undefined),
      leads: ({ setting }, { declared, registered }) => (differenceOf(declared, registered) > setting('tolerance') ? 'differing' : 'matched'),
      effects: ({ actor, setting }, { declared, registered, name }) => {
        const difference = differenceOf(declared, registered);
        // Whoever declared has a part in it from then on: an enterprise sees its own alone.
        const owner = actor.kind === 'post' ? ({ duty: 'explain', unit: actor.unitId, person: actor.personId } as const) : undefined;
        return [
          { do: 'set', values: { difference: hundredths(difference), evaluated: evaluatedArea(registered, undefined) } },
          ...(owner === undefined ? [] : [{ do: 'owe', ...owner } as const]),
          ...(difference > setting('tolerance')
            ? ([
                { do: 'tell', to: { role: 'INDUSTRY' }, text: { zh: `“${name}”申报${wanted(declared)}亩，登记${wanted(registered)}亩，不符。`, en: `“${name}” declares ${wanted(declared)} mu against ${wanted(registered)} in the register.` } },
                { do: 'tell', to: { role: 'NATURAL' }, text: { zh: `“${name}”用地申报与登记不符，请实测。`, en: `“${name}” differs from the register; a survey is due.` } },
              ] as const)
            : owner === undefined ? [] : ([{ do: 'discharge', ...owner }] as const)),
        ];
      },
    }),
    explain: action({
      name: { zh: '说明差异', en: 'Explain the difference' },
      from: ['differing'],
      by: [{ ...enterprise, tie: { duty: 'explain' } }, { role: 'ZONE', tie: { duty: 'explain' } }, { role: 'TOWN', tie: { duty: 'explain' } }],
      asks: { explanation: 'must' },
      evidence: 0,
      effects: ({ actor }) => (actor.kind === 'post' ? [{ do: 'discharge', duty: 'explain', unit: actor.unitId, person: actor.personId }] : []),
    }),
    survey: action({
      name: { zh: '登记实测', en: 'Enter the survey' },
      from: ['matched', 'differing'],
      to: ['matched', 'differing'],
      by: [{ role: 'NATURAL' }],
      tone: 'primary',
      evidence: 1,
      asks: { surveyed: 'must', untitled: 'may' },
      sets: ['evaluated'],
      check: (_situation, { surveyed, untitled = 0 }) => (untitled > surveyed ? { refusal: 'untitledMore', field: 'untitled' } : undefined),
      leads: ({ matter: { facts, stage }, setting }, { surveyed }) => (stage === 'matched' && differenceOf(facts.declared ?? 0, evaluatedArea(facts.registered ?? 0, surveyed)) > setting('tolerance') ? 'differing' : (stage as 'matched')),
      effects: ({ matter: { facts } }, { surveyed }) => [{ do: 'set', values: { evaluated: evaluatedArea(facts.registered ?? 0, surveyed) } }],
    }),
    settle: action({
      name: { zh: '核定', en: 'Settle' },
      help: { zh: '评价用地取登记和实测中大的，由谁也不能改小。', en: 'The larger of register and survey, which nobody can make smaller.' },
      from: ['matched', 'differing'],
      to: 'settled',
      by: [{ role: 'INDUSTRY' }],
      asks: { conclusion: 'must' },
      effects: () => [{ do: 'discharge', duty: 'explain' }],
      when: ({ matter: { facts, stage } }) => (stage === 'differing' && facts.surveyed === undefined ? { refusal: 'surveyFirst', detail: { difference: facts.difference ?? 0 } } : undefined),
    }),
  },
});
