import type { Known, Step, Story } from '../../story.ts';
import { accountOf } from '../sample-names.ts';
import { plannedReviews, type PlannedReview } from '../sample-days.ts';
import { criteria } from '../sheet.ts';

/** A sheet for every seat of the forty reviews, scored and locked by whoever was drawn; a few are revised after the discussion. */
export function scoreSheetStories(): readonly Story[] {
  return plannedReviews.flatMap((review) => Array.from({ length: review.size }, (_, seat) => ({ key: `sheet-${review.planned.key}-${seat + 1}`, mechanism: 'scoreSheet', steps: stepsOf(review, seat) })));
}

/** In one meeting an expert hands in his neighbour's sheet, word for word: what supervision looks for afterwards finds it. */
const copied = { nth: 21, seat: 5 };

function stepsOf(review: PlannedReview, place: number): readonly Step[] {
  const { nth, size, meetingOn, planned } = review;
  const seat = nth === copied.nth && place === copied.seat ? place - 1 : place;
  const about = { by: (known: Known) => accountOf(seatOf(known, place)?.person), reads: `meeting-${planned.key}`, asks: sheetsOf, of: (known: Known) => sheetOf(known, place) };
  const total = totalOf(review, seat);
  const lock = { ...about, at: minute(meetingOn, 80 + place * 9 + (nth % 5)), action: 'lock', input: () => ({ scores: linesFor(total, seat), agrees: total >= 70, comment: commentOf(nth, seat, total) }) };
  const isRevised = nth % 11 === 8 && place === size - 1;
  return isRevised ? [lock, { ...about, at: minute(meetingOn, 240), action: 'revise', input: () => ({ scores: linesFor(total + 2, seat), agrees: true, reason: '讨论中投资方补充了订单合同，对“投资主体与资金”一项相应上调。' }) }] : [lock];
}

const seatOf = (known: Known, seat: number) => ((known.read?.facts['panel'] ?? []) as readonly { readonly person: string; readonly expertNo: string }[])[seat];
const sheetsOf = (known: Known) => ({ mechanism: 'scoreSheet', where: { fact: 'meeting', in: [known.read?.id ?? ''] } });

function sheetOf(known: Known, seat: number): string {
  const no = Number(seatOf(known, seat)?.expertNo);
  const sheet = known.found.find(({ facts }) => facts['expertNo'] === no);
  if (!sheet) throw new Error(`no sheet for expert ${no}`);
  return sheet.id;
}

/** The totals of the worked example in the first of them (projects.md §3.4); in the others about what the outcome needs, in one of nine with one far off. */
function totalOf({ nth, outcome, size }: PlannedReview, seat: number): number {
  if (nth === 0) return [86, 84, 79, 91, 83, 62, 85, 84, 86][seat] ?? 84;
  if (nth % 9 === 0 && seat === size - 2) return 58;
  const base = outcome === 'passed' || outcome === 'vetoed' ? 84 : outcome === 'conditional' ? 73 : 60;
  return base + ((nth * 3 + seat * 5) % 9) - 3 + ((nth + seat) % 2) / 2;
}

/** Points that come to a total: each line its share in whole halves, what is left over on lines with room, beginning at another one for each seat. */
function linesFor(total: number, seat: number): readonly object[] {
  const lines = Object.entries(criteria).map(([criterion, { max }]) => ({ criterion, max, points: Math.floor((max * 2 * total) / 100) / 2 }));
  let left = total - lines.reduce((sum, { points }) => sum + points, 0);
  const order = lines.map((_, at) => lines[(at + seat * 2) % lines.length]);
  for (let at = 0; left > 0; at += 1) {
    const line = order[at % order.length];
    if (line === undefined || line.points >= line.max) continue;
    line.points += 0.5;
    left -= 0.5;
  }
  return lines.map(({ criterion, max, points }) => ({ criterion, points, ...(points < max / 2 || points > max * 0.95 ? { reason: points < max / 2 ? '资料所示水平明显低于同类项目，佐证不足。' : '处于同类项目领先水平，佐证充分。' } : {}) }));
}

const openings = ['产业方向与本区链条契合', '工艺路线成熟，主要设备可靠', '投资主体资信良好', '用地和规划条件基本落实', '能耗和排放指标可控', '就业带动明显', '财务测算较稳健', '知识产权权属清楚', '安全设施方案可行'] as const;
const worries = ['建议把首期投资和税收写进协议', '建议分期供地、达标后续供', '订单集中于少数客户，应持续跟踪', '环评和能评宜尽早启动', '流动资金安排偏紧', '核心技术人员需长期绑定', '厂房容积率还可以提高', '设备国产化比例有提升空间'] as const;

function commentOf(nth: number, seat: number, total: number): string {
  return `${openings[(nth + seat) % openings.length] ?? ''}；${worries[(nth * 3 + seat * 5) % worries.length] ?? ''}。本席评${total}分，依据见申报材料第${4 + ((nth * 7 + seat * 11) % 60)}页。`;
}

function minute(day: string, minutes: number): string {
  return new Date(Date.parse(`${day}T01:00:00Z`) + minutes * 60_000).toISOString();
}
