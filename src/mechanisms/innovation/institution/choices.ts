/** 机构类别. */
export const institutionKinds = {
  institute: { zh: '科研院所', en: 'Research institute' },
  university: { zh: '高校', en: 'University' },
  centralFirm: { zh: '央企研究院', en: 'Institute of a central enterprise' },
  newType: { zh: '新型研发机构', en: 'New-type research body' },
  other: { zh: '其他', en: 'Other' },
} as const;

/** 设立方式. */
export const setupModes = {
  whole: { zh: '整建制', en: 'As a whole' },
  branch: { zh: '分支', en: 'Branch' },
  joint: { zh: '共建', en: 'Jointly' },
  campus: { zh: '校区', en: 'Campus' },
} as const;

/** What makes an institution 国字号: whose it is, or a name approved by the state. */
export const brandBases = {
  ministry: { zh: '国家部委所属', en: 'Under a ministry' },
  academy: { zh: '中国科学院等国家院所属', en: 'Under a national academy' },
  centralFirm: { zh: '中央企业所属', en: 'Under a central enterprise' },
  name: { zh: '国家批准名称', en: 'Name approved by the state' },
} as const;
