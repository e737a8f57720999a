/** What the evaluation says no to. */
export const evaluationCycleRefusals = {
  yearNotOver: { status: 422, zh: '{year}年还没有结束，不能评价。', en: '{year} is not over and cannot be evaluated.' },
  evaluatedAlready: { status: 422, zh: '{year}年这个范围的评价已经有了（{name}），不能再立。', en: 'There is an evaluation of {year} with this scope already ({name}).' },
  schemeUnsound: { status: 422, zh: '方案不能用：{why}', en: 'The scheme cannot be used: {why}' },
  benchmarkMissing: { status: 422, zh: '指标“{indicator}”选了公布值，没有填基准值。', en: '“{indicator}” has a printed benchmark and no value.' },
  notDelivered: { zh: '还有单位没有提供{year}年数据：{owners}。', en: 'Not yet delivered for {year}: {owners}.' },
  stillEnrolling: { zh: '一企一单还在生成，请稍候。', en: 'The sheets are still being made. Please wait.' },
  sheetsUnsettled: { zh: '还有{count}家企业没有确认或异议没有答复。', en: '{count|enterprise has|enterprises have} not confirmed or wait for an answer.' },
  jointsUndecided: { zh: '还有{count}组合并评价没有审定。', en: '{count|joint evaluation waits|joint evaluations wait} for a decision.' },
  noTrial: { zh: '还没有试算结果。', en: 'There is no trial run yet.' },
  anomaliesOpen: { zh: '还有{count}条数据异常没有核清，不能送会审。', en: '{count} anomaly(ies) are not cleared; it cannot go to the review.' },
  remarksOpen: { zh: '还有{count}条认定事项没有会审。', en: '{count|finding of departments is|findings of departments are} not reviewed.' },
  trialStale: { zh: '试算之后认定事项、合并评价或者数据有变化，请重新试算。', en: 'Findings, joint evaluations or data have changed since the trial run. Please compute again.' },
  publicityRuns: { zh: '公示到{day}为止，还不能审定。', en: 'It is public until {day}; it cannot be approved yet.' },
  objectionsOpen: { zh: '还有{count}条异议没有答复，不能审定。', en: '{count|objection is|objections are} not answered; it cannot be approved.' },
  stillUsed: { zh: '结果应用到{day}，还不能归档。', en: 'The results are used until {day}; it cannot be archived yet.' },
} as const;
