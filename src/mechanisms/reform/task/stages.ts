/** Where a task stands (reform.md §4.3). What was struck before the points were issued never was one. */
export const taskStages = {
  drafted: { name: { zh: '编列中', en: 'Drafted' }, place: 'main', uncounted: true },
  struck: { name: { zh: '编列时删去', en: 'Struck out in drafting' }, place: 'end', uncounted: true },
  assigned: { name: { zh: '已下达', en: 'Assigned' }, place: 'main' },
  planSubmitted: { name: { zh: '方案待签', en: 'Plan to be signed' }, place: 'main' },
  planSigned: { name: { zh: '方案待审', en: 'Plan to be accepted' }, place: 'main' },
  planned: { name: { zh: '方案已定', en: 'Planned' }, place: 'main' },
  running: { name: { zh: '推进中', en: 'Running' }, place: 'main' },
  adjustApplied: { name: { zh: '申请延期', en: 'Asked to be put off' }, place: 'side' },
  suspended: { name: { zh: '暂缓', en: 'Suspended' }, place: 'side' },
  doneClaimed: { name: { zh: '申请办结', en: 'Claimed done' }, place: 'main' },
  groupAgreed: { name: { zh: '小组已同意', en: 'Agreed by the group' }, place: 'main' },
  verified: { name: { zh: '已核验', en: 'Verified' }, place: 'main' },
  closed: { name: { zh: '已销号', en: 'Closed' }, place: 'end' },
  cancelled: { name: { zh: '经批准取消', en: 'Cancelled by approval' }, place: 'end' },
  carriedOver: { name: { zh: '结转下年', en: 'Carried over' }, place: 'end' },
} as const;

export type TaskStage = keyof typeof taskStages;

/** Assigned and not yet at an end. */
export const openStages = ['assigned', 'planSubmitted', 'planSigned', 'planned', 'running', 'adjustApplied', 'suspended', 'doneClaimed', 'groupAgreed', 'verified'] as const satisfies readonly TaskStage[];
