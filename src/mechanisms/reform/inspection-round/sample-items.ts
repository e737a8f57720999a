import type { Grade, Head, Mode, Quarter } from '../inspection-words.ts';

/** What the sample year inspects: unit, field, item, and what was found wrong there. */
export interface SampleItem {
  readonly quarter: Quarter;
  readonly unit: string;
  readonly field: string;
  readonly ground: string;
  readonly name: string;
  readonly problems: readonly (readonly [Head, Grade, Mode, string])[];
}

const item = (quarter: Quarter, unit: string, field: string, ground: string, name: string, ...problems: SampleItem['problems']): SampleItem => ({ quarter, unit, field, ground, name, problems });

/** Six items a quarter, of the district’s key reforms. */
export const sampleItems: readonly SampleItem[] = [
  item('Q1', 'housing', 'economy', 'leader', '工程建设项目审批“打捆办”', ['work', 'A', 'longTerm', '联合验收窗口应于3月底开放，4月12日现场查看仍未挂牌，2月以来有9个项目线下跑办。'], ['plan', 'C', 'immediate', '实施方案未写明消防、人防两个环节的时限，与要点要求不一致。']),
  item('Q1', 'approval', 'economy', 'leader', '“一业一证”改革', ['work', 'B', 'limited', '首批20个行业应于3月底上线，现场核对上线13个，少7个行业。']),
  item('Q1', 'development', 'economy', 'light', '优化营商环境问题清单销号', ['result', 'B', 'limited', '一季度企业反映的41个问题办结28个，抽查的10个中3个企业不认可。']),
  item('Q1', 'industry', 'economy', 'money', '企业技术改造诊断服务', ['work', 'B', 'limited', '诊断服务应覆盖120家，台账登记64家，其中11家没有诊断报告。']),
  item('Q1', 'finance', 'economy', 'money', '涉企资金直达兑现', ['result', 'C', 'limited', '抽查的15笔资金中2笔超过承诺期限兑现，最长超期12天。']),
  item('Q1', 'natural-resources', 'economy', 'leader', '“标准地”出让配套', ['plan', 'C', 'limited', '区域评估成果共享办法未印发，3个地块重复委托评估。']),
  item('Q2', 'science', 'economy', 'pilot', '科技成果转化试点', ['work', 'A', 'limited', '试点方案明确的概念验证中心应于6月底运行，7月13日查看场地空置。']),
  item('Q2', 'market', 'economy', 'complaints', '企业开办“一窗通”', ['result', 'B', 'limited', '现场体验两次，银行开户预约均未并入一窗，企业需另跑一次。']),
  item('Q2', 'human-resources', 'society', 'light', '民营企业职称申报改革', ['work', 'B', 'limited', '应开设的5个民企申报点开设3个，镇街申报点未培训。']),
  item('Q2', 'ocean', 'economy', 'leader', '海洋牧场审批改革', ['plan', 'C', 'limited', '用海审批流程图未公布，两家企业反映材料要求前后不一。']),
  item('Q2', 'education', 'society', 'complaints', '中小学课后服务改革', ['work', 'C', 'immediate', '两所小学课后服务收费公示牌未设置。']),
  item('Q2', 'health', 'society', 'pilot', '紧密型医共体建设'),
  item('Q3', 'urban-management', 'society', 'complaints', '环卫一体化', ['work', 'B', 'limited', '8个镇街中2个未移交清扫队伍，夜间清运未覆盖3条背街。']),
  item('Q3', 'commerce', 'economy', 'light', '市场采购贸易方式试点', ['result', 'B', 'limited', '备案主体系统数与台账数相差23家，未核对更新。']),
  item('Q3', 'civil-affairs', 'society', 'money', '养老服务“时间银行”', ['work', 'C', 'limited', '服务记录抽查20条，4条无服务对象签字。']),
  item('Q3', 'agriculture', 'economy', 'leader', '盘活经济强村沉淀资金', ['work', 'A', 'limited', '监管账户应于9月底全部开立，29个村中开立21个。'], ['plan', 'C', 'immediate', '资金使用负面清单未张贴到村。']),
  item('Q3', 'police', 'democracy', 'complaints', '车辆违停智能化查处', ['work', 'C', 'immediate', '两处抓拍设备未设置提示标志。']),
  item('Q3', 'transport', 'economy', 'light', '城乡公交一体化'),
  item('Q4', 'housing', 'society', 'complaints', '老旧小区改造“一件事”', ['work', 'B', 'limited', '业主意见征询应入户，抽查的2个小区以群接龙代替。']),
  item('Q4', 'approval', 'economy', 'pilot', '“无证明城市”试点', ['result', 'C', 'limited', '清单取消的证明事项中，2个窗口仍在索要。']),
  item('Q4', 'tongji', 'society', 'complaints', '社区网格整合', ['work', 'C', 'limited', '网格员兼职比例超过规定，3个网格无人值守。']),
  item('Q4', 'economic-zone', 'economy', 'leader', '开发区体制理顺', ['plan', 'B', 'limited', '剥离社会事务的交接清单未经双方签字。']),
  item('Q4', 'ecology', 'economy', 'money', '环评“打捆审批”'),
  item('Q4', 'justice', 'democracy', 'light', '行政复议体制改革', ['work', 'C', 'limited', '复议案件繁简分流标准未公开。']),
];

/** What is visited unannounced in the last days of the year, and still under way when it ends. */
export const unannouncedItems: readonly SampleItem[] = [
  item('Q4', 'finance', 'economy', 'complaints', '惠企资金兑现时限'),
  item('Q4', 'emergency', 'society', 'leader', '基层应急体系改革'),
];

/** Which task of the points an item is, by their names: what is inspected besides the points has none. */
export const taskOfItem: Readonly<Record<string, string>> = {
  '工程建设项目审批“打捆办”': '推行工程建设项目分段验收',
  '“一业一证”改革': '推行企业开办一件事集成办理',
  企业技术改造诊断服务: '开展企业数字化诊断',
  '“标准地”出让配套': '建立区域评估成果共享清单',
  科技成果转化试点: '推行科研成果先试用后付费',
  民营企业职称申报改革: '推行民企人才职称直通申报',
  海洋牧场审批改革: '推进蓝色粮仓试验',
  中小学课后服务改革: '完善课后服务供给机制',
  紧密型医共体建设: '推进紧密型医共体建设',
  环卫一体化: '推行城乡环卫一体化作业',
  盘活经济强村沉淀资金: '盘活经济强村沉淀资金',
  城乡公交一体化: '推进城乡公交一体化',
  '老旧小区改造“一件事”': '建立老旧小区改造长效管护',
  开发区体制理顺: '剥离开发区社会事务',
  '环评“打捆审批”': '推行环评打捆审批',
  行政复议体制改革: '推行行政复议集中办理',
};
