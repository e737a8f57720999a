import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { indicatorSetFigures } from './figures.ts';
import { indicatorSetRecord } from './record.ts';
import { badValues, bureauOf, hasSigned, signedAlready } from './rules.ts';

const action = actionsOf(indicatorSetRecord);
const industry = { role: 'INDUSTRY' } as const;
const content = { name: 'must', industry: 'must', values: 'must', source: 'may' } as const;

/** From a draft through three countersignatures into force, until the next version takes its place (projects.md §6.1). */
export const indicatorSet = mechanism(indicatorSetRecord, {
  figures: indicatorSetFigures,
  actions: {
    draft: action({
      name: { zh: '拟定指标', en: 'Draft indicators' },
      help: { zh: '工信部门牵头，自然资源、生态环境、税务会签，报区政府批准后执行。', en: 'Drafted by the industry bureau, countersigned by natural resources, ecology and tax, approved by the district government.' },
      from: 'new',
      to: 'drafted',
      by: [industry],
      tone: 'primary',
      asks: content,
      sets: ['version'],
      check: (_situation, input) => badValues(input.values),
      effects: () => [{ do: 'set', values: { version: 1 } }],
    }),
    revise: action({
      name: { zh: '修改', en: 'Revise' },
      help: { zh: '改动后须重新会签。', en: 'After a change it has to be countersigned anew.' },
      from: ['drafted'],
      by: [industry],
      asks: content,
      sets: ['countersigned'],
      check: (_situation, input) => badValues(input.values),
      effects: () => [{ do: 'set', values: { countersigned: null } }],
    }),
    countersign: action({
      name: { zh: '会签', en: 'Countersign' },
      from: ['drafted'],
      by: [{ role: 'NATURAL' }, { role: 'ECOLOGY' }, { role: 'TAX' }],
      tone: 'primary',
      sets: ['countersigned'],
      when: signedAlready,
      effects: (situation) => {
        const bureau = bureauOf(situation);
        if (bureau === undefined || situation.actor.kind !== 'post') return [];
        return [{ do: 'set', values: { countersigned: [...(situation.matter.facts.countersigned ?? []), { bureau, post: situation.actor.postName, on: situation.today }] } }];
      },
    }),
    approve: action({
      name: { zh: '批准执行', en: 'Bring into force' },
      help: { zh: '区政府批准。已出让地块仍按公告时的版本。', en: 'By the district government. Parcels sold before keep the version of their notice.' },
      from: ['drafted'],
      to: 'inForce',
      by: [{ role: 'LEADER' }],
      tone: 'primary',
      asks: { basis: 'must', validFrom: 'must' },
      needs: [
        { name: { zh: '自然资源部门会签', en: 'countersignature of natural resources' }, holds: hasSigned('natural'), from: 'countersign' },
        { name: { zh: '生态环境部门会签', en: 'countersignature of ecology' }, holds: hasSigned('ecology'), from: 'countersign' },
        { name: { zh: '税务部门会签', en: 'countersignature of tax' }, holds: hasSigned('tax'), from: 'countersign' },
      ],
      starts: ['revision'],
      follows: ['indicatorSet.supersede'],
      check: ({ today }, input) => (input.validFrom < today ? { refusal: 'tooEarly', field: 'validFrom' } : undefined),
      effects: ({ matter }, input) => (matter.facts.follows === undefined ? [] : [{ do: 'follow', mechanism: 'indicatorSet', id: matter.facts.follows, action: 'supersede', input: { validTo: input.validFrom } }]),
    }),
    nextVersion: action({
      name: { zh: '拟定新版本', en: 'Draft the next version' },
      from: ['inForce'],
      by: [industry],
      follows: ['indicatorSet.draftNext'],
      effects: ({ matter }) => [{
        do: 'follow', mechanism: 'indicatorSet', action: 'draftNext',
        input: { name: matter.facts.name, industry: matter.facts.industry, values: matter.facts.values, version: (matter.facts.version ?? 1) + 1, follows: matter.id },
      }],
    }),
    draftNext: action({
      name: { zh: '新版本', en: 'Next version' },
      from: 'new',
      to: 'drafted',
      by: ['system'],
      hidden: true,
      asks: { name: 'must', industry: 'must', values: 'must', version: 'must', follows: 'must' },
    }),
    supersede: action({
      name: { zh: '由新版代替', en: 'Superseded' },
      from: ['inForce'],
      to: 'superseded',
      by: ['system'],
      hidden: true,
      asks: { validTo: 'must' },
      stops: ['revision'],
    }),
    discard: action({
      name: { zh: '不予执行', en: 'Discard' },
      from: ['drafted'],
      to: 'discarded',
      by: [industry, { role: 'LEADER' }],
      tone: 'danger',
      reason: 10,
    }),
  },
});
