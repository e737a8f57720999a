import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import { specialties } from '../project-words.ts';
import type { ReviewMeetingRecord } from './record.ts';

const results = { passed: '通过', conditional: '有条件通过', refused: '不予通过' } as const;

/** The result as the applicant gets it: scores and how they were worked out, conditions, how the panel was drawn. */
export function reviewPaper({ matter, districtName, unitName, today }: DocumentContext): readonly DocumentPart[] {
  const { facts } = matter as Matter<FactsOf<ReviewMeetingRecord>>;
  return [
    { kind: 'title', text: `关于${facts.name ?? ''}的评审结论` },
    { kind: 'paragraph', text: `${facts.meetingOn ?? ''}，${districtName}项目评审办组织${facts.panelSize ?? ''}名专家对本项目集中评审。` },
    { kind: 'heading', level: 1, text: '结论' },
    { kind: 'paragraph', text: `综合得分${facts.final?.toFixed(2) ?? ''}分，结论为${facts.result === undefined ? '' : results[facts.result]}。` },
    { kind: 'paragraph', text: facts.explanation ?? '' },
    ...(facts.deliberation === undefined ? [] : [{ kind: 'paragraph', text: `讨论情况：${facts.deliberation}` } satisfies DocumentPart]),
    ...conditionParts(facts.conditions ?? [], unitName),
    { kind: 'heading', level: 1, text: '专家组的产生' },
    { kind: 'paragraph', text: `专家由两方密语随机抽取，抽取次序第${facts.drawNo ?? 1}次，应当回避${facts.recusedCount ?? 0}人，名单摘要${facts.poolHash ?? ''}。密语公开后，任何人都可以在公开页面重算。` },
    {
      kind: 'table',
      columns: [{ heading: '专业' }, { heading: '席位', align: 'right' }],
      rows: (facts.quotas ?? []).map(({ specialty, seats }) => [specialty === undefined ? '' : specialties[specialty].zh, String(seats ?? '')]),
    },
    { kind: 'note', text: '对结论有异议的，可在10个工作日内凭新的事实申请复议一次。' },
    { kind: 'signature', issuer: `${districtName}项目评审办公室`, date: facts.concludedOn ?? today },
  ];
}

function conditionParts(conditions: readonly { readonly name?: string; readonly unit?: string; readonly dueOn?: string }[], unitName: (id: string) => string): DocumentPart[] {
  if (conditions.length === 0) return [];
  const rows = conditions.map(({ name = '', unit = '', dueOn = '' }, place) => [String(place + 1), name, unitName(unit), dueOn]);
  return [{ kind: 'heading', level: 1, text: '条件' }, { kind: 'table', columns: [{ heading: '序号' }, { heading: '条件' }, { heading: '责任单位' }, { heading: '期限' }], rows }];
}
