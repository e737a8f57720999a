import { actionsOf, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { ifCancelled } from '../evaluation-cancelled.ts';
import { evaluationSheetRecord, type EvaluationSheetRecord } from './record.ts';

type Effect = EffectOf<EvaluationSheetRecord>;

const action = actionsOf(evaluationSheetRecord);
const owed = (host: string | undefined, agent: string | undefined): readonly Effect[] => (agent === undefined || host === undefined ? [] : [{ do: 'owe', duty: 'confirm', unit: host, person: agent }]);

/** Who is below size and evaluated with others above it leaves the one list for the other, data and word with him (parks.md §11). */
export const moving = {
  joinUp: action({
    name: { zh: '并入规上合并评价', en: 'Joined above size' },
    from: ['open', 'confirmed'],
    to: 'joined',
    by: ['system'],
    hidden: true,
    asks: { joint: 'must' },
    effects: () => [{ do: 'discharge', duty: 'confirm' }],
  }),
  bringIn: action({
    name: { zh: '从规下名录并入', en: 'Brought in from below size' },
    from: 'new',
    to: ['open', 'confirmed'],
    by: ['system'],
    hidden: true,
    asks: { name: 'must', cycle: 'must', enterprise: 'must', creditCode: 'must', key: 'must', year: 'must', scope: 'must', industry: 'may', host: 'must', agent: 'may', readings: 'must', taxChange: 'may', joint: 'must', confirmedBy: 'may', confirmedOn: 'may' },
    sets: ['reminders'],
    check: ifCancelled,
    leads: (_situation, { confirmedOn }) => (confirmedOn === undefined ? 'open' : 'confirmed'),
    effects: (_situation, { agent, host, confirmedOn }) => [{ do: 'set', values: { reminders: 0 } }, ...(confirmedOn === undefined ? owed(host, agent) : [])],
  }),
  comeBack: action({
    name: { zh: '回到规下名录', en: 'Back below size' },
    from: ['joined'],
    to: ['open', 'confirmed'],
    by: ['system'],
    hidden: true,
    sets: ['joint'],
    leads: ({ matter: { facts } }) => (facts.confirmedOn === undefined ? 'open' : 'confirmed'),
    effects: ({ matter: { facts } }) => [{ do: 'set', values: { joint: null } }, ...(facts.confirmedOn === undefined ? owed(facts.host, facts.agent) : [])],
  }),
  sendBack: action({
    name: { zh: '退回规下名录', en: 'Sent back below size' },
    from: ['open', 'disputed', 'confirmed'],
    to: 'cancelled',
    by: ['system'],
    hidden: true,
    stops: ['answer'],
    sets: ['key'],
    effects: () => [{ do: 'set', values: { key: null } }, { do: 'discharge', duty: 'confirm' }],
  }),
};
