/** 成果类别. */
export const achievementKinds = {
  patent: { zh: '专利技术', en: 'Patented technology' },
  software: { zh: '软件', en: 'Software' },
  variety: { zh: '新品种', en: 'New variety' },
  process: { zh: '工艺', en: 'Process' },
  equipment: { zh: '装备', en: 'Equipment' },
  standard: { zh: '标准', en: 'Standard' },
  prototype: { zh: '样机', en: 'Prototype' },
} as const;

/** 转化方式 (促进科技成果转化法 第十六条). */
export const modes = {
  own: { zh: '自行实施', en: 'Own implementation' },
  transfer: { zh: '转让', en: 'Transfer' },
  licence: { zh: '许可', en: 'Licence' },
  joint: { zh: '合作实施', en: 'Joint implementation' },
  shares: { zh: '作价投资', en: 'Contribution for shares' },
} as const;

/** 技术成熟度 (GB/T 22900, names as commonly cited), each with the least evidence asked for it (innovation.md §7.1). */
export const trlLevels = {
  1: { name: { zh: '报告级', en: 'Report' }, asks: { zh: '论文或报告', en: 'a paper or report' } },
  2: { name: { zh: '方案级', en: 'Scheme' }, asks: { zh: '设计方案', en: 'a design scheme' } },
  3: { name: { zh: '功能级', en: 'Function' }, asks: { zh: '实验室测试记录', en: 'a laboratory test record' } },
  4: { name: { zh: '仿真级', en: 'Simulation' }, asks: { zh: '台架数据', en: 'bench data' } },
  5: { name: { zh: '初样级', en: 'First prototype' }, asks: { zh: '样机和环境试验', en: 'a prototype and an environment test' } },
  6: { name: { zh: '正样级', en: 'System prototype' }, asks: { zh: '演示验证报告，最好由第三方出具', en: 'a demonstration report, by a third party if possible' } },
  7: { name: { zh: '环境级', en: 'Real environment' }, asks: { zh: '海试或实景试验记录', en: 'a record of the sea trial or field trial' } },
  8: { name: { zh: '产品级', en: 'Product' }, asks: { zh: '第三方检测报告和标准', en: 'a third party’s test report and a standard' } },
  9: { name: { zh: '系统级', en: 'System in use' }, asks: { zh: '用户报告和销售合同', en: 'a user report and a sales contract' } },
} as const;

/** 核验程度, with how much it weighs (innovation.md §0.4). */
export const verifyLevels = {
  none: { zh: '未核验', en: 'Not verified' },
  self: { zh: '自述', en: 'Self-stated' },
  third: { zh: '第三方报告', en: 'Third-party report' },
  matched: { zh: '数据比对', en: 'Matched with official data' },
  seen: { zh: '一手核验', en: 'Seen by officials' },
} as const;
export const verifyWeights: Readonly<Record<keyof typeof verifyLevels, number>> = { none: 0, self: 0.3, third: 0.7, matched: 0.9, seen: 1 };

/** 五元价值 (国办发〔2021〕26号), and how much each weighs by type of research (innovation.md §7.2). */
export const axes = {
  scientific: { zh: '科学价值', en: 'Scientific' },
  technical: { zh: '技术价值', en: 'Technical' },
  economic: { zh: '经济价值', en: 'Economic' },
  social: { zh: '社会价值', en: 'Social' },
  cultural: { zh: '文化价值', en: 'Cultural' },
} as const;
export type Axis = keyof typeof axes;
export const researchTypes = { applied: { zh: '应用开发类', en: 'Applied' }, basic: { zh: '基础研究类', en: 'Basic' } } as const;
export const axisWeights: Readonly<Record<keyof typeof researchTypes, Readonly<Record<Axis, number>>>> = {
  applied: { scientific: 0.1, technical: 0.4, economic: 0.35, social: 0.1, cultural: 0.05 },
  basic: { scientific: 0.6, technical: 0.2, economic: 0.05, social: 0.1, cultural: 0.05 },
};

/** Where the owner sits: what is near is easier to work with. */
export const places = {
  district: { zh: '本区', en: 'The district' },
  city: { zh: '本市其他区（市）', en: 'Elsewhere in the city' },
  province: { zh: '省内其他市', en: 'Elsewhere in the province' },
  elsewhere: { zh: '省外', en: 'Beyond the province' },
} as const;

/** Standing of the rights in it. */
export const rightsStates = {
  valid: { zh: '有效', en: 'Valid' },
  lapsed: { zh: '已失效', en: 'Lapsed' },
  disputed: { zh: '有争议', en: 'Disputed' },
  licensedAway: { zh: '已独占许可他人', en: 'Licensed exclusively' },
} as const;

export const delistReasons = {
  owner: { zh: '成果方要求', en: 'At its owner’s wish' },
  rights: { zh: '知识产权失效或有争议', en: 'Rights lapsed or disputed' },
  secret: { zh: '涉密', en: 'Secret' },
  stale: { zh: '报价过期未更新', en: 'Its price is stale' },
} as const;
