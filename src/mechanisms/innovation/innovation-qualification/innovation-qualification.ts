import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { certificates, type Certificate } from '../standing.ts';
import { innovationQualificationFigures } from './figures.ts';
import { innovationQualificationRecord, type InnovationQualificationRecord } from './record.ts';
import { badQualification, badRevocation, stillValid, type Situation } from './rules.ts';

type Effect = EffectOf<InnovationQualificationRecord>;

const action = actionsOf(innovationQualificationRecord);
const keepers = [{ role: 'SCIENCE' }, { role: 'INDUSTRY' }] as const;

/** Its name says whose it is and what. */
function named({ findMatter }: Situation, { enterprise, kind }: { readonly enterprise: string; readonly kind: Certificate }): Effect {
  return { do: 'set', values: { name: `${String(findMatter(enterprise)?.facts['name'] ?? '')}${certificates[kind].zh}` } };
}

/** The register of what makes an enterprise innovative. */
export const innovationQualification = mechanism(innovationQualificationRecord, {
  figures: innovationQualificationFigures,
  importing: { create: 'register', amend: 'amend', void: 'void', key: 'certificateNo' },
  actions: {
    register: action({
      name: { zh: '登记资质', en: 'Register' },
      help: { zh: '省市公布的名单可以整张导入；同一证书只登记一次。', en: 'Lists that province and city publish come in whole; one certificate is registered once.' },
      from: 'new',
      to: 'valid',
      by: keepers,
      tone: 'primary',
      asks: { enterprise: 'must', kind: 'must', certificateNo: 'must', issuer: 'may', recognisedOn: 'must', validUntil: 'must' },
      sets: ['name'],
      check: ({ today }, input) => badQualification(today, input),
      effects: (situation, input) => [named(situation, input)],
    }),
    amend: action({
      name: { zh: '更正', en: 'Correct' },
      from: ['valid'],
      by: keepers,
      asks: { certificateNo: 'may', issuer: 'may', recognisedOn: 'may', validUntil: 'may' },
      check: ({ matter, today }, input) => badQualification(today, { ...matter.facts, ...input }),
    }),
    revoke: action({
      name: { zh: '登记取消资格', en: 'Revoke' },
      from: ['valid'],
      to: 'revoked',
      by: keepers,
      tone: 'danger',
      reason: 5,
      asks: { revokedOn: 'must' },
      check: (situation, { revokedOn }) => badRevocation(situation, revokedOn),
    }),
    expire: action({ name: { zh: '到期', en: 'Expire' }, from: ['valid'], to: 'expired', by: ['system'], hidden: true, when: stillValid }),
    void: action({
      name: { zh: '误录作废', en: 'Void' },
      help: { zh: '录错的作废，不计数，证书号可以重新登记。', en: 'Entered by mistake: not counted, and its number may be entered anew.' },
      from: ['valid'],
      to: 'voided',
      by: keepers,
      tone: 'danger',
      sets: ['certificateNo', 'voidedNo'],
      effects: ({ matter }) => [{ do: 'set', values: { certificateNo: null, voidedNo: matter.facts.certificateNo } }],
    }),
  },
});
