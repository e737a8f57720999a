import type { reformFields } from '../reform-fields.ts';

/** A theme that suggestions of the sample years take up in one town or another. The first two are named in the founding account (figure 1.29). */
export interface Theme {
  readonly title: string;
  readonly field: keyof typeof reformFields;
  readonly unit: string;
  readonly co: readonly string[];
  readonly group: string;
  readonly grounds: string;
  readonly measure: string;
  readonly result: string;
}

/** `{town}` stands for the town or street. */
export const themes: readonly Theme[] = [
  theme('建立{town}志愿者回馈嘉许制度', 'society', 'civil-affairs', ['publicity', 'human-resources'], 'group-society',
    '志愿者长期参与疫情防控、文明引导和助老服务，服务时长分散记录在几个平台，没有统一的激励办法，参与热情靠情怀维持。',
    '由民政部门牵头统一记录服务时长，在公共场馆、公交、体检等方面给予回馈，每年评选嘉许，做到时长可查、回馈可兑现。',
    '印发志愿服务嘉许办法，统一了时长记录，回馈项目已在服务窗口兑现。'),
  theme('{town}路口车辆违停智能化查处', 'society', 'police', ['urban-management', 'housing'], 'group-society',
    '学校、医院周边早晚高峰违停严重，人工巡查间隔长，消防通道常被占用，群众反复反映。',
    '在重点路段试行智能抓拍与短信提醒联动，先提醒后处罚，数据同步给综合执法部门，避免重复执法。',
    '首批路口启用提醒与抓拍，违停回潮率明显下降，消防通道占用投诉减少。'),
  theme('{town}老旧小区加装电梯联审联办', 'society', 'housing', ['natural-resources', 'market'], 'group-society',
    '加装电梯要跑多个窗口，图纸反复修改，邻里意见协调没有统一程序，一部电梯办下来要半年以上。',
    '设一个综合窗口收件，住建牵头联合审图，社区提供协商模板，承诺办结时限并对外公布。',
    '联审联办流程上线，申请材料由九份减为四份。'),
  theme('{town}企业开办全程网上可办', 'economy', 'approval', ['market'], 'group-economy',
    '开办企业涉及执照、刻章、税务、社保等环节，企业反映表单重复填、来回跑。',
    '把各环节并到一张表，一次提交、并联办理，证照免费寄递。',
    '企业开办实现一表申请，平均办理时间压缩到一个工作日以内。'),
  theme('{town}渔港渔获交易电子台账', 'economy', 'ocean', ['market', 'agriculture'], 'group-economy',
    '渔获上岸数量和流向靠手工登记，质量追溯困难，渔民贷款缺少经营凭据。',
    '在渔港推行扫码登记，数据供追溯和授信使用，渔民自愿授权。',
    '渔港电子台账投入使用，已有渔船凭台账获得授信。'),
  theme('{town}闲置厂房盘活信息公开', 'economy', 'natural-resources', ['industry', 'investment'], 'group-economy',
    '闲置厂房情况不公开，企业找不到合适的厂房，镇街招商也摸不清底数。',
    '建立闲置厂房清单并定期公开，注明面积、层高、配套，统一撮合对接。',
    '清单按季公开，首批厂房完成对接。'),
  theme('{town}农村快递进村统一站点', 'society', 'transport', ['commerce', 'agriculture'], 'group-society',
    '快递只送到镇上，村民取件要跑十几里，老人尤其不便。',
    '利用村级便民服务点设统一收发站，多家快递共用，公交代运。',
    '各村统一站点开通，取件距离大幅缩短。'),
  theme('{town}幼儿园招生材料精简', 'society', 'education', ['police', 'approval'], 'group-society',
    '入园报名要交多种证明复印件，很多信息部门之间已经掌握。',
    '通过数据共享核验户籍、房产、居住信息，家长只需填报名表。',
    '报名材料由七项减为一项，核验由系统完成。'),
  theme('{town}基层网格事项清单化', 'democracy', 'politics-law', ['civil-affairs'], 'group-law',
    '网格员承担事项越来越多，权责不清，表格重复填报。',
    '编制网格事项清单，清单外事项不得下派，各部门共用一张表。',
    '网格事项清单印发，重复报表取消。'),
  theme('{town}民营企业法律体检制度', 'democracy', 'justice', ['market', 'commerce'], 'group-law',
    '中小企业缺少法务，合同、用工风险往往到诉讼阶段才暴露。',
    '组织律师为企业免费体检，出具风险清单，纠纷先行调解。',
    '法律体检覆盖重点企业，劳动争议调解成功率提高。'),
  theme('{town}文化场馆错时开放', 'culture', 'culture', ['publicity'], 'group-culture',
    '文化馆、图书馆开放时间与上班时间重合，职工和学生难以使用。',
    '推行周末和晚间错时开放，志愿者参与值守，线上预约。',
    '场馆实行错时开放，晚间到馆人次明显增加。'),
  theme('{town}古村落活化利用试点', 'culture', 'culture', ['natural-resources', 'agriculture'], 'group-culture',
    '传统民居空置损毁，村集体想修缮但缺少资金和办法。',
    '选若干村试点，明确产权流转、修缮标准和收益分配。',
    '试点村修缮方案通过评审，首批民居开工。'),
  theme('{town}村干部星级化管理', 'party', 'organisation', ['finance'], 'group-party',
    '村干部干多干少一个样，考核以台账材料为主。',
    '按实绩评星定级，报酬与星级挂钩，群众评价占一定权重。',
    '星级化管理办法印发，首轮评定完成。'),
  theme('{town}政务公开栏统一更新提醒', 'discipline', 'discipline', ['government-office'], 'group-discipline',
    '部分村居公开栏长期不更新，群众看不到惠民资金发放情况。',
    '建立公开事项到期提醒，未更新的自动通知镇街纪检。',
    '到期提醒启用，公开及时率提高。'),
  theme('{town}园区企业夜间公交专线', 'economy', 'transport', ['industry'], 'group-economy',
    '园区企业倒班职工夜间下班没有公交，招工困难。',
    '按班次开设定制公交，企业与财政分担成本，客流不足时调整。',
    '夜间专线开通，职工可扫码预约。'),
  theme('{town}工业污水处理价格公示', 'economy', 'ecology', ['development'], 'group-economy',
    '企业反映污水处理收费标准不透明，不同企业差别大。',
    '公示收费依据和分档标准，建立异议复核机制。',
    '收费标准在园区公示，异议复核渠道开通。'),
  theme('{town}医保异地备案掌上办理', 'society', 'medical-insurance', ['health'], 'group-society',
    '异地就医备案要到窗口，随子女居住的老人办理不便。',
    '开通掌上备案和亲属代办，社区协助老人办理。',
    '掌上备案开通，窗口办理量下降。'),
  theme('{town}高层次人才服务专员', 'party', 'human-resources', ['organisation', 'science'], 'group-party',
    '引进人才在住房、子女入学等方面要自己跑多个部门。',
    '为每名人才配服务专员，一口受理、限时办结。',
    '服务专员制度建立，人才服务事项限时办结。'),
  theme('{town}环评审批同类项目打捆办理', 'economy', 'ecology', ['approval'], 'group-economy',
    '同一园区同类小项目逐个编环评，费用高、周期长。',
    '对同类项目试行打捆编制、打捆审批，承诺统一的污染防治措施。',
    '首批同类项目打捆审批完成。'),
  theme('{town}退役军人就业岗位直通', 'society', 'veterans', ['human-resources'], 'group-society',
    '退役军人求职信息分散，企业也难找到合适人选。',
    '建立岗位直通清单，技能培训与岗位对应，跟踪半年。',
    '岗位直通清单每月发布，首批人员上岗。'),
];

function theme(
  title: string, field: Theme['field'], unit: string, co: readonly string[], group: string, grounds: string, measure: string, result: string,
): Theme {
  return { title, field, unit, co, group, grounds, measure, result };
}
