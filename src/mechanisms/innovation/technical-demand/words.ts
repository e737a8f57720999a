import { fact } from '#kernel/fact.ts';

/** 需求类型 (innovation.md §2.2). */
export const demandKinds = {
  breakthrough: { zh: '关键技术攻关', en: 'Key technology' },
  product: { zh: '新产品开发', en: 'New product' },
  process: { zh: '工艺改进', en: 'Better process' },
  support: { zh: '技术配套', en: 'Supporting technology' },
  introduction: { zh: '成果引进', en: 'Achievement to bring in' },
  testing: { zh: '检测试验', en: 'Testing' },
  standard: { zh: '标准', en: 'Standard' },
  talent: { zh: '人才', en: 'Talent' },
} as const;

export const coopModes = {
  joint: { zh: '联合攻关', en: 'Joint research' },
  commission: { zh: '委托开发', en: 'Commissioned research' },
  transfer: { zh: '技术转让', en: 'Transfer' },
  licence: { zh: '技术许可', en: 'Licence' },
  equity: { zh: '技术入股', en: 'Technology for shares' },
  lab: { zh: '共建平台', en: 'Shared laboratory' },
  advice: { zh: '咨询服务', en: 'Advice and service' },
} as const;

export const ipRules = {
  publisher: { zh: '归需求方', en: 'Whoever asks' },
  solver: { zh: '归承担方', en: 'Whoever solves' },
  shared: { zh: '双方共有', en: 'Both' },
  agreed: { zh: '另行约定', en: 'To be agreed' },
} as const;

/** 公开级别: who may learn of a demand. */
export const disclosures = {
  open: { zh: '公开', en: 'Open' },
  masked: { zh: '脱敏公开', en: 'Open without the name' },
  targeted: { zh: '定向', en: 'To chosen parties' },
  secret: { zh: '保密', en: 'Kept to the offices' },
} as const;

/** The levels that the public page may show. */
export const publicLevels = ['open', 'masked'] as const;

export const returnReasons = {
  unclear: { zh: '瓶颈描述不清', en: 'The bottleneck is unclear' },
  noIndicator: { zh: '缺少可测指标', en: 'No measurable indicator' },
  budget: { zh: '投入和期限不匹配', en: 'Budget and term do not fit' },
  field: { zh: '行业或领域选错', en: 'Wrong industry or field' },
  disclosure: { zh: '公开级别不当', en: 'Unsuitable level of disclosure' },
  several: { zh: '几项需求混在一起', en: 'Several demands in one' },
} as const;

export const declineReasons = {
  outOfScope: { zh: '不属于技术需求', en: 'No technical demand' },
  procurement: { zh: '单纯采购设备、材料', en: 'Plain procurement' },
  marketing: { zh: '推销产品和服务', en: 'Marketing' },
  solved: { zh: '已有成熟技术、企业已解决', en: 'Solved already' },
} as const;

export const operators = {
  atLeast: { zh: '不低于（≥）', en: 'At least (≥)' },
  atMost: { zh: '不高于（≤）', en: 'At most (≤)' },
  equal: { zh: '等于（=）', en: 'Equal (=)' },
  range: { zh: '介于', en: 'Between' },
} as const;

/** A technical indicator: what, how it is compared, with what, in which unit, by which test. */
export const kpiColumns = {
  name: fact.text({ zh: '指标', en: 'Indicator' }, { max: 60 }),
  operator: fact.choice({ zh: '比较', en: 'Compared' }, operators),
  value: fact.decimal({ zh: '指标值', en: 'Value' }, { min: -1e9, max: 1e9 }),
  upTo: fact.decimal({ zh: '上限（介于时）', en: 'Up to (between)' }, { min: -1e9, max: 1e9 }),
  unit: fact.text({ zh: '单位', en: 'Unit' }, { max: 20 }),
  method: fact.text({ zh: '检测方法', en: 'Test' }, { max: 80 }),
};

const axis = (zh: string, en: string) => fact.decimal({ zh, en }, { isRate: true, min: 0, max: 1, decimals: 2 });

/** What an expert judges, each from 0 to 1 (innovation.md §2.3); how specific a demand is follows from its indicators. */
export const axisFacts = {
  clarity: axis('瓶颈清晰', 'Clarity of the bottleneck'),
  market: axis('市场价值', 'Market value'),
  budgetRealism: axis('投入合理', 'Realism of the budget'),
  ownBasis: axis('自有基础', 'Basis of own work'),
  offShelf: axis('无现成技术', 'Not off the shelf'),
};

export const candidateColumns = {
  party: fact.text({ zh: '供给方', en: 'Supplier' }, { max: 120 }),
  achievement: fact.text({ zh: '成果或团队', en: 'Achievement or team' }, { max: 160 }),
  ground: fact.text({ zh: '推荐理由', en: 'Why' }, { max: 200 }),
  proposedOn: fact.day({ zh: '推荐日期', en: 'Proposed on' }),
  outcome: fact.choice({ zh: '对接结果', en: 'Outcome' }, {
    interested: { zh: '有意深谈', en: 'Interested' },
    later: { zh: '暂缓', en: 'Later' },
    unsuitable: { zh: '不匹配', en: 'Unsuitable' },
  }),
  note: fact.text({ zh: '反馈', en: 'Feedback' }, { max: 200 }),
};
