/** 机构类别: a manager and a fund it manages are two institutions, counted apart (innovation.md §10). */
export const financeKinds = {
  bank: { zh: '银行', en: 'Bank' },
  securities: { zh: '证券', en: 'Securities' },
  insurance: { zh: '保险', en: 'Insurance' },
  manager: { zh: '私募股权、创投管理人', en: 'Manager of private equity or venture capital' },
  fund: { zh: '基金（产品）', en: 'Fund (product)' },
  leasing: { zh: '融资租赁', en: 'Financial leasing' },
  guarantee: { zh: '担保', en: 'Guarantee' },
  factoring: { zh: '保理', en: 'Factoring' },
  microloan: { zh: '小额贷款', en: 'Small loans' },
  other: { zh: '其他', en: 'Other' },
} as const;

/** 实体存在: what shows that there is more than a plate on a door. One is enough. */
export const presences = {
  paidIn: { zh: '实缴资本', en: 'Capital paid in' },
  filing: { zh: '登记备案', en: 'Filing' },
  lease: { zh: '办公租约', en: 'Lease of an office' },
  staff: { zh: '参保人员', en: 'Insured staff' },
} as const;

/** 提示: what calls for a second look before anybody is counted in good faith. */
export const alerts = {
  name: { zh: '名称含“金融”“基金”而没有备案', en: 'A name with “finance” or “fund” and no filing' },
  group: { zh: '同一控制人登记过多', en: 'Too many of one controller' },
} as const;
