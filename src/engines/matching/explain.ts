import { commonScheme, type Bar, type Level, type Match, type MatchScheme, type Part } from './problem.ts';

interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The parts of a score, in words. */
export const partNames: Readonly<Record<Part, Text>> = {
  text: { zh: '文字相近', en: 'Text' },
  field: { zh: '行业和领域', en: 'Industry and field' },
  maturity: { zh: '成熟度', en: 'Maturity' },
  budget: { zh: '投入', en: 'Budget' },
  due: { zh: '期限', en: 'Time' },
  geography: { zh: '地域', en: 'Place' },
  history: { zh: '履约记录', en: 'Record of contracts' },
};

/** The levels, in words. */
export const levelNames: Readonly<Record<Level, Text>> = {
  4: { zh: '强相关', en: 'strong' },
  3: { zh: '较强相关', en: 'good' },
  2: { zh: '弱相关', en: 'weak' },
  1: { zh: '不相关', en: 'none' },
};

/** Why an achievement is not offered, in words. */
export const barNames: Readonly<Record<Bar, Text>> = {
  offShelf: { zh: '成果未上架', en: 'it is not on the shelf' },
  lapsed: { zh: '知识产权已失效', en: 'its rights have lapsed' },
  disputed: { zh: '权属有争议', en: 'its ownership is disputed' },
  licensedAway: { zh: '已独占许可他人', en: 'it is licensed exclusively to others' },
  maturity: { zh: '成熟度差距过大', en: 'it is not ripe enough' },
  discredited: { zh: '成果方在失信名单上', en: 'its owner is on the list of the discredited' },
  undisclosed: { zh: '需求公开范围不含该方', en: 'the demand may not be shown to it' },
};

/** Every part of a score as it counts: value, weight, points; then the whole with its level. */
export function explain({ parts, score, level, isRelated }: Omit<Match, 'isPushed' | 'id'>, { weights }: MatchScheme = commonScheme): readonly Text[] {
  const lines = (Object.keys(partNames) as Part[]).map((part) => {
    const [value, points] = [parts[part].toFixed(2), (parts[part] * weights[part]).toFixed(4)];
    return { zh: `${partNames[part].zh}${value}×${weights[part]}＝${points}`, en: `${partNames[part].en} ${value} × ${weights[part]} = ${points}` };
  });
  const whole = { zh: `合计${score.toFixed(3)}，${level}级（${levelNames[level].zh}）`, en: `together ${score.toFixed(3)}, level ${level} (${levelNames[level].en})` };
  return isRelated ? [...lines, whole, { zh: '双方为同一实际控制人：只作参考，不计入统计，不给补助', en: 'both sides are under one control: shown, not counted, not subsidised' }] : [...lines, whole];
}
