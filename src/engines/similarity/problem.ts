/** One text with its id and the parts it is compared by: title, reason, measure … */
export interface Item {
  readonly id: string;
  readonly parts: Readonly<Record<string, string>>;
}

/** Which of these are likely to say the same as the one? */
export interface SimilarityProblem {
  readonly item: Item;
  readonly others: readonly Item[];
  /** Words that mean the same, each group's first standing for the rest. */
  readonly synonyms?: readonly (readonly string[])[];
  /** A pair is a candidate from this Jaccard index of shingles on … */
  readonly jaccardFrom?: number;
  /** … or from this cosine of TF-IDF weights on. */
  readonly cosineFrom?: number;
}

/** A candidate with both measures, over everything said. */
export interface Candidate {
  readonly id: string;
  readonly jaccard: number;
  readonly cosine: number;
  /** The larger of the two: what is shown. */
  readonly similarity: number;
}

/** The thresholds of reform.md §9.5; a person decides all the same. */
export const thresholds = { jaccard: 0.6, cosine: 0.75 } as const;

/** Everyday words for the same thing in what people propose. */
export const commonSynonyms: readonly (readonly string[])[] = [
  ['停车', '泊车'],
  ['违停', '违章停车', '违规停车', '乱停车', '乱停乱放'],
  ['小区', '居民区', '住宅区'],
  ['老人', '老年人', '老年群众', '老同志'],
  ['学生', '中小学生'],
  ['公交', '公交车', '公共汽车'],
  ['电动车', '电动自行车', '电瓶车'],
  ['垃圾', '生活垃圾'],
  ['志愿者', '义工', '志愿服务者'],
  ['建议', '提议', '希望', '请求'],
  ['设立', '建立', '设置', '成立'],
  ['增加', '增设', '加装'],
  ['办事大厅', '政务大厅', '政务服务大厅', '办事中心'],
];
