import type { Matter } from '#kernel/matter.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import { vetoNames } from '../evaluation-words.ts';

const outcomes: Readonly<Record<string, string>> = { entered: '待会审', confirmed: '通过', repaired: '通过（已修复）', rejected: '未采纳', cancelled: '随评价取消' };
const isUpheld = ({ stage }: Matter) => stage === 'confirmed' || stage === 'repaired';
const text = (matter: Matter, name: string) => String(matter.facts[name] ?? '');

/** 同类情形处理清单: every veto and cap that was brought, case by case of one kind, so that an unequal treatment shows (parks.md §11). */
export function equalCases({ matter, unitName, found, today }: DocumentContext): readonly DocumentPart[] {
  const byItem = Map.groupBy((found['remarks'] ?? []).filter(({ facts }) => facts['kind'] === 'veto'), (remark) => text(remark, 'item'));
  const kinds = (Object.keys(vetoNames) as (keyof typeof vetoNames)[]).filter((item) => byItem.has(item));
  const unequal = kinds.filter((item) => new Set(byItem.get(item)?.filter(({ stage }) => stage === 'rejected' || stage === 'confirmed' || stage === 'repaired').map(isUpheld)).size > 1);
  return [
    { kind: 'title', text: `${text(matter, 'name')}否决和限档同类情形处理清单` },
    { kind: 'paragraph', text: kinds.length === 0 ? '没有部门提出否决、限档事项。' : `共${kinds.length}类、${[...byItem.values()].reduce((sum, each) => sum + each.length, 0)}条，通过${[...byItem.values()].flat().filter(isUpheld).length}条。${unequal.length === 0 ? '同一情形处理一致。' : `同一情形有通过也有未采纳的：${unequal.map((item) => vetoNames[item].zh).join('、')}，理由见各条留痕，请逐条说明。`}` },
    ...kinds.flatMap((item): DocumentPart[] => [
      { kind: 'heading', level: 1, text: vetoNames[item].zh },
      {
        kind: 'table', columns: [{ heading: '企业' }, { heading: '文号' }, { heading: '文书日期' }, { heading: '认定部门' }, { heading: '结果' }],
        rows: (byItem.get(item) ?? []).map((remark) => [text(remark, 'name'), text(remark, 'documentNo'), text(remark, 'decidedOn'), unitName(text(remark, 'department')), outcomes[remark.stage] ?? remark.stage]),
      },
    ]),
    { kind: 'note', text: `统计截止日：${today}。` },
  ];
}
