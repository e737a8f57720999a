import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { certificates } from '../standing.ts';

/** 创新型企业资质: the certificates by which an enterprise counts as innovative, each with its term; platforms and patents have registers of their own. */
export const innovationQualificationRecord = record({
  key: 'innovationQualification',
  wing: 'innovation',
  name: { zh: '创新型企业资质', en: 'Innovation qualifications' },
  counter: { zh: '项', en: 'qualifications' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { max: 160, searched: true }),
    enterprise: fact.matter({ zh: '企业', en: 'Enterprise' }, 'enterprise', { indexed: true, stages: ['listed'], synonyms: ['企业名称', '单位名称'] }),
    kind: fact.choice({ zh: '资质类别', en: 'Kind' }, certificates, { indexed: true, synonyms: ['类别'] }),
    certificateNo: fact.text({ zh: '证书或文号', en: 'Certificate' }, { min: 3, max: 60, unique: true, searched: true, synonyms: ['证书编号', '登记编号', '认定文号'], help: { zh: '高企证书编号、入库登记编号或者认定文号。', en: 'The number of the certificate, the registration or the recognition.' } }),
    issuer: fact.text({ zh: '认定机关', en: 'Recognised by' }, { max: 80 }),
    recognisedOn: fact.day({ zh: '认定日期', en: 'Recognised on' }, { indexed: true, synonyms: ['发证日期'] }),
    validUntil: fact.day({ zh: '有效期至', en: 'Valid until' }, { indexed: true }),
    revokedOn: fact.day({ zh: '取消日期', en: 'Revoked on' }),
    voidedNo: fact.text({ zh: '作废前证书号', en: 'Certificate before voiding' }, { max: 60 }),
  },
  stages: {
    valid: { name: { zh: '有效', en: 'Valid' }, place: 'main' },
    expired: { name: { zh: '已到期', en: 'Expired' }, place: 'end' },
    revoked: { name: { zh: '已取消', en: 'Revoked' }, place: 'end' },
    voided: { name: { zh: '误录作废', en: 'Voided' }, place: 'end', uncounted: true },
  },
  settings: {},
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    recognisedLater: { status: 422, zh: '认定日期不能晚于今天，请核对。', en: 'It cannot be recognised later than today. Please check.' },
    termBackwards: { status: 422, zh: '有效期至早于认定日期，请核对。', en: 'It would end before it was recognised. Please check.' },
    stillValid: { zh: '还在有效期内，到期后才转为已到期。', en: 'It is still valid and expires only after its last day.' },
    revokedEarlier: { status: 422, zh: '取消日期不能早于认定日期，也不能晚于今天。', en: 'It is revoked neither before it was recognised nor later than today.' },
  },
  sees: { SCIENCE: 'all', MARINE: 'all', INDUSTRY: 'all', INVEST: 'all', FINANCE: 'all', TOWN: 'all', ZONE: 'all', LEADER: 'all', TOP: 'all', OFFICE: 'all', SUPERVISOR: 'all' },
  groups: [{ name: { zh: '资质', en: 'Qualification' }, facts: ['name', 'enterprise', 'kind', 'certificateNo', 'issuer', 'recognisedOn', 'validUntil', 'revokedOn', 'voidedNo'] }],
  title: 'name',
  list: ['kind', 'certificateNo', 'recognisedOn', 'validUntil'],
});

export type InnovationQualificationRecord = typeof innovationQualificationRecord;
