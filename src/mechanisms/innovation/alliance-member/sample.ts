import { addDays, type Day } from '#kernel/calendar.ts';
import { creditCodeOf } from '../../projects/sample-names.ts';
import { penFrom, storyOf, type Pen } from '../../projects/sample-pen.ts';
import type { Story } from '../../story.ts';
import { techFirms } from '../sample-firms.ts';
import { rowIn, two, type BroughtFile } from '../../sample-rows.ts';

/** Credit codes of members that stand in no other register of the sample begin here. */
const firstMember = 71_001;
const assembly: BroughtFile = { file: '联盟成立大会成员名单.xlsx', mechanism: 'allianceMember', day: '2020-06-15', minute: 244, by: 'alliance', action: 'found' };
const founders = 47;
const categories = ['firm', 'research', 'firm', 'service', 'finance', 'firm', 'research', 'park', 'firm', 'association'] as const;
const names = { firm: '海洋科技企业', research: '海洋科研院所', finance: '创业投资机构', service: '科技服务机构', park: '专业园区', association: '行业协会' } as const;

/** Forty-seven founded it and twenty joined by vote; two left, one is warned and one suspended: sixty-three on the last day. Two partners are no members. */
export function allianceStories(): readonly Story[] {
  return [...Array.from({ length: founders }, (_each, at) => founder(at)), ...Array.from({ length: 22 }, (_each, at) => joining(at)), ...[0, 1].map(partner)];
}

function about(at: number): Readonly<Record<string, unknown>> {
  const category = categories[at % categories.length] ?? 'firm';
  const firm = category === 'firm' ? techFirms[at * 2] : undefined;
  return { name: firm?.name ?? `示例${names[category]}${two(at + 1)}`, creditCode: creditCodeOf(firm?.serial ?? firstMember + at), category };
}

function founder(at: number): Story {
  return rowIn(assembly, `member-${at + 1}`, () => ({
    ...about(at), councilRole: at === 0 ? 'chair' : at < 5 ? 'vice' : at < 15 ? 'council' : 'member', joinedOn: '2020-06-12', foundingPaper: '联盟成立大会纪要第1号', dues: at < 15 ? 2_000_000 : 500_000,
  }), (pen) => {
    // The two that did nothing for a year are the last of the list.
    if (at >= founders - 2) {
      pen.from('2021-06-21').after(0, 'alliance', 'warn');
      return at === founders - 1 ? pen.from('2021-09-13').after(0, 'alliance', 'suspend', () => ({ reason: '提醒后仍没有参加联盟活动。' })) : pen;
    }
    active(pen, at, '2020-09-21');
    if (at === 30) return pen.from('2021-05-24').after(0, 'alliance', 'withdraw', (known) => ({ evidence: [known.file('退盟函')] }));
    if (at === 31) return pen.from('2021-10-25').after(0, 'alliance', 'expel', (known) => ({ present: 13, inFavour: 12, against: 0, abstained: 1, reason: '提供虚假业绩材料，经查实。', evidence: [known.file('理事会纪要')] }));
    return active(pen, at, '2021-05-31');
  });
}

/** One of the days on which members meet, file or sign. */
function active(pen: Pen, at: number, from: Day): Pen {
  const [kind, words] = at % 5 === 0 ? (['contract', '签订技术开发合同'] as const) : at % 2 === 0 ? (['filing', '提交技术需求'] as const) : (['event', '参加供需对接会'] as const);
  const on = pen.from(addDays(from, at % 20)).day();
  return pen.after(0, 'alliance', 'noteActivity', () => ({ kind, on, words }));
}

/** Six joined in 2020 and fourteen in 2021; of the last two one is declined and one waits for its review. */
function joining(at: number): Story {
  const start = at < 6 ? addDays('2020-08-03', at * 12) : at === 21 ? '2021-12-16' : addDays('2021-01-11', (at - 6) * 19);
  const pen = penFrom(start, 280 + (at % 18)).after(0, 'alliance', 'apply', () => about(founders + at));
  if (at === 21) return storyOf(`member-new-${at + 1}`, 'allianceMember', pen);
  pen.after(4 + (at % 5), 'alliance', 'review', (known) => ({ evidence: [known.file('审查意见')] }));
  const present = 9 + (at % 6);
  const inFavour = at === 20 ? 5 : present - (at % 3);
  pen.after(6, 'alliance', 'vote', (known) => ({ present, inFavour, against: present - inFavour, abstained: 0, evidence: [known.file('理事会纪要')] }));
  if (at === 20) return storyOf(`member-new-${at + 1}`, 'allianceMember', pen);
  pen.after(3, 'alliance', 'enrol', () => ({ dues: 500_000 }));
  return storyOf(`member-new-${at + 1}`, 'allianceMember', at < 14 ? active(pen, at, '2021-09-06') : pen);
}

function partner(at: number): Story {
  return storyOf(`member-partner-${at + 1}`, 'allianceMember', penFrom('2020-07-20', 299).after(at, 'alliance', 'listPartner', () => ({ name: `示例工业互联网平台${two(at + 1)}`, creditCode: creditCodeOf(firstMember + 90 + at), category: 'service' })));
}
