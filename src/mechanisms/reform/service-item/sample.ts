import { addWorkdays, chinaCalendar, type Day, type Instant } from '#kernel/calendar.ts';
import type { Step, Story } from '../../story.ts';
import type { taskTypes } from './record.ts';

/** Who asks for it: 个人, 企业, or either. */
type For = 'person' | 'firm' | 'both';

/** Legal and promised limit in working days; a promise of 0 is done at once. */
interface Item {
  readonly name: string;
  readonly main?: string;
  readonly type: keyof typeof taskTypes;
  readonly for: For;
  readonly limits: readonly [legal: number, promised: number];
  readonly law?: string;
  readonly papers: readonly string[];
  readonly result: string;
  /** Why people have to come. */
  readonly visit?: string;
}

interface Body {
  readonly unit: string;
  readonly name: string;
  readonly items: readonly Item[];
}

const identity = '居民身份证';
const licence = '营业执照';

/**
 * Generic items that districts everywhere handle, with limits such as are usual. Nothing here is the list of a real district:
 * each code begins with SAMPLE and no guide's address is given.
 */
const bodies: readonly Body[] = [
  { unit: 'market', name: '区市场监督管理局', items: [
    { name: '食品经营许可（新办）', main: '食品经营许可', type: '1', for: 'both', limits: [20, 7], law: '中华人民共和国食品安全法', papers: ['食品经营许可申请书', licence, '经营场所平面图', '食品安全管理制度'], result: '食品经营许可证' },
    { name: '食品经营许可（变更）', main: '食品经营许可', type: '1', for: 'both', limits: [20, 5], law: '中华人民共和国食品安全法', papers: ['食品经营许可变更申请书', '食品经营许可证'], result: '食品经营许可证' },
    { name: '食品经营许可（注销）', main: '食品经营许可', type: '1', for: 'both', limits: [20, 0], law: '中华人民共和国食品安全法', papers: ['食品经营许可注销申请书', '食品经营许可证'], result: '准予注销通知' },
    { name: '公司设立登记', main: '企业登记注册', type: '7', for: 'firm', limits: [15, 1], law: '中华人民共和国公司法', papers: ['公司登记申请书', '公司章程', '住所使用证明', '法定代表人身份证明'], result: licence },
    { name: '个体工商户设立登记', main: '个体工商户登记', type: '7', for: 'person', limits: [15, 0], papers: ['个体工商户登记申请书', identity, '经营场所使用证明'], result: licence },
    { name: '特种设备使用登记', type: '1', for: 'firm', limits: [15, 3], law: '中华人民共和国特种设备安全法', papers: ['特种设备使用登记表', '产品质量合格证明', '监督检验证明'], result: '特种设备使用登记证' },
    { name: '药品零售企业经营许可', type: '1', for: 'firm', limits: [30, 12], law: '中华人民共和国药品管理法', papers: ['药品经营许可证申请表', licence, '药学技术人员资格证明', '营业场所平面图'], result: '药品经营许可证', visit: '需要现场核查营业场所和设施设备' },
  ] },
  { unit: 'natural-resources', name: '区自然资源局', items: [
    { name: '建设工程规划许可证核发', type: '1', for: 'firm', limits: [20, 7], law: '中华人民共和国城乡规划法', papers: ['建设工程规划许可证申请表', '使用土地的证明文件', '建设工程设计方案'], result: '建设工程规划许可证' },
    { name: '建设用地规划许可证核发', type: '1', for: 'firm', limits: [20, 5], law: '中华人民共和国城乡规划法', papers: ['建设用地规划许可证申请表', '项目批准文件', '国有土地使用权出让合同'], result: '建设用地规划许可证' },
    { name: '乡村建设规划许可证核发', type: '1', for: 'both', limits: [20, 10], law: '中华人民共和国城乡规划法', papers: ['乡村建设规划许可证申请表', '村民委员会意见', '宅基地使用证明'], result: '乡村建设规划许可证' },
    { name: '国有建设用地使用权及房屋所有权首次登记', main: '不动产登记', type: '7', for: 'both', limits: [30, 3], law: '不动产登记暂行条例', papers: ['不动产登记申请书', '权属来源材料', '不动产测绘报告'], result: '不动产权证书' },
    { name: '存量房转移登记', main: '不动产登记', type: '7', for: 'both', limits: [30, 1], law: '不动产登记暂行条例', papers: ['不动产登记申请书', '不动产权证书', '房屋买卖合同', '完税凭证'], result: '不动产权证书', visit: '买卖双方需要当场核对身份和真实意愿' },
    { name: '不动产登记信息查询', main: '不动产登记', type: '20', for: 'both', limits: [1, 0], papers: ['不动产登记资料查询申请书', identity], result: '不动产登记查询结果证明' },
  ] },
  { unit: 'housing', name: '区住房和城乡建设局', items: [
    { name: '建筑工程施工许可证核发', type: '1', for: 'firm', limits: [7, 2], law: '中华人民共和国建筑法', papers: ['建筑工程施工许可申请表', '建设工程规划许可证', '施工合同', '施工图设计文件审查合格书'], result: '建筑工程施工许可证' },
    { name: '商品房预售许可', type: '1', for: 'firm', limits: [10, 5], law: '中华人民共和国城市房地产管理法', papers: ['商品房预售许可申请表', '土地使用权证书', '施工合同', '预售方案'], result: '商品房预售许可证' },
    { name: '公共租赁住房租金补贴申请', main: '住房保障', type: '5', for: 'person', limits: [40, 25], papers: ['住房保障申请表', identity, '家庭收入证明'], result: '保障资格确认通知' },
    { name: '建设工程消防验收备案', type: '10', for: 'firm', limits: [5, 3], law: '中华人民共和国消防法', papers: ['消防验收备案表', '工程竣工验收报告'], result: '备案凭证' },
  ] },
  { unit: 'urban-management', name: '区综合行政执法局', items: [
    { name: '设置大型户外广告审批', type: '1', for: 'firm', limits: [20, 5], law: '城市市容和环境卫生管理条例', papers: ['户外广告设置申请表', '设置位置使用权证明', '效果图'], result: '准予设置决定书' },
    { name: '临时占用城市道路审批', type: '1', for: 'both', limits: [20, 3], law: '城市道路管理条例', papers: ['临时占用道路申请表', '占用范围示意图'], result: '临时占用道路许可证' },
    { name: '城市建筑垃圾处置核准', type: '1', for: 'firm', limits: [20, 5], papers: ['建筑垃圾处置申请表', '运输合同', '处置方案'], result: '建筑垃圾处置核准文件' },
  ] },
  { unit: 'health', name: '区卫生健康局', items: [
    { name: '公共场所卫生许可', type: '1', for: 'both', limits: [20, 5], law: '公共场所卫生管理条例', papers: ['卫生许可证申请表', licence, '卫生检测报告'], result: '卫生许可证' },
    { name: '医疗机构执业登记', type: '1', for: 'firm', limits: [45, 15], law: '医疗机构管理条例', papers: ['医疗机构执业登记申请书', '建筑设计平面图', '规章制度', '人员名录'], result: '医疗机构执业许可证', visit: '需要现场审核科室设置和设备' },
    { name: '护士执业注册', type: '1', for: 'person', limits: [20, 3], law: '护士条例', papers: ['护士执业注册申请表', identity, '护士执业资格考试成绩合格证明'], result: '护士执业证书' },
    { name: '生育登记', type: '20', for: 'person', limits: [1, 0], papers: [identity, '结婚证'], result: '生育登记服务凭证' },
  ] },
  { unit: 'education', name: '区教育和体育局', items: [
    { name: '民办幼儿园设立审批', main: '民办学校设立', type: '1', for: 'both', limits: [90, 45], law: '中华人民共和国民办教育促进法', papers: ['办学申请报告', '举办者资格证明', '办园章程', '场所安全证明'], result: '民办学校办学许可证', visit: '需要专家现场评估办园条件' },
    { name: '幼儿园、小学和初级中学教师资格认定', main: '教师资格认定', type: '1', for: 'person', limits: [30, 15], law: '中华人民共和国教师法', papers: ['教师资格认定申请表', identity, '学历证书', '体格检查表'], result: '教师资格证书' },
    { name: '义务教育阶段学生转学办理', main: '学籍管理', type: '20', for: 'person', limits: [10, 3], papers: ['转学申请表', '户口簿', '房产或者居住证明'], result: '转学办结通知' },
    { name: '经营高危险性体育项目许可', type: '1', for: 'firm', limits: [30, 10], law: '全民健身条例', papers: ['高危险性体育项目经营申请书', licence, '设施检测报告', '社会体育指导人员证书'], result: '高危险性体育项目经营许可证', visit: '需要现场核查体育设施' },
  ] },
  { unit: 'human-resources', name: '区人力资源和社会保障局', items: [
    { name: '劳务派遣经营许可', type: '1', for: 'firm', limits: [20, 7], law: '中华人民共和国劳动合同法', papers: ['劳务派遣经营许可申请书', licence, '劳务派遣管理制度'], result: '劳务派遣经营许可证' },
    { name: '人力资源服务许可', type: '1', for: 'firm', limits: [20, 7], law: '人力资源市场暂行条例', papers: ['人力资源服务许可申请书', licence, '专职工作人员名册'], result: '人力资源服务许可证' },
    { name: '失业登记', main: '就业登记', type: '7', for: 'person', limits: [5, 0], papers: [identity, '就业失业登记表'], result: '就业创业证' },
    { name: '一次性创业补贴申领', main: '创业补贴申领', type: '5', for: 'both', limits: [30, 15], papers: ['创业补贴申请表', licence, '社会保险缴费证明'], result: '补贴发放通知' },
    { name: '城乡居民养老保险参保登记', main: '社会保险登记', type: '7', for: 'person', limits: [5, 0], law: '中华人民共和国社会保险法', papers: [identity, '参保登记表'], result: '参保登记回执' },
  ] },
  { unit: 'medical-insurance', name: '区医疗保障局', items: [
    { name: '基本医疗保险参保信息变更登记', main: '基本医疗保险参保登记', type: '20', for: 'both', limits: [5, 0], papers: [identity, '参保信息变更登记表'], result: '变更登记回执' },
    { name: '异地安置退休人员备案', main: '基本医疗保险异地就医备案', type: '20', for: 'person', limits: [2, 0], papers: ['异地就医备案表', '居住证明'], result: '备案回执' },
    { name: '门诊费用报销', main: '基本医疗保险医疗费用手工报销', type: '5', for: 'person', limits: [30, 15], papers: ['医疗费用票据', '费用清单', '诊断证明'], result: '报销款项拨付' },
  ] },
  { unit: 'civil-affairs', name: '区民政局', items: [
    { name: '内地居民婚姻登记', main: '婚姻登记', type: '7', for: 'person', limits: [1, 0], law: '中华人民共和国民法典', papers: [identity, '户口簿', '本人无配偶声明'], result: '结婚证', visit: '双方应当亲自到婚姻登记机关申请' },
    { name: '社会团体成立登记', main: '社会组织登记', type: '1', for: 'both', limits: [60, 15], law: '社会团体登记管理条例', papers: ['成立登记申请书', '章程草案', '场所使用权证明'], result: '社会团体法人登记证书' },
    { name: '最低生活保障金给付', main: '社会救助', type: '5', for: 'person', limits: [30, 20], law: '社会救助暂行办法', papers: ['社会救助申请书', identity, '家庭经济状况声明'], result: '最低生活保障证' },
    { name: '高龄津贴给付', type: '5', for: 'person', limits: [20, 10], papers: [identity, '高龄津贴申请表'], result: '津贴发放通知' },
  ] },
  { unit: 'transport', name: '区交通运输局', items: [
    { name: '道路货物运输经营许可', type: '1', for: 'both', limits: [20, 5], law: '中华人民共和国道路运输条例', papers: ['道路货物运输经营申请表', '车辆行驶证', '驾驶员从业资格证'], result: '道路运输经营许可证' },
    { name: '超限运输车辆行驶公路许可', type: '1', for: 'both', limits: [20, 3], law: '公路安全保护条例', papers: ['超限运输申请表', '车辆行驶证', '货物和路线说明'], result: '超限运输车辆通行证' },
  ] },
  { unit: 'agriculture', name: '区农业农村局', items: [
    { name: '农药经营许可', type: '1', for: 'both', limits: [20, 7], law: '农药管理条例', papers: ['农药经营许可申请表', licence, '经营人员学历或者培训证明'], result: '农药经营许可证' },
    { name: '动物防疫条件合格证核发', type: '1', for: 'both', limits: [20, 10], law: '中华人民共和国动物防疫法', papers: ['动物防疫条件审查申请表', '场所地理位置图和平面图'], result: '动物防疫条件合格证', visit: '需要现场审查动物防疫条件' },
    { name: '农村集体土地承包经营权登记', type: '7', for: 'person', limits: [20, 10], law: '中华人民共和国农村土地承包法', papers: ['登记申请书', '承包合同'], result: '土地承包经营权证' },
  ] },
  { unit: 'ocean', name: '区海洋发展局', items: [
    { name: '水域滩涂养殖证核发', type: '1', for: 'both', limits: [20, 10], law: '中华人民共和国渔业法', papers: ['养殖证申请表', '水域滩涂界至图'], result: '水域滩涂养殖证' },
    { name: '渔业捕捞许可', type: '1', for: 'both', limits: [20, 10], law: '中华人民共和国渔业法', papers: ['渔业捕捞许可证申请书', '渔业船舶检验证书', '渔业船舶登记证书'], result: '渔业捕捞许可证' },
  ] },
  { unit: 'culture', name: '区文化和旅游局', items: [
    { name: '互联网上网服务营业场所经营许可', type: '1', for: 'firm', limits: [20, 8], law: '互联网上网服务营业场所管理条例', papers: ['经营许可申请书', licence, '消防安全证明'], result: '网络文化经营许可证', visit: '需要实地检查营业场所' },
    { name: '营业性演出审批', type: '1', for: 'firm', limits: [3, 2], law: '营业性演出管理条例', papers: ['营业性演出申请表', '演出协议', '节目单'], result: '准予演出批准文件' },
  ] },
  { unit: 'emergency', name: '区应急管理局', items: [
    { name: '危险化学品经营许可', type: '1', for: 'firm', limits: [30, 12], law: '危险化学品安全管理条例', papers: ['危险化学品经营许可申请表', '安全评价报告', '应急预案备案登记表'], result: '危险化学品经营许可证', visit: '需要现场核查安全设施' },
    { name: '烟花爆竹经营（零售）许可', type: '1', for: 'both', limits: [20, 7], law: '烟花爆竹安全管理条例', papers: ['零售经营申请书', '零售点位置示意图'], result: '烟花爆竹经营（零售）许可证', visit: '需要现场核查零售点安全条件' },
  ] },
  { unit: 'ecology', name: '生态环境局即墨分局', items: [
    { name: '建设项目环境影响报告表审批', type: '1', for: 'firm', limits: [30, 10], law: '中华人民共和国环境影响评价法', papers: ['审批申请书', '建设项目环境影响报告表'], result: '环境影响报告表批复' },
    { name: '排污许可证核发', type: '1', for: 'firm', limits: [20, 10], law: '排污许可管理条例', papers: ['排污许可证申请表', '自行监测方案'], result: '排污许可证' },
  ] },
  { unit: 'police', name: '公安局即墨分局', items: [
    { name: '居住证申领', type: '7', for: 'person', limits: [15, 7], law: '居住证暂行条例', papers: [identity, '居住地住址证明'], result: '居住证' },
    { name: '出生登记', main: '户口登记', type: '7', for: 'person', limits: [1, 0], law: '中华人民共和国户口登记条例', papers: ['出生医学证明', '户口簿'], result: '户口簿' },
    { name: '旅馆业特种行业许可', type: '1', for: 'firm', limits: [15, 7], papers: ['特种行业许可申请表', licence, '消防安全证明'], result: '特种行业许可证', visit: '需要实地核验治安防范设施' },
  ] },
  { unit: 'development', name: '区发展和改革局', items: [
    { name: '企业投资项目备案', type: '10', for: 'firm', limits: [7, 0], law: '企业投资项目核准和备案管理条例', papers: ['企业投资项目备案表'], result: '备案证明' },
    { name: '固定资产投资项目节能审查', type: '1', for: 'firm', limits: [20, 7], law: '中华人民共和国节约能源法', papers: ['节能审查申请文件', '节能报告'], result: '节能审查意见' },
  ] },
  { unit: 'veterans', name: '区退役军人事务局', items: [
    { name: '退役军人优待证申领', type: '7', for: 'person', limits: [60, 40], papers: [identity, '退役证件', '优待证申请表'], result: '优待证' },
  ] },
  { unit: 'justice', name: '区司法局', items: [
    { name: '法律援助申请审查', type: '5', for: 'person', limits: [7, 3], law: '法律援助条例', papers: ['法律援助申请表', identity, '经济困难状况说明'], result: '给予法律援助决定书' },
  ] },
];

/** Whose promise a later year shortened, when, and by how many days. */
const shortened: Readonly<Record<string, readonly [day: Day, by: number]>> = {
  '食品经营许可（新办）': ['2020-09-15', 2],
  '建设工程规划许可证核发': ['2020-11-10', 2],
  '医疗机构执业登记': ['2021-03-16', 5],
  '民办幼儿园设立审批': ['2021-04-20', 15],
  '一次性创业补贴申领': ['2021-05-18', 5],
  '道路货物运输经营许可': ['2021-06-08', 2],
  '建设项目环境影响报告表审批': ['2021-09-14', 3],
};

/** Drafted by the unit in the second year, and when the bureau put it in use; one waits still. */
const drafted: Readonly<Record<string, readonly [drafted: Day, inUse: Day | undefined]>> = {
  '异地安置退休人员备案': ['2021-02-22', '2021-03-05'],
  '高龄津贴给付': ['2021-04-12', '2021-04-26'],
  '农村集体土地承包经营权登记': ['2021-07-05', '2021-07-20'],
  '退役军人优待证申领': ['2021-12-20', undefined],
};

/** The list as the bureau first entered it in January 2020, and what became of it until the end of 2021. */
export function serviceItemStories(): Story[] {
  const all = bodies.flatMap((body) => body.items.map((item) => ({ body, item })));
  const stories = all.map(({ body, item }, index): Story => ({ key: `item-${index + 1}`, mechanism: 'serviceItem', steps: stepsOf(body, item, index + 1) }));
  return [...stories, mistaken(all.length + 1)];
}

function stepsOf(body: Body, item: Item, number: number): Step[] {
  const steps: Step[] = [];
  const [draftedOn, inUseOn] = drafted[item.name] ?? [];
  if (draftedOn === undefined) {
    // Sixty rows are typed in over the first three working days, ten minutes each.
    const first = addWorkdays(chinaCalendar, '2020-01-01', 1 + Math.floor((number - 1) / 24));
    steps.push({ at: at(first, ((number - 1) % 24) * 10), by: 'guide-office', action: 'list', input: () => guideOf(body, item, number) });
  } else {
    steps.push({ at: at(draftedOn, number), by: `${body.unit}-liaison`, action: 'draft', input: () => guideOf(body, item, number) });
    if (inUseOn !== undefined) steps.push({ at: at(inUseOn, number), by: 'guide-office', action: 'putInUse', input: () => ({ effectiveOn: inUseOn }) });
  }
  const [shortenedOn, by = 0] = shortened[item.name] ?? [];
  if (shortenedOn !== undefined) {
    steps.push({ at: at(shortenedOn, number), by: `${body.unit}-liaison`, action: 'amend', input: () => ({ promisedLimit: item.limits[1] - by, promisedLimitNote: '流程再造后压缩承诺时限' }) });
  }
  // One rested for a season, one went when the power to grant it moved up.
  if (item.name.startsWith('烟花爆竹')) {
    steps.push({ at: at('2020-02-10', 60), by: 'guide-office', action: 'suspend', input: () => ({ reason: '落实禁放期管理要求，暂停受理新的申请。' }) });
    steps.push({ at: at('2020-11-16', 60), by: 'guide-office', action: 'resume', input: () => ({}) });
  }
  if (item.name.startsWith('城市建筑垃圾')) {
    steps.push({ at: at('2021-08-02', 90), by: 'guide-office', action: 'cancel', input: () => ({ reason: '示例：行使层级上收，本级不再办理，原编码停用。' }) });
  }
  return steps;
}

/** A row typed twice under a wrong code, and taken back the same afternoon: it is not counted. */
function mistaken(number: number): Story {
  const [body] = bodies;
  const [item] = body?.items ?? [];
  if (!body || !item) throw new Error('there are no sample items');
  return {
    key: `item-${number}`,
    mechanism: 'serviceItem',
    steps: [
      { at: at('2020-01-07', 20), by: 'guide-office', action: 'list', input: () => guideOf(body, item, number) },
      { at: at('2020-01-07', 320), by: 'guide-office', action: 'void', input: () => ({ note: '与序号1重复录入' }) },
    ],
  };
}

function guideOf({ unit, name: deptName }: Body, item: Item, number: number): Readonly<Record<string, unknown>> {
  const [legal, promised] = item.limits;
  const isInstant = promised === 0;
  const visits = item.visit === undefined ? 0 : 1;
  const steps = [
    { orderNo: 1, name: '申请与受理', actor: '窗口工作人员', timeLimit: isInstant ? '当场' : '1个工作日', result: '受理通知书' },
    { orderNo: 2, name: '审查与决定', actor: '经办科室', timeLimit: isInstant ? '当场' : `${Math.max(promised - 1, 1)}个工作日`, result: '准予或者不予决定' },
    { orderNo: 3, name: '送达', actor: '窗口工作人员', timeLimit: '当日', result: item.result },
  ];
  return {
    itemName: item.name,
    itemCode: `SAMPLE-370215-${String(number).padStart(4, '0')}`,
    ...(item.main === undefined ? {} : { mainItem: item.main }),
    deptName,
    deptCode: `SAMPLE-${unit}`,
    deptType: 'statutory',
    owner: unit,
    seq: String(number),
    areaCode: '370215',
    taskType: item.type,
    useLevel: 'county',
    ...(item.law === undefined ? {} : { legalBases: [{ lawName: item.law }] }),
    serveTargets: item.for === 'person' ? ['person'] : item.for === 'firm' ? ['enterprise'] : ['person', 'enterprise'],
    handleKind: isInstant ? 'instant' : 'promised',
    acceptConditions: `申请材料齐全、符合法定形式，且属于${deptName}办理范围的，予以受理。`,
    materials: item.papers.map((name, index) => ({
      orderNo: index + 1, name, originals: 1, copies: 0, form: 'either', kind: 'original',
      source: /证$|证书$|执照|证明$/.test(name) ? 'government' : 'applicant', necessity: 'needed',
    })),
    windowSteps: steps,
    ...(visits === 0 ? { onlineSteps: steps.map((step) => ({ ...step, actor: step.orderNo === 2 ? step.actor : '网上办理系统' })) } : {}),
    legalLimit: legal,
    legalLimitUnit: 'workday',
    promisedLimit: promised,
    promisedLimitUnit: 'workday',
    isCharged: false,
    places: [{ name: '区政务服务中心', address: '示例路1号', window: `${2 + (number % 3)}楼${10 + (number % 30)}号窗口` }],
    openHours: '工作日上午9：00至12：00，下午13：30至17：00',
    consultWays: [{ way: '现场咨询', address: '区政务服务中心咨询台' }],
    complaintWays: [{ way: '12345政务服务便民热线', phone: '12345' }],
    results: [{ name: item.result, kind: item.result.endsWith('证') || item.result.endsWith('证书') || item.result === licence ? 'licence' : 'other' }],
    delivery: visits === 0 ? '窗口领取、邮寄送达' : '窗口领取',
    visits,
    ...(item.visit === undefined ? {} : { visitReason: item.visit }),
    isOnline: true,
    onlineDepth: visits === 0 ? (number % 4 === 0 ? 'III' : 'IV') : 'II',
    isBookable: true,
    isCourier: visits === 0,
    reach: isInstant ? 'city' : 'district',
  };
}

/** Minutes after nine in the morning. */
function at(day: Day, minutes: number): Instant {
  return new Date(Date.parse(`${day}T01:00:00Z`) + minutes * 60_000).toISOString();
}
