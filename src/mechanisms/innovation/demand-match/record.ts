import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { bars, levels } from './words.ts';

const part = (zh: string, en: string) => fact.decimal({ zh, en }, { isRate: true, min: 0, max: 1, decimals: 2 });

/** 匹配名单: what of the shelf answers a demand, how well by which part, and what was barred and why (innovation.md §4). */
export const demandMatchRecord = record({
  key: 'demandMatch',
  wing: 'innovation',
  name: { zh: '供需匹配名单', en: 'Matches of demand and supply' },
  counter: { zh: '份', en: 'lists' },
  facts: {
    title: fact.text({ zh: '名单', en: 'List' }, { max: 120, searched: true }),
    demand: fact.matter({ zh: '技术需求', en: 'Demand' }, 'technicalDemand', { indexed: true, stages: ['admitted', 'matching'] }),
    listedOn: fact.day({ zh: '匹配日期', en: 'Matched on' }, { indexed: true }),
    considered: fact.whole({ zh: '比对成果', en: 'Achievements considered' }, { min: 0, measure: { zh: '项', en: 'in all' } }),
    pushed: fact.whole({ zh: '可推送', en: 'To be sent' }, { min: 0, indexed: true, measure: { zh: '项', en: 'of them' } }),
    best: fact.decimal({ zh: '最高得分', en: 'Best score' }, { isRate: true, min: 0, max: 1, decimals: 3 }),
    matches: fact.rows({ zh: '匹配结果', en: 'Matches' }, {
      place: fact.whole({ zh: '序号', en: 'No.' }, { names: true }), achievement: fact.matter({ zh: '成果', en: 'Achievement' }, 'achievement'), score: fact.decimal({ zh: '得分', en: 'Score' }, { isRate: true, min: 0, max: 1, decimals: 3 }), level: fact.choice({ zh: '等级', en: 'Level' }, levels), isPushed: fact.flag({ zh: '推送', en: 'Sent' }), isRelated: fact.flag({ zh: '关联方', en: 'Related' }),
    }, { max: 40 }),
    working: fact.rows({ zh: '各项得分', en: 'Part by part' }, {
      place: fact.whole({ zh: '序号', en: 'No.' }, { names: true }), text: part('文字相近', 'Text'), field: part('行业领域', 'Field'), maturity: part('成熟度', 'Maturity'), budget: part('投入', 'Budget'), due: part('期限', 'Time'), geography: part('地域', 'Place'), history: part('履约', 'Contracts'),
    }, { max: 40, help: { zh: '得分＝0.35文字＋0.20行业领域＋0.15成熟度＋0.10投入＋0.10期限＋0.05地域＋0.05履约，各项0至1。', en: 'Score = 0.35 text + 0.20 field + 0.15 maturity + 0.10 budget + 0.10 time + 0.05 place + 0.05 contracts, each from 0 to 1.' } }),
    barred: fact.rows({ zh: '不推送的成果', en: 'Not offered' }, { achievement: fact.matter({ zh: '成果', en: 'Achievement' }, 'achievement'), bars: fact.choices({ zh: '原因', en: 'Why' }, bars) }, { max: 40 }),
    confirmedOn: fact.day({ zh: '经纪人确认', en: 'Confirmed by the broker on' }),
    sentOn: fact.day({ zh: '推送日期', en: 'Sent on' }, { indexed: true }),
  },
  stages: {
    listed: { name: { zh: '待经纪人确认', en: 'To be confirmed' }, place: 'main' },
    confirmed: { name: { zh: '待推送', en: 'To be sent' }, place: 'main' },
    sent: { name: { zh: '已推送', en: 'Sent' }, place: 'end' },
    dropped: { name: { zh: '不推送', en: 'Dropped' }, place: 'end', uncounted: true },
  },
  settings: {
    most: { name: { zh: '每项需求最多推送', en: 'Sent for one demand at most' }, value: 10, min: 1, max: 10, source: 'innovation.md §4.2' },
    pushFrom: { name: { zh: '几级以上推送', en: 'Sent from level' }, value: 3, min: 1, max: 4, source: 'innovation.md §4.2' },
    confirmDays: { name: { zh: '经纪人确认', en: 'For the broker to confirm' }, value: 3, min: 1, max: 20, unit: 'workday' },
  },
  clocks: { confirming: { name: { zh: '经纪人确认', en: 'Confirmation by the broker' }, setting: 'confirmDays' } },
  duties: {},
  links: {},
  refusals: {
    notOpen: { status: 422, zh: '需求“{title}”不在入库、对接中，不能匹配；请另选一项。', en: '“{title}” is neither admitted nor being matched. Choose another.' },
    nothingListed: { zh: '名单上没有3级以上的成果，不能推送；可以改需求指标，或者等成果库增加后重新匹配。', en: 'Nothing on the list is good enough to send. Change what is asked for, or match again when more is on the shelf.' },
    notMatching: { zh: '需求还没有开始对接，请科技局先在需求上“开始对接”。', en: 'The demand is not being matched yet; the science bureau begins that on the demand first.' },
    notOnList: { status: 422, zh: '去掉的成果里有不在推送名单上的，请从名单中选。', en: 'Something taken off is not among those to be sent. Choose from the list.' },
  },
  sees: { SCIENCE: 'all', MARINE: 'all', BROKER: 'all', SUPERVISOR: 'all', LEADER: 'all', TOP: 'all' },
  groups: [
    { name: { zh: '名单', en: 'List' }, facts: ['title', 'demand', 'listedOn', 'considered', 'pushed', 'best', 'confirmedOn', 'sentOn'] },
    { name: { zh: '匹配结果', en: 'Matches' }, facts: ['matches', 'working'] },
    { name: { zh: '不推送的成果和原因', en: 'Not offered, and why' }, facts: ['barred'] },
  ],
  title: 'title',
  list: ['demand', 'listedOn', 'considered', 'pushed', 'best', 'sentOn'],
});

export type DemandMatchRecord = typeof demandMatchRecord;
