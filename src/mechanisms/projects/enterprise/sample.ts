import type { Story } from '../../story.ts';
import { creditCodeOf } from '../sample-names.ts';
import { penFrom, storyOf } from '../sample-pen.ts';
import { enterpriseGroups } from '../sample-plan.ts';

const marks = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥', '天', '地'];
const trades = ['装备', '汽车', '海洋', '纺织', '航空', '物流', '电子', '海工', '信息', '商贸', '食品', '种业'];
const codes = ['C3670', 'C3670', 'C2770', 'C1781', 'C3744', 'G5930', 'C3985', 'C3737', 'I6450', 'G5990', 'C1371', 'A0511'];

/** Three enterprises in a chain, twenty-four times: the group, the investor it holds, the project company that holds. */
export function enterpriseStories(): readonly Story[] {
  return Array.from({ length: enterpriseGroups }, (_, at) => {
    const mark = `示例${marks[at] ?? ''}${trades[at % trades.length] ?? ''}`;
    const common = { industry: codes[at % codes.length], foundedOn: `20${String(8 + (at % 9)).padStart(2, '0')}-05-18` };
    const list = (nth: number, minute: number, input: object, holder?: { key: string; share: number; kind: string }) =>
      penFrom('2020-01-02', minute).after(0, 'invest-1', 'list', (known) => ({
        ...common, ...input, creditCode: creditCodeOf(at * 3 + nth),
        ...(holder ? { holders: [{ holder: known.idOf(holder.key), share: holder.share, kind: holder.kind }, ...(holder.share < 100 ? [{ name: '自然人股东', share: 100 - holder.share, kind: 'holding' }] : [])] } : {}),
      }));
    const share = at % 3 === 0 ? 100 : 51 + (at % 40);
    return [
      storyOf(`enterprise-g${at + 1}`, 'enterprise', list(1, at, { name: `${mark}集团有限公司`, kind: at % 5 === 0 ? 'state' : 'limited', capital: 5_000_000_000 + at * 100_000_000, isLocal: false })),
      storyOf(`enterprise-i${at + 1}`, 'enterprise', list(2, 60 + at, { name: `${mark}投资有限公司`, kind: at % 6 === 0 ? 'foreign' : 'limited', capital: 1_000_000_000, isLocal: false }, { key: `enterprise-g${at + 1}`, share, kind: 'controlling' })),
      storyOf(`enterprise-c${at + 1}`, 'enterprise', list(3, 120 + at, { name: `${mark}（即墨）有限公司`, kind: 'limited', capital: 500_000_000, isLocal: true }, { key: `enterprise-i${at + 1}`, share: 100, kind: 'controlling' })),
    ];
  }).flat();
}
