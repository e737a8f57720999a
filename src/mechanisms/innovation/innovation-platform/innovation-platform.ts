import { addDays } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { innovationPlatformFigures } from './figures.ts';
import { innovationPlatformRecord, type InnovationPlatformRecord } from './record.ts';
import { badRecognition, badReport, identityOf, recognitionOf, rectifiedLate, type Platform, type Situation } from './rules.ts';

type Effect = EffectOf<InnovationPlatformRecord>;

const action = actionsOf(innovationPlatformRecord);
const science = { role: 'SCIENCE' } as const;
const hosts = [{ role: 'INSTITUTE' }, { role: 'ENTERPRISE' }, science] as const;
const identity = { name: 'must', level: 'must', kind: 'must', hostName: 'must', hostCode: 'may', entity: 'may', marineField: 'may' } as const;
const living = ['recognised', 'building', 'running', 'assessed', 'rectifying'] as const;
const words = fact.text({ zh: '说明', en: 'Note' }, { max: 300 });

/** Innovation platforms by their recognitions: counted one for each platform at its highest level (innovation.md §1.1, §1.3). */
export const innovationPlatform = mechanism(innovationPlatformRecord, {
  figures: innovationPlatformFigures,
  importing: {
    create: 'enter', amend: 'amend', void: 'void', key: 'recognition',
    keyOf: ({ documentNo, entity, name }) => (documentNo === undefined ? undefined : recognitionOf(String(documentNo), String(entity ?? name))),
  },
  actions: {
    apply: action({
      name: { zh: '申报', en: 'Apply' },
      from: 'new',
      to: 'applied',
      by: hosts,
      tone: 'primary',
      asks: identity,
      evidence: 1,
      sets: ['rank'],
      effects: (_situation, input) => [{ do: 'set', values: identityOf(input) }, { do: 'tell', to: { role: 'SCIENCE' }, text: { zh: `创新平台“${input.name}”已申报，请审核推荐。`, en: `The platform “${input.name}” has applied. Please look at it.` } }],
    }),
    enter: action({
      name: { zh: '登记已认定平台', en: 'Enter a recognised one' },
      help: { zh: '一份文件登记一条；同一平台有几级文件的，“同一实体”写同一个名称。', en: 'One entry a document; documents about one platform bear one name under “the same platform”.' },
      from: 'new',
      to: 'running',
      by: [science],
      asks: { ...identity, documentNo: 'must', recognisedOn: 'must', validUntil: 'may' },
      sets: ['rank', 'recognition'],
      starts: ['assessment'],
      check: ({ today }, input) => badRecognition(today, input),
      effects: (_situation, input) => [{ do: 'set', values: identityOf(input) }],
    }),
    recognise: action({
      name: { zh: '登记认定', en: 'Enter the recognition' },
      from: ['applied'],
      to: 'recognised',
      by: [science],
      tone: 'primary',
      evidence: 1,
      asks: { documentNo: 'must', recognisedOn: 'must', validUntil: 'may', level: 'may', entity: 'may' },
      sets: ['rank', 'recognition'],
      check: ({ today }, input) => badRecognition(today, input),
      effects: ({ matter: { facts } }, input) => [{ do: 'set', values: identityOf({ ...facts, ...input }) }],
    }),
    reject: action({ name: { zh: '未获认定', en: 'Not recognised' }, from: ['applied'], to: 'rejected', by: [science], tone: 'danger', reason: 5 }),
    build: action({ name: { zh: '进入建设期', en: 'Begin to build' }, from: ['recognised'], to: 'building', by: [science], tone: 'primary', starts: ['building'] }),
    run: action({
      name: { zh: '验收运行', en: 'Accept and run' },
      help: { zh: '附建设验收意见；不设建设期的，附运行情况说明。', en: 'With the acceptance; where nothing had to be built, with a note of how it runs.' },
      from: ['recognised', 'building'],
      to: 'running',
      by: [science],
      tone: 'primary',
      evidence: 1,
      stops: ['building'],
      starts: ['assessment'],
    }),
    report: action({
      name: { zh: '报送年度报告', en: 'Send the yearly report' },
      from: ['running', 'assessed', 'rectifying'],
      by: hosts,
      evidence: 1,
      extra: { year: fact.whole({ zh: '年度', en: 'Year' }, { min: 2000, max: 2100, names: true }) },
      extraAsks: { year: 'must' },
      sets: ['reportedYear'],
      check: (situation, { year }) => badReport(situation, year),
      effects: (_situation, { year }) => [{ do: 'set', values: { reportedYear: year } }],
    }),
    assess: action({
      name: { zh: '登记绩效评价', en: 'Enter the assessment' },
      help: { zh: '不合格的限期整改，最长十二个月。', en: 'Whoever fails has to put it right within twelve months.' },
      from: ['running', 'assessed'],
      to: ['assessed', 'rectifying'],
      by: [science],
      tone: 'primary',
      evidence: 1,
      asks: { lastAssessment: 'must' },
      extra: { words },
      extraAsks: { words: 'may' },
      sets: ['lastAssessedOn', 'assessments', 'rectifyBy'],
      leads: (_situation, { lastAssessment }) => (lastAssessment === 'fail' ? 'rectifying' : 'assessed'),
      effects: (situation, input) => [
        ...assessed(situation, input),
        ...(input.lastAssessment === 'fail' ? ([{ do: 'set', values: { rectifyBy: addDays(situation.today, situation.setting('rectify')) } }, { do: 'stop', clock: 'assessment' }, { do: 'start', clock: 'rectify' }] as const) : ([{ do: 'start', clock: 'assessment' }] as const)),
      ],
    }),
    finishRectifying: action({
      name: { zh: '整改复评', en: 'Assess again' },
      help: { zh: '期限内复评合格的恢复；仍不合格的撤销。', en: 'Passed in time it goes on; failed again it is revoked.' },
      from: ['rectifying'],
      to: ['assessed', 'revoked'],
      by: [science],
      tone: 'primary',
      evidence: 1,
      asks: { lastAssessment: 'must' },
      extra: { words },
      extraAsks: { words: 'may' },
      stops: ['rectify'],
      sets: ['lastAssessedOn', 'assessments', 'rectifyBy', 'revokedOn'],
      check: (situation, { lastAssessment }) => rectifiedLate(situation, lastAssessment),
      leads: (_situation, { lastAssessment }) => (lastAssessment === 'fail' ? 'revoked' : 'assessed'),
      effects: (situation, input) => [
        ...assessed(situation, input),
        ...(input.lastAssessment === 'fail' ? ([{ do: 'set', values: { revokedOn: situation.today } }] as const) : ([{ do: 'set', values: { rectifyBy: null } }, { do: 'start', clock: 'assessment' }] as const)),
      ],
    }),
    prolong: action({
      name: { zh: '延续有效期', en: 'Prolong' },
      from: ['recognised', 'building', 'running', 'assessed'],
      by: [science],
      evidence: 1,
      asks: { validUntil: 'must' },
      check: ({ matter: { facts } }, { validUntil }) => (facts.validUntil !== undefined && validUntil <= facts.validUntil ? { refusal: 'notLonger', field: 'validUntil', detail: { day: facts.validUntil } } : undefined),
    }),
    revoke: action({
      name: { zh: '撤销', en: 'Revoke' },
      from: living,
      to: 'revoked',
      by: [science],
      tone: 'danger',
      evidence: 1,
      reason: 10,
      stops: ['building', 'assessment', 'rectify'],
      sets: ['revokedOn'],
      effects: ({ today }) => [{ do: 'set', values: { revokedOn: today } }],
    }),
    amend: action({
      name: { zh: '更正信息', en: 'Amend' },
      from: ['applied', ...living],
      by: [science],
      asks: { name: 'may', level: 'may', kind: 'may', hostName: 'may', hostCode: 'may', entity: 'may', marineField: 'may', documentNo: 'may', recognisedOn: 'may', validUntil: 'may' },
      sets: ['rank', 'recognition'],
      check: ({ matter: { facts }, today }, input) => badRecognition(today, { ...facts, ...input }),
      effects: ({ matter: { facts } }, input) => [{ do: 'set', values: identityOf({ ...facts, ...input }) }],
    }),
    void: action({
      name: { zh: '误录作废', en: 'Void' },
      from: ['applied', ...living],
      to: 'voided',
      by: [science],
      tone: 'danger',
      reason: 5,
      stops: ['building', 'assessment', 'rectify'],
      sets: ['recognition'],
      effects: () => [{ do: 'set', values: { recognition: null } }],
    }),
  },
});

function assessed({ matter: { facts }, today }: Situation, { lastAssessment, words: note }: Pick<Platform, 'lastAssessment'> & { readonly words?: string }): readonly Effect[] {
  const row = { on: today, ...(lastAssessment === undefined ? {} : { result: lastAssessment }), ...(note === undefined ? {} : { words: note }) };
  return [{ do: 'set', values: { lastAssessedOn: today, assessments: [...(facts.assessments ?? []), row].slice(-40) } }];
}
