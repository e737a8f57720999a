/** How the yearly points say no. */
export const annualPointsRefusals = {
  stillCollecting: { zh: '还有{count}个单位没有申报，时限{day}未过；到期后再梳理，或者先催报。', en: '{count|unit has|units have} until {day} to answer; wait for them or urge them.' },
  notYetUrged: { zh: '催报从征集期满后第{days}个工作日起，现在还早。', en: 'Units are urged from the {days}th working day after the call has ended.' },
  nobodyToUrge: { zh: '各单位都已申报，不需要催报。', en: 'Every unit has answered.' },
  noTasks: { zh: '{year}年还没有编列任务，请先编列或者导入任务分解表。', en: 'No task of {year} is listed yet; list or import them first.' },
  gapsOpen: { zh: '上级条目还有缺口，不能提请审议：{list}。请落到任务，或者由专项小组组长签字说明不适用。', en: 'Clauses from above are not taken up, so it cannot be put forward: {list}. Give each a task, or have the head of a special group sign that it does not apply.' },
  stillConsulting: { zh: '还有{count}个单位没有回复，时限{day}未过；逾期不复视为无意见。', en: '{count|unit has|units have} until {day} to answer; silence then counts as no objection.' },
  adoptionMissing: { zh: '“{unit}”的意见还没有写明是否采纳；不采纳、部分采纳的要写理由。', en: 'The opinion of “{unit}” has no decision yet; what is not wholly adopted needs a reason.' },
  opinionsChanged: { status: 422, zh: '采纳情况表里各单位的意见原文不能改动，只填采纳情况和理由。', en: 'What the units said may not be changed; fill in only what became of it.' },
  reworkFirst: { zh: '会议是原则通过，请先按会议意见修改，办“修改完毕”之后再印发。', en: 'It passed in principle; rework it as the meeting said before it is issued.' },
  notInPrinciple: { zh: '会议已审议通过，不需要修改环节。', en: 'It passed as it was; there is nothing to rework.' },
  meetingLater: { status: 422, zh: '审议日期不能晚于今天。', en: 'The meeting cannot lie after today.' },
  issuedLater: { status: 422, zh: '印发日期不能晚于今天。', en: 'It cannot have been issued after today.' },
  taskIncomplete: { zh: '序号{seq}的任务缺{what}，印发前请补上。', en: 'Task {seq} lacks {what}; please add it before the issue.' },
  nothingToRevise: { status: 422, zh: '没有新编列的任务，也没有选择取消的任务；请先编列，或者选择要取消的任务。', en: 'No task is listed anew and none is to be cancelled; do one of them first.' },
  notOfThisYear: { status: 422, zh: '“{title}”不是这份要点的在办任务。', en: '“{title}” is no task under way of these points.' },
} as const;
