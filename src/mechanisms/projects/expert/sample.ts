import { addDays } from '#kernel/calendar.ts';
import type { Story } from '../../story.ts';
import { penFrom, storyOf, type Pen } from '../sample-pen.ts';
import { reviewedProjects } from '../sample-plan.ts';

const pairs = [
  ['technology', 'ocean'], ['technology', 'patents'], ['finance'], ['finance', 'law'], ['land'], ['environment', 'safety'], ['law', 'patents'], ['technology'], ['safety', 'environment'], ['land', 'environment'],
] as const;
const employers = ['某海洋大学', '某科技大学', '某设计研究院', '某会计师事务所', '某律师事务所', '某环境科学研究院', '某规划院', '某安全技术中心', '某投资咨询公司', '某机械研究所', '某纺织研究院', '某专利代理所'];

/** A hundred and twenty experts: admitted early in 2020, declaring in person each year; a few paused, a few removed. */
export function expertStories(): readonly Story[] {
  return Array.from({ length: 120 }, (_, at) => storyOf(`expert-${at + 1}`, 'expert', expert(at)));
}

function expert(at: number): Pen {
  const number = at + 1;
  const account = `expert-${number}`;
  const pen = penFrom(addDays('2020-01-03', at % 9), at)
    .after(0, 'secretariat-1', 'apply', () => ({
      name: `示例专家${String(number).padStart(3, '0')}`, rosterNo: `2020-1-${String(number).padStart(3, '0')}`, titleLevel: at % 3 === 0 ? 'full' : 'associate', title: at % 3 === 0 ? '教授级高级工程师' : '高级工程师', years: 10 + (at % 25),
      specialties: [...(pairs[at % pairs.length] ?? ['technology'])], employerName: `${employers[at % employers.length] ?? ''}${Math.floor(at / employers.length) + 1}所`, bornOn: `19${String(54 + (at % 26)).padStart(2, '0')}-0${1 + (at % 9)}-15`,
      isOutside: at % 5 !== 0, region: at % 5 === 0 ? '本区' : at % 2 === 0 ? '本市' : '省内', isTrained: true, person: `holder-${account}`, pool: 'experts',
    }))
    .after(2, 'secretariat-2', 'check', (known) => ({ consentNo: `同意函〔2020〕${number}号`, evidence: [known.file('单位同意函')] }))
    .after(1, 'secretariat-2', 'publicise')
    .after(6, 'secretariat-head', 'admit')
    .after(2 + (at % 5), account, 'declare', (known) => ({ relations: relations(at, known.idOf) }));
  if (at === 117) return pen.from('2020-09-01').after(0, 'secretariat-head', 'remove', () => ({ removedFor: 'leak', reason: '会前泄露评审项目信息，经监督岗查实。' }));
  if (at === 118) return pen.from('2021-04-12').after(0, 'secretariat-head', 'remove', () => ({ removedFor: 'ownWish', reason: '本人因工作调动申请出库。' }));
  if (at === 119) return pen.from('2021-06-01').after(0, 'secretariat-1', 'pause', () => ({ reason: '出国访问一年。' }));
  pen.from(addDays('2021-01-11', at % 15)).after(0, account, 'declare', (known) => ({ relations: relations(at, known.idOf) }));
  if (at % 37 === 5) pen.from('2021-07-05').after(0, 'secretariat-1', 'recordAbsence', () => ({ absentOn: '2021-07-02', excused: at % 2 === 0, words: '评审会当天未到。' }));
  return pen;
}

/** The first expert holds shares of the group above the first applicant: recusal finds it two hops up. Some others consult or hold seats. */
function relations(at: number, idOf: (story: string) => string): readonly object[] {
  if (at === 0) return [{ kind: 'share', party: idOf((reviewedProjects[0]?.investor ?? 'enterprise-i1').replace('-i', '-g')), from: '2018-03-01' }];
  if (at % 11 === 3) return [{ kind: 'consulting', party: idOf(`enterprise-i${(at % 24) + 1}`), from: '2019-01-01' }];
  return at % 17 === 4 ? [{ kind: 'seat', party: idOf(`enterprise-g${(at % 24) + 1}`), from: '2017-06-01' }] : [];
}
