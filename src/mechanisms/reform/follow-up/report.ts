import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import { documentDate } from '#reports/chinese-numerals.ts';
import type { DocumentPart } from '#reports/official-document.ts';
import type { DocumentContext } from '../../serving.ts';
import type { FollowUpRecord } from './record.ts';

/** 工作提醒函 on one overdue decision, with the form to answer on. */
export function reminderParts({ matter, today, districtName, unitName, findMatter }: DocumentContext): readonly DocumentPart[] {
  const { content = '', leadUnit = '', coUnits = [], dueOn, meeting = '', letterNo, reminders = 1 } = (matter as Matter<FactsOf<FollowUpRecord>>).facts;
  const office = `中共${districtName}委全面深化改革委员会办公室`;
  const due = dueOn === undefined ? '' : documentDate(dueOn);
  return [
    { kind: 'head', style: 'letter', mark: office, number: `改办函〔${today.slice(0, 4)}〕${letterNo ?? '　'}号` },
    { kind: 'title', text: '工作提醒函' },
    { kind: 'addressee', text: unitName(leadUnit) },
    { kind: 'paragraph', text: `${String(findMatter(meeting)?.facts['name'] ?? '会议')}决定，由你单位牵头“${content}”，完成时限为${due}，至今未反馈落实情况。现第${reminders}次提醒。` },
    { kind: 'paragraph', text: '请于收到本函之日起5个工作日内，通过平台反馈落实情况；未能完成的，说明原因、下一步措施和完成时间。' },
    { kind: 'signature', issuer: office, date: today },
    { kind: 'sheet', label: '附件', title: '决定事项落实情况反馈表' },
    {
      kind: 'table',
      columns: [{ heading: '决定事项', width: 14 }, { heading: '责任单位', width: 8 }, { heading: '配合单位', width: 8 }, { heading: '完成时限', width: 9 }, { heading: '落实情况', width: 14 }, { heading: '责任人签字', width: 8 }],
      rows: [[content, unitName(leadUnit), coUnits.map(unitName).join('、'), due, '\n\n\n', '']],
    },
  ];
}
