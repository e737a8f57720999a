import type { meetingKinds, outcomes } from './meeting-words.ts';
import type { reformFields } from './reform-fields.ts';
import { workday } from './sessions-days.ts';

/**
 * The sessions of the sample years as a plan that the stories of meetings, items, documents and decisions follow. Everything is generic, save the names
 * the founding account gives (reform.md §2, F12, F13, F17).
 */
export type Field = keyof typeof reformFields;

/** A document that is, or is not, taken to a meeting. */
export interface PlannedDocument {
  readonly key: string;
  readonly title: string;
  readonly kind: 'plan' | 'opinion' | 'measures' | 'rules' | 'points' | 'notice';
  readonly issuer: string;
  readonly unit: string;
  readonly co: string;
  readonly field: Field;
  readonly docNo?: string;
  /** Working days from the decision to the issue. */
  readonly issuedAfter?: number;
  readonly issuedOn?: string;
  readonly openness: 'public' | 'onRequest' | 'internal';
  /** What was not there before, where it is an innovation. */
  readonly isNew?: string;
  readonly isForwarding?: boolean;
}

/** An item before a meeting: a paper, topics, a report or a paper to be studied. */
export interface PlannedItem {
  readonly key: string;
  readonly kind: 'review' | 'topics' | 'hear' | 'study';
  readonly title: string;
  readonly unit: string;
  readonly co?: string;
  readonly field: Field;
  readonly isReform: boolean;
  readonly document?: string;
  readonly topics?: readonly string[];
  readonly outcome?: keyof typeof outcomes;
  readonly note?: string;
  /** What the co-unit holds against it, and what is answered. */
  readonly dispute?: readonly [against: string, answer: string];
  readonly decisions?: readonly { readonly content: string; readonly unit: string; readonly co?: string; readonly days: number; readonly measure?: string; readonly answer: 'inTime' | 'late' | 'open' }[];
}

export interface PlannedMeeting {
  readonly on: string;
  readonly kind: keyof typeof meetingKinds;
  readonly jointWith?: keyof typeof meetingKinds;
  readonly ordinal?: number;
  readonly name: string;
  readonly items: readonly PlannedItem[];
  readonly isCancelled?: boolean;
}

const paper = (key: string, title: string, kind: PlannedDocument['kind'], issuer: 'party' | 'partyOffice' | 'government' | 'governmentOffice', no: number, unit: string, co: string, field: Field, openness: PlannedDocument['openness'], isNew?: string, year = 2021): PlannedDocument => ({
  key, title, kind, unit, co, field, openness, docNo: `${{ party: '即发', partyOffice: '即办发', government: '即政发', governmentOffice: '即政办发' }[issuer]}〔${year}〕${no}号`,
  issuer: { party: '中共即墨区委', partyOffice: '中共即墨区委办公室', government: '即墨区人民政府', governmentOffice: '即墨区人民政府办公室' }[issuer],
  ...(isNew === undefined ? {} : { isNew }),
});

/** Seventeen decided and issued in 2021, and those that show what does not count. */
export const plannedDocuments: readonly PlannedDocument[] = [
  paper('water', '推进城乡水务一体化改革实施方案', 'plan', 'governmentOffice', 6, 'housing', 'finance', 'economy', 'public', '以前城乡供排水分属多头管理，没有统一的建设运营主体和水价机制。'),
  paper('cleaning', '推进城乡环卫一体化改革实施方案', 'plan', 'governmentOffice', 9, 'urban-management', 'finance', 'economy', 'public', '以前镇街各自保洁，没有全区统一的作业标准和按效付费办法。'),
  paper('zones', '理顺开发区管理体制的意见', 'opinion', 'party', 4, 'organisation', 'human-resources', 'party', 'internal', '以前开发区与镇街权责交叉，没有权责清单和选人用人的专门办法。'),
  paper('diligence', '项目引进尽职调查和评审办法（试行）', 'measures', 'government', 11, 'investment', 'development', 'economy', 'public', '以前项目引进靠部门会签，没有先尽调、再由随机抽取专家评审的制度。'),
  paper('experts', '项目评审专家库管理细则（试行）', 'rules', 'governmentOffice', 14, 'investment', 'science', 'economy', 'public', '以前没有专家库，也没有回避、抽取和评价专家的规则。'),
  paper('village-funds', '盘活经济强村沉淀资金办法（试行）', 'measures', 'government', 15, 'agriculture', 'finance', 'economy', 'public', '以前村集体沉淀资金只能存银行，没有统一的投向、收益和风险规则。'),
  paper('business', '进一步优化营商环境若干措施', 'opinion', 'party', 7, 'approval', 'market', 'economy', 'public'),
  paper('micro', '微改革工作规则', 'rules', 'partyOffice', 12, 'reform-office', 'organisation', 'party', 'onRequest', '以前小切口改革没有立项、评价和推广的规则。'),
  paper('teachers', '中小学教师区管校聘改革实施方案', 'plan', 'governmentOffice', 21, 'education', 'human-resources', 'society', 'public'),
  paper('doctors', '紧密型县域医共体建设实施方案', 'plan', 'governmentOffice', 22, 'health', 'medical-insurance', 'society', 'public', '以前医疗机构各算各账，没有总额付费、结余留用的办法。'),
  paper('standard-land', '工业用地标准地出让办法（试行）', 'measures', 'government', 24, 'natural-resources', 'ecology', 'economy', 'public', '以前先出让后评估，没有先评估后出让、承诺即开工的制度。'),
  paper('one-net', '一网统管建设实施方案', 'plan', 'governmentOffice', 27, 'government-office', 'police', 'society', 'public'),
  paper('supervision', '基层监督力量整合办法（试行）', 'measures', 'partyOffice', 19, 'discipline', 'organisation', 'discipline', 'internal', '以前镇村监督各自为战，没有片区协作和提级监督的规则。'),
  paper('mediation', '矛盾纠纷多元化解办法', 'measures', 'partyOffice', 20, 'politics-law', 'justice', 'democracy', 'public', '以前调解、仲裁、诉讼互不衔接，没有统一受理和流转的规则。'),
  paper('culture', '公共文化空间运营管理办法（试行）', 'measures', 'governmentOffice', 31, 'culture', 'finance', 'culture', 'public', '以前文化空间建成后无人运营，没有社会力量参与的规则。'),
  paper('city', '文明典范城市创建长效机制实施意见', 'opinion', 'party', 12, 'publicity', 'urban-management', 'culture', 'public'),
  paper('cadres', '激励干部担当作为容错纠错实施办法', 'measures', 'party', 14, 'organisation', 'discipline', 'party', 'internal', '以前容错没有情形清单、认定程序和澄清办法。'),
  { ...paper('forwarded', '转发市政府办公室关于深化放管服改革要点的通知', 'notice', 'governmentOffice', 18, 'approval', 'government-office', 'economy', 'public'), isForwarding: true },
  { ...paper('unreviewed', '改革督察工作办法（试行）', 'measures', 'partyOffice', 16, 'reform-office', 'discipline', 'party', 'internal', '以前督察没有名单管理、抽样复核和销号的规则。'), issuedOn: '2021-07-09' },
  { ...paper('data', '公共数据授权运营管理办法（试行）', 'measures', 'government', 40, 'industry', 'justice', 'economy', 'public') },
  { ...paper('plan-2020', '深化事业单位改革试点实施方案', 'plan', 'partyOffice', 8, 'organisation', 'human-resources', 'party', 'internal', undefined, 2020) },
  { ...paper('towns-2020', '镇街综合执法改革实施方案', 'plan', 'governmentOffice', 33, 'urban-management', 'justice', 'democracy', 'public', undefined, 2020) },
];

const review = (document: string, more: Partial<PlannedItem> & { readonly decide: string; readonly days?: number; readonly answer?: 'inTime' | 'late' | 'open' }): PlannedItem => {
  const held = plannedDocuments.find(({ key }) => key === document);
  if (!held) throw new Error(`no document ${document} is planned`);
  const { decide, days = 25, answer = 'inTime', ...rest } = more;
  return {
    key: `item-${document}`, kind: 'review', title: `审议《${held.title}》`, unit: held.unit, co: held.co, field: held.field, isReform: true, document, outcome: 'passed',
    note: '会议认为方案目标明确、措施可行，要求牵头单位抓紧印发实施。', decisions: [{ content: decide, unit: held.unit, co: held.co, days, answer }], ...rest,
  };
};
const hear = (key: string, title: string, unit: string, field: Field, decide?: string): PlannedItem => ({
  key: `item-${key}`, kind: 'hear', title, unit, field, isReform: true, outcome: 'heard', note: '会议肯定前一阶段工作，要求对照目标补短板。',
  ...(decide === undefined ? {} : { decisions: [{ content: decide, unit, days: 30, answer: 'inTime' as const }] }),
});
const study = (key: string, title: string): PlannedItem => ({ key: `item-${key}`, kind: 'study', title, unit: 'reform-office', field: 'party', isReform: true, outcome: 'studied', note: '会议要求结合实际抓好贯彻落实。' });
const other = (key: string, title: string, unit: string, outcome: 'heard' | 'withdrawn' = 'heard', isReform = false): PlannedItem => ({ key: `item-${key}`, kind: 'hear', title, unit, field: 'economy', isReform, outcome });

const commission = (on: string, ordinal: number, items: readonly PlannedItem[], jointWith?: 'standing'): PlannedMeeting => ({
  on, kind: 'deepReform', ordinal, name: `区委全面深化改革委员会第${['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'][ordinal] ?? ordinal}次会议`, items, ...(jointWith === undefined ? {} : { jointWith }),
});
const standing = (on: string, ordinal: number, items: readonly PlannedItem[]): PlannedMeeting => ({ on, kind: 'standing', ordinal, name: `区委常委会会议（${on.slice(0, 4)}年第${ordinal}次）`, items });
const special = (on: string, about: string, items: readonly PlannedItem[]): PlannedMeeting => ({ on, kind: 'special', name: `${about}专题会`, items });

/** How many topics units proposed for 2021, and how many the principal leader set: 41 in all (F11, F13). */
export const proposedTopics = 34;
const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => `topic-${String(from + place).padStart(2, '0')}`);

/** Thirteen of 2021 meet the definition of figure 1.7; the others show what does not. */
export const plannedMeetings: readonly PlannedMeeting[] = [
  commission('2020-06-19', 3, [review('plan-2020', { decide: '印发实施，完成首批事业单位挂牌' })]),
  commission('2020-12-11', 4, [review('towns-2020', { decide: '印发实施，镇街执法队伍全部到位', days: 30 })]),
  commission('2021-02-05', 5, [
    {
      key: 'item-topics-units', kind: 'topics', title: '审定2021年区级重点改革题目', unit: 'reform-office', field: 'economy', isReform: true, topics: numbered(1, proposedTopics), outcome: 'passed',
      note: '会议同意34个题目，要求题目不在多、贵在成。', decisions: [{ content: '题目清单印发牵头单位，三周内报实施方案', unit: 'reform-office', days: 25, answer: 'inTime' }],
    },
    study('plenum', '传达学习中央深改委会议精神'),
  ]),
  standing('2021-03-05', 3, [review('water', { decide: '印发实施，组建区水务集团并完成资产划转', days: 40, note: '会议指出水务一体化要先并网、再并账。' }), hear('january', '一季度改革开局情况汇报', 'reform-office', 'party')]),
  commission('2021-03-26', 6, [
    {
      key: 'item-topics-leader', kind: 'topics', title: '审定区委主要领导点题的改革题目', unit: 'reform-office', field: 'economy', isReform: true, topics: numbered(35, 40), outcome: 'passed',
      note: '会议同意6个题目，每季度听一次进展。', decisions: [{ content: '每季度汇总点题进展报区委主要领导', unit: 'reform-office', days: 60, answer: 'inTime' }],
    },
    review('cleaning', { decide: '印发实施，镇街保洁作业统一招标', days: 35 }),
    review('zones', { decide: '印发实施，开发区权责清单报备', days: 45, answer: 'late' }),
  ], 'standing'),
  special('2021-04-16', '项目引进和评审制度', [review('diligence', { decide: '印发实施，评审办公室挂牌运行' }), review('experts', { decide: '印发实施，首批专家入库' })]),
  standing('2021-05-14', 7, [
    review('village-funds', { decide: '印发实施，首批试点村资金到位', days: 60, dispute: ['村集体资金出借风险大，建议先在五个村试点。', '试点村以外另行报批，风险准备金按一成计提。'] }),
    review('business', { decide: '印发实施，四十条措施逐条明确责任人' }),
  ]),
  special('2021-06-11', '微改革工作', [review('micro', { decide: '修改后印发，首批微改革案例上网', outcome: 'passedInPrinciple', note: '会议原则通过，要求把评价标准改得更简单。', days: 40 }), hear('half', '上半年微改革进展情况汇报', 'reform-office', 'party', '各单位报送下半年微改革选题')]),
  commission('2021-06-25', 7, [review('teachers', { decide: '印发实施，暑期完成首轮竞聘', days: 50 }), review('doctors', { decide: '印发实施，医共体总额付费协议签订', days: 60, answer: 'late' }), study('july', '传达学习省委深改委会议精神')]),
  special('2021-07-23', '工业用地标准地改革', [review('standard-land', { decide: '印发实施，首宗标准地挂牌', days: 50 })]),
  standing('2021-08-20', 15, [review('one-net', { decide: '印发实施，首批二十个部门数据接入', days: 60 })]),
  commission('2021-09-17', 8, [
    review('supervision', { decide: '印发实施，划分监督协作片区' }),
    review('mediation', { decide: '修改后印发，镇街调解中心实体运行', outcome: 'passedInPrinciple', note: '会议原则通过，要求补充与诉讼的衔接。', days: 60 }),
    hear('third', '三季度改革督察情况汇报', 'reform-office', 'party', '督察发现问题十月底前整改到位'),
  ]),
  special('2021-10-22', '公共文化服务改革', [review('culture', { decide: '印发实施，首批文化空间委托运营', days: 45 })]),
  standing('2021-11-19', 22, [review('city', { decide: '印发实施，创建任务分解到镇街', days: 30, answer: 'open' })]),
  commission('2021-12-10', 9, [
    review('cadres', { decide: '印发实施，容错情形清单下发', days: 14, answer: 'inTime' }),
    review('data', { decide: '修改完善后印发，遴选首批授权场景', days: 60, answer: 'open' }),
    hear('year', '2021年改革工作完成情况汇报', 'reform-office', 'party', '提出2022年改革工作要点初稿'),
  ]),
  // What follows is no session of figure 1.7: another kind, nothing on reform, or nothing that was not withdrawn.
  { on: '2021-04-09', kind: 'dispatching', name: '重点改革任务调度会（4月）', items: [{ ...hear('dispatch', '点题改革进展调度', 'reform-office', 'economy'), decisions: [{ content: '环卫一体化招标文件定稿', unit: 'urban-management', days: 15, measure: '成立专班，每周调度一次', answer: 'inTime' }] }] },
  special('2021-05-21', '防汛工作', [other('flood', '今年防汛准备情况汇报', 'emergency')]),
  { on: '2021-07-02', kind: 'government', name: '区政府常务会议（2021年第9次）', ordinal: 9, items: [review('forwarded', { decide: '结合实际抓好落实', isReform: true })] },
  standing('2021-08-06', 14, [other('safety', '安全生产情况汇报', 'emergency'), other('pension', '养老服务改革情况汇报', 'civil-affairs', 'withdrawn', true)]),
  { ...special('2021-09-03', '数据改革', []), isCancelled: true },
];

/** When a document of the plan is issued: five working days after its meeting decided it, or its revision came in. */
export function issueDayOf(document: string): string {
  const planned = plannedDocuments.find(({ key }) => key === document);
  if (planned?.issuedOn !== undefined) return planned.issuedOn;
  const meeting = plannedMeetings.find(({ items }) => items.some((item) => item.document === document));
  const item = meeting?.items.find((each) => each.document === document);
  return workday(workday(meeting?.on ?? '', item?.outcome === 'passedInPrinciple' ? 6 : 0), 5);
}
