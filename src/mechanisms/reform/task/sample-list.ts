import type { reformFields } from '../reform-fields.ts';

type Field = keyof typeof reformFields;

/** A category of the sample year: its field, its lead unit, who helps, and its tasks as `title@limit#lead unit` where they differ. */
type Category = readonly [name: string, field: Field, lead: string, co: readonly string[], tasks: readonly string[]];

/** 37 categories and 139 tasks with titles of our own, in the shape of published lists: a year of reform in a district nobody runs. */
const categories: readonly Category[] = [
  ['项目尽调评审', 'economy', 'development', ['natural-resources', 'ecology', 'emergency'], ['建立项目协同尽调机制@3月底前', '完善项目专家评审制度@4月底前', '推行项目评审结果分级运用@6月底前', '建立评审专家动态管理办法@上半年']],
  ['工业用地标准地出让', 'economy', 'natural-resources', ['development', 'ecology'], ['制定新增工业用地标准地指标体系@3月底前', '推行标准地承诺履约监管@6月底前', '建立区域评估成果共享清单@6月底前', '开展标准地履约抽查@年底前']],
  ['低效土地盘活', 'economy', 'natural-resources', ['development', 'tax'], ['摸清低效工业用地底数@3月底前', '建立低效用地分类处置办法@6月底前', '推进批而未供土地消化@年底前', '探索工业上楼和混合用地@年底前']],
  ['开发区体制机制', 'economy', 'economic-zone', ['organisation', 'human-resources'], ['推进开发区管委会加公司改革@6月底前', '实行开发区全员岗位聘任@6月底前', '剥离开发区社会事务@年底前', '建立开发区绩效薪酬办法@9月底前']],
  ['优化营商环境', 'economy', 'approval', ['market', 'tax'], ['推行企业开办一件事集成办理@6月底前', '推行工程建设项目分段验收@9月底前#housing', '建立惠企政策免申即享清单@9月底前', '推行简易注销全程网办@6月底前#market']],
  ['政务服务标准化', 'economy', 'approval', ['justice', 'hotline'], ['编制白话版办事指南@6月底前', '推行综窗无差别受理@9月底前', '建立办事材料免提交清单@年底前', '规范政务服务好差评整改@6月底前']],
  ['海洋经济发展', 'economy', 'ocean', ['blue-valley', 'science'], ['建立海洋产业项目库@3月底前', '推进蓝色粮仓试验@年底前', '探索海域使用权立体分层设权@年底前', '健全渔港综合管理机制@9月底前']],
  ['科技成果转化', 'economy', 'science', ['blue-valley', 'industry'], ['建立企业技术需求征集制度@3月底前', '推行科研成果先试用后付费@9月底前', '组建产业创新联盟@6月底前', '完善技术经纪人队伍管理@年底前']],
  ['制造业数字化转型', 'economy', 'industry', ['economic-zone', 'auto-city'], ['开展企业数字化诊断@6月底前', '建设行业工业互联网平台@年底前', '建立数字化转型评价办法@9月底前', '打造数字化转型示范车间@年底前']],
  ['产业链链长制', 'economy', 'industry', ['investment', 'commerce'], ['制定重点产业链图谱@3月底前', '建立链长会商机制@4月底前', '推行链主企业供应商清单@9月底前']],
  ['亩均效益评价', 'economy', 'industry', ['tax', 'natural-resources', 'statistics'], ['制定企业亩均评价办法@6月底前', '归集亩均评价数据@9月底前', '实行要素差别化配置@年底前']],
  ['招商引资机制', 'economy', 'investment', ['commerce', 'development'], ['组建专业招商队伍@3月底前', '建立招商项目全生命周期台账@6月底前', '推行委托招商办法@6月底前', '完善招商考核激励@9月底前']],
  ['财政预算绩效', 'economy', 'finance', ['audit'], ['推行预算绩效全过程管理@年底前', '建立政府投资项目财政评审清单@6月底前', '清理整合专项资金@6月底前', '推行国库集中支付电子化@9月底前']],
  ['国有企业改革', 'economy', 'finance', ['organisation', 'audit'], ['推进区属国企三项制度改革@年底前', '建立国企分类考核办法@6月底前', '完善国企违规投资追责@9月底前', '清理国企非主业资产@年底前']],
  ['地方金融服务', 'economy', 'development', ['finance'], ['建立政银企常态对接机制@4月底前', '设立中小企业转贷引导资金@6月底前#finance', '完善企业上市培育梯队@年底前']],
  ['水务一体化', 'economy', 'housing', ['agriculture', 'finance'], ['整合供水排水管理职能@6月底前', '推进城乡供水同网同质@年底前', '建立河湖长巡查闭环机制@6月底前#agriculture', '推行农村生活污水运维付费@年底前#ecology']],
  ['环卫一体化', 'economy', 'urban-management', ['finance', 'tongji', 'huanxiu'], ['推行城乡环卫一体化作业@6月底前', '建立环卫质量第三方评价@9月底前', '完善生活垃圾分类收运@年底前', '推行环卫经费按效付费@年底前']],
  ['生态环境治理', 'economy', 'ecology', ['emergency', 'agriculture'], ['推行环评打捆审批@6月底前', '建立生态环境损害赔偿磋商机制@9月底前', '完善扬尘污染联合执法@6月底前', '开展海湾综合治理试点@年底前#ocean']],
  ['农村集体产权', 'economy', 'agriculture', ['finance', 'duanbolan', 'yifengdian'], ['盘活经济强村沉淀资金@9月底前', '规范农村产权流转交易@6月底前', '建立村级财务联审制度@6月底前', '推进农村宅基地规范管理@长期']],
  ['乡村振兴机制', 'economy', 'agriculture', ['daxin', 'jinkou', 'tianheng'], ['推行党建引领合作社@年底前', '建立农业社会化服务清单@6月底前', '完善农村人居环境管护@长期', '建立返贫动态监测机制@上半年']],
  ['城市更新和住房', 'economy', 'housing', ['natural-resources', 'chaohai'], ['建立老旧小区改造长效管护@9月底前', '推行物业服务信用评价@6月底前', '完善保障性租赁住房供应@年底前', '建立危旧房屋动态管理@6月底前']],
  ['交通运输改革', 'economy', 'transport', ['police', 'housing'], ['推进城乡公交一体化@年底前', '建立治超非现场执法机制@9月底前', '推行农村公路路长制@6月底前']],
  ['法治政府建设', 'democracy', 'justice', ['approval', 'urban-management'], ['完善重大行政决策目录管理@3月底前', '推行行政执法三项制度@年底前', '推行行政复议集中办理@6月底前', '建立法律顾问全覆盖机制@6月底前']],
  ['综合行政执法', 'democracy', 'urban-management', ['justice', 'lancun', 'longquan'], ['推进镇街综合执法一支队伍@6月底前', '推行首违不罚清单@6月底前#justice', '建立执法协同派单平台@年底前', '完善执法案卷评查@9月底前#justice']],
  ['社会矛盾化解', 'democracy', 'politics-law', ['petition', 'justice'], ['建设一站式矛盾调处中心@6月底前', '推行信访事项首接负责@上半年#petition', '建立劳动争议联调机制@6月底前#human-resources', '完善人民调解以案定补@9月底前#justice']],
  ['法治化营商', 'democracy', 'justice', ['market', 'commerce'], ['建立涉企合规指导机制@9月底前', '推行公平竞争审查会审@6月底前#market', '建立检察服务民营经济标准@6月底前#politics-law']],
  ['文明典范城市创建', 'culture', 'publicity', ['urban-management', 'tongji', 'beian'], ['建立创城点位网格责任制@3月底前', '完善文明行为促进机制@6月底前', '建立创城问题闭环整改@长期', '推行志愿服务积分嘉许@9月底前']],
  ['公共文化服务', 'culture', 'culture', ['publicity', 'finance'], ['推进图书馆总分馆制@年底前', '建立文化惠民项目点单@6月底前', '推行公共文化场馆法人治理@年底前', '完善非遗保护传承名录@9月底前']],
  ['文旅融合发展', 'culture', 'culture', ['wenquan', 'tianheng', 'aoshanwei'], ['推进全域旅游联动机制@9月底前', '建立文旅项目联合审查@6月底前', '推行景区服务质量评价@年底前', '探索古城保护利用机制@年底前']],
  ['教育综合改革', 'society', 'education', ['human-resources', 'finance'], ['推进中小学校长职级制@9月底前', '推行教师县管校聘@9月底前', '规范校外培训机构监管@年底前', '完善课后服务供给机制@国庆节前']],
  ['医药卫生改革', 'society', 'health', ['medical-insurance', 'finance'], ['推进紧密型医共体建设@年底前', '推行按病组付费改革@年底前#medical-insurance', '完善家庭医生签约激励@6月底前', '建立公共卫生应急联动@6月底前']],
  ['养老和儿童福利', 'society', 'civil-affairs', ['health', 'finance'], ['建设社区居家养老服务网络@年底前', '推行长期护理保险衔接@9月底前#medical-insurance', '完善困境儿童分级保障@6月底前']],
  ['就业和社会保障', 'society', 'human-resources', ['finance', 'education'], ['推行民企人才职称直通申报@6月底前', '建立零工市场服务机制@9月底前', '完善根治欠薪联动处置@年底前']],
  ['基层社会治理', 'society', 'politics-law', ['civil-affairs', 'tongji', 'longshan'], ['推行网格员多元吹哨@6月底前', '建立社区事项准入清单@6月底前#civil-affairs', '推进智慧社区试点@年底前#civil-affairs', '完善村规民约修订指导@9月底前#civil-affairs']],
  ['应急和安全生产', 'society', 'emergency', ['industry', 'housing'], ['推行重大风险隐患双报告@6月底前', '建立安全生产专家会诊机制@6月底前', '完善自然灾害预警叫应@上半年', '推行有奖举报直通机制@9月底前']],
  ['党建和干部制度', 'party', 'organisation', ['discipline'], ['完善干部一线考察机制@6月底前', '推行干部容错纠错清单@6月底前', '建立年轻干部递进培养@年底前']],
  ['纪检监察改革', 'discipline', 'discipline', ['audit', 'organisation'], ['推进镇街纪检监察片区协作@6月底前', '建立监督信息共享机制@9月底前', '推行巡察整改评估@年底前']],
];

/** One line of the list. */
export interface ListedTask {
  readonly seq: number;
  readonly category: string;
  readonly field: Field;
  readonly title: string;
  readonly leadUnit: string;
  readonly coUnits: readonly string[];
  readonly dueText: string;
}

/** The list of the sample year, numbered through. */
export const listedTasks: readonly ListedTask[] = categories
  .flatMap(([category, field, lead, co, tasks]) => tasks.map((words) => {
    const [, title = '', dueText = '', other] = /^([^@]+)@([^#]+)(?:#(.+))?$/.exec(words) ?? [];
    const leadUnit = other ?? lead;
    return { category, field, title, leadUnit, dueText, coUnits: [...co, ...(leadUnit === lead ? [] : [lead])].filter((unit) => unit !== leadUnit) };
  }))
  .map((line, at) => ({ seq: at + 1, ...line }));
