/** The lines of a sheet, with their highest points (projects.md §3.4): a template that a district may change for meetings to come. */
export const criteria = {
  direction: { zh: '产业导向与链条', en: 'Industrial direction and chain', max: 15 },
  technology: { zh: '技术先进与成熟', en: 'Technology, advanced and mature', max: 15 },
  investor: { zh: '投资主体与资金', en: 'Investor and funds', max: 15 },
  intensity: { zh: '投资强度与进度', en: 'Intensity and pace of investment', max: 10 },
  yield: { zh: '亩均产出与税收', en: 'Output and tax per mu', max: 20 },
  land: { zh: '用地与规划', en: 'Land and planning', max: 5 },
  energy: { zh: '能耗与环境', en: 'Energy and environment', max: 10 },
  safety: { zh: '安全', en: 'Safety', max: 5 },
  jobs: { zh: '就业与带动', en: 'Jobs and knock-on effects', max: 5 },
} as const;

export type CriterionKey = keyof typeof criteria;

/** What the platform computes: what is promised against the standard (projects.md §3.4). */
export const benchmarks = {
  intensity: { zh: '投资强度', en: 'Investment intensity' },
  taxPerMu: { zh: '亩均税收', en: 'Tax per mu' },
  plotRatio: { zh: '容积率', en: 'Plot ratio' },
  energy: { zh: '单位能耗', en: 'Energy per unit of output' },
  research: { zh: '研发投入', en: 'Research and development' },
} as const;

/** Why somebody may not judge a project (projects.md §3.3; R1–R3 as the expert rules of government procurement, 财库〔2016〕198号). */
export const recusalGrounds = {
  R1: { zh: '三年内在申请单位或其关联企业任职', en: 'employed by the applicant or an affiliate within three years' },
  R2: { zh: '担任董事、监事、控股股东或实际控制人', en: 'a director, supervisor or controlling holder' },
  R3: { zh: '与其负责人有亲属关系', en: 'kin of its principals' },
  R4: { zh: '持有股份或期权', en: 'holds shares or options' },
  R5: { zh: '三年内有偿顾问、共同研究或共同专利', en: 'paid consulting, joint research or patent within three years' },
  R6: { zh: '三年内有师生或合著关系', en: 'teacher, student or co-author within three years' },
  R7: { zh: '参与过本项目的策划、可研或尽调', en: 'took part in planning, feasibility study or due diligence' },
  R8: { zh: '与申请单位有竞争关系', en: 'a competitor of the applicant' },
  R10: { zh: '本人申请回避或者异议成立', en: 'own request, or an objection upheld' },
} as const;

export type Ground = keyof typeof recusalGrounds;
