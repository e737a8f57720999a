import type { Condition } from '#kernel/condition.ts';
import { figure } from '#kernel/figure.ts';
import { isMarine } from '../fields.ts';

const mechanism = 'technicalDemand';
const unit = { zh: '项', en: 'demands' };
const percent = { zh: '%', en: '%' };
const thisYear = (fact: string): Condition => ({ fact, during: 'thisYear' });
/** 提交及以后: neither taken back for correction, nor withdrawn, nor one that was there already (innovation.md §14, §15). */
const submitted: Condition = { all: [thisYear('submittedOn'), { not: { stage: ['draft', 'merged', 'withdrawn'] } }] };
const offered: Condition = { any: [{ fact: 'candidates', present: true }, { fact: 'challengeNo', present: true }, { fact: 'intentOn', present: true }, { fact: 'signedOn', present: true }] };

/** What is asked of the demands (innovation.md §2.3, §14–§16). */
export const technicalDemandFigures = [
  figure({
    key: 'technicalDemand.found',
    name: { zh: '走访摸排技术需求', en: 'Demands found on visits' },
    unit,
    definition: { zh: '今年由走访登记、企业已经提交的需求项数；重复的合并后只计一项，退回未再提交和撤回的不计。', en: 'Demands of visits that enterprises have submitted this year; what was merged counts once, what was returned and not submitted again or withdrawn does not.' },
    mechanism,
    where: { all: [submitted, { fact: 'source', in: ['visit'] }] },
    measure: { count: 'matters' },
    answers: '2.11',
    within: 'technicalDemand.submitted',
    isPublic: true,
  }),
  figure({
    key: 'technicalDemand.submitted',
    name: { zh: '提交技术需求', en: 'Demands submitted' },
    unit,
    definition: { zh: '今年提交的需求项数，含企业自报的；合并、撤回、退回未再提交的不计。', en: 'Demands submitted this year, by themselves too; without those merged, withdrawn, or returned and not submitted again.' },
    mechanism,
    where: submitted,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'technicalDemand.admitted',
    name: { zh: '入库技术需求', en: 'Demands admitted' },
    unit,
    definition: { zh: '今年提交的需求中，经专家甄别入库的项数；与提交数并列公布。', en: 'Of those submitted this year, the ones experts found good enough; stated beside those submitted.' },
    mechanism,
    where: { all: [submitted, { fact: 'admittedOn', present: true }] },
    measure: { count: 'matters' },
    within: 'technicalDemand.submitted',
    isPublic: true,
  }),
  figure({
    key: 'technicalDemand.enterprises',
    name: { zh: '提出需求的企业', en: 'Enterprises with demands' },
    unit: { zh: '家', en: 'enterprises' },
    definition: { zh: '今年提交需求的企业数，一家只计一次。', en: 'Enterprises that submitted a demand this year; each counts once.' },
    mechanism,
    where: submitted,
    measure: { distinct: 'enterprise' },
  }),
  figure({
    key: 'technicalDemand.publishRate',
    name: { zh: '需求公开率', en: 'Share of demands published' },
    unit: percent,
    definition: { zh: '今年提交的需求中已经公开（含脱敏公开）的占比；各地一般在40%至60%。', en: 'Of those submitted this year, the share published, with or without the name; 40 to 60 % elsewhere.' },
    mechanism,
    where: submitted,
    measure: { share: { fact: 'publishedOn', present: true } },
    alarm: { above: 90, among: 20, words: { zh: '公开率超过90%，高于各地常见的40%至60%，请核实公开前的审核。', en: 'More than 90 % are published where 40 to 60 % are usual elsewhere. Look at how they are reviewed.' } },
  }),
  figure({
    key: 'technicalDemand.intentRate',
    name: { zh: '意向率', en: 'Share that reached an intent' },
    unit: percent,
    definition: { zh: '推荐过供给方、发过榜或者达成过意向的需求中，已达成意向或者签约的占比；各地一般在25%至50%。', en: 'Of those with suppliers proposed, a challenge or an intent, the share with an intent or a contract; 25 to 50 % elsewhere.' },
    mechanism,
    where: offered,
    measure: { share: { any: [{ fact: 'intentOn', present: true }, { fact: 'signedOn', present: true }] } },
    alarm: { above: 90, among: 20, words: { zh: '意向率超过90%，高于各地常见的25%至50%，请抽查意向书和会谈纪要。', en: 'More than 90 % reached an intent where 25 to 50 % are usual elsewhere. Check the letters and minutes.' } },
  }),
  figure({
    key: 'technicalDemand.contractRate',
    name: { zh: '签约率', en: 'Share with a contract' },
    unit: percent,
    definition: { zh: '推荐过供给方、发过榜或者达成过意向的需求中，已签合同的占比。', en: 'Of those with suppliers proposed, a challenge or an intent, the share with a contract.' },
    mechanism,
    where: offered,
    measure: { share: { fact: 'signedOn', present: true } },
    within: 'technicalDemand.intentRate',
    alarm: { above: 90, among: 20, words: { zh: '签约率超过90%，请核实有没有先签约后补需求、关联交易。', en: 'More than 90 % have a contract. Look whether demands were entered after the contract, and for related parties.' } },
  }),
  figure({
    key: 'technicalDemand.solved',
    name: { zh: '已解决技术需求', en: 'Demands solved' },
    unit,
    definition: { zh: '今年验收合格、指标全部达到的需求项数。', en: 'Demands accepted this year with every indicator met.' },
    mechanism,
    where: { all: [{ stage: ['solved'] }, thisYear('solvedOn')] },
    measure: { count: 'matters' },
    isPublic: true,
  }),
  figure({
    key: 'technicalDemand.marine',
    name: { zh: '涉海需求占比', en: 'Share of marine demands' },
    unit: percent,
    definition: { zh: '今年提交的需求中属于涉海领域的占比。', en: 'Of those submitted this year, the share in a marine field.' },
    mechanism,
    where: submitted,
    measure: { share: isMarine },
  }),
  figure({
    key: 'technicalDemand.common',
    name: { zh: '共性需求', en: 'Common demands' },
    unit,
    definition: { zh: '不同企业提出、内容相同或者高度相似的需求项数。', en: 'Demands that other enterprises have too, in the same words or nearly.' },
    mechanism,
    where: { all: [{ fact: 'isCommon', in: [true] }, { not: { stage: ['draft', 'merged', 'withdrawn', 'rejected'] } }] },
    measure: { count: 'matters' },
  }),
];
