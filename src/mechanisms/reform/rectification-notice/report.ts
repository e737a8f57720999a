import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import { documentDate } from '#reports/chinese-numerals.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import { grades, heads, modes } from '../inspection-words.ts';
import type { RectificationNoticeRecord } from './record.ts';

/** 依据, 问题清单, 要求, 时限, 报送, 联系人, 回执 (reform.md §14.7). */
export function noticeOfRectification(context: DocumentContext): readonly DocumentPart[] {
  const { districtName, unitName, personName, findMatter, today } = context;
  const { facts, number = '' } = context.matter as Matter<FactsOf<RectificationNoticeRecord>>;
  const round = String(findMatter(facts.round ?? '')?.facts['title'] ?? '本轮督察');
  const issuer = `中共${districtName}委全面深化改革委员会办公室`;
  return [
    { kind: 'head', mark: issuer, number, style: 'letter' },
    { kind: 'title', text: '整改通知书' },
    { kind: 'addressee', text: unitName(facts.unit ?? '') },
    { kind: 'paragraph', text: `根据${round}的督察报告，你单位存在下列问题，请按要求整改。` },
    { kind: 'heading', level: 1, text: '问题清单' },
    {
      kind: 'table',
      columns: [{ heading: '编号', width: 10, align: 'center' }, { heading: '问题', width: 18 }, { heading: '类别', width: 6, align: 'center' }, { heading: '等级', width: 6, align: 'center' }, { heading: '整改类型', width: 6, align: 'center' }],
      rows: (facts.findings ?? []).map(({ code = '', description = '', head, grade, mode }) => [code, description, head === undefined ? '' : heads[head].zh, grade === undefined ? '' : grades[grade].zh, mode === undefined ? '' : modes[mode].zh]),
    },
    { kind: 'heading', level: 1, text: '整改要求' },
    { kind: 'paragraph', text: '一个问题一套方案，写明目标、措施、责任人和时限，由主要负责人签报；A级问题由区领导牵头。整改结果要对照目标，不得以“正在推进”“已部署”“长期坚持”代替。' },
    { kind: 'heading', level: 1, text: '时限和报送' },
    { kind: 'paragraph', text: `请于${facts.planBy === undefined ? '' : documentDate(facts.planBy)}前在平台报送整改方案，整改时限由方案写明，不超过各整改类型的规定期限；长期整改的列出逐月目标。` },
    ...(facts.contact === undefined ? [] : [{ kind: 'paragraph', text: `联系人：${personName(facts.contact)}。` } satisfies DocumentPart]),
    { kind: 'signature', issuer, date: facts.issuedOn ?? today },
    { kind: 'note', text: facts.receivedOn === undefined ? '回执：签收人　　　　　　签收日期　　　　　　' : `回执：${personName(facts.receivedBy ?? '')}于${documentDate(facts.receivedOn)}签收` },
  ];
}
