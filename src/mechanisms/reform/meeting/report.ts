import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import { documentDate } from '#reports/chinese-numerals.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import { meetingKinds, outcomes } from '../meeting-words.ts';
import { agendaTimes } from './agenda-times.ts';
import type { MeetingRecord } from './record.ts';

const factsOf = ({ matter }: DocumentContext) => (matter as Matter<FactsOf<MeetingRecord>>).facts;
const officeOf = ({ districtName }: DocumentContext) => `中共${districtName}委全面深化改革委员会办公室`;
/** The short name, where a line has no room for the whole. */
const shortOffice = ({ districtName }: DocumentContext) => `中共${districtName}委改革办`;
const dated = (day: string | undefined) => (day === undefined ? '　年　月　日' : documentDate(day));
const paragraph = (text: string): DocumentPart => ({ kind: 'paragraph', text });

/** 改办函〔2021〕12号; a blank until it has one. */
export function letterNumber(no: number | undefined, day: string): string {
  return `改办函〔${day.slice(0, 4)}〕${no ?? '　'}号`;
}

/** 会议通知: when and where, what is on, who brings what (reform.md §14.7). */
export function noticeParts(context: DocumentContext): readonly DocumentPart[] {
  const { unitName, personName, today } = context;
  const { name = '', heldOn = '', startAt = '', place = '', chair, agenda = [], attendeeUnits = [], noticeNo, noticedOn = today } = factsOf(context);
  const times = agendaTimes(startAt, agenda);
  const reporters = [...new Set(agenda.map(({ reporter }) => reporter ?? ''))].map(unitName).join('、');
  return [
    { kind: 'head', style: 'letter', mark: officeOf(context), number: letterNumber(noticeNo, noticedOn) },
    { kind: 'title', text: `关于召开${name}的通知` },
    { kind: 'addressee', text: attendeeUnits.length === 0 ? '各有关单位' : attendeeUnits.map(unitName).join('、') },
    paragraph('现将会议有关事项通知如下。'),
    { kind: 'heading', level: 1, text: '时间地点' },
    paragraph(`${dated(heldOn)}${startAt}，${place}。${chair === undefined ? '' : `会议由${personName(chair)}主持。`}`),
    { kind: 'heading', level: 1, text: '会议议题' },
    ...agenda.map(({ title = '', reporter }, place): DocumentPart => paragraph(`${place + 1}. ${title}（${unitName(reporter ?? '')}汇报${startAt === '' ? '' : `，${times[place]?.from ?? ''}—${times[place]?.to ?? ''}`}）`)),
    { kind: 'heading', level: 1, text: '有关要求' },
    paragraph(`请${reporters}按议题准备汇报，汇报材料以已报改革办的上会材料为准。参会人员因故不能出席的，请会前向改革办书面请假。`),
    { kind: 'signature', issuer: officeOf(context), date: noticedOn },
  ];
}

/** 会议纪要: for each item what came of it, with unit and day for every decision. */
export function minutesParts(context: DocumentContext): readonly DocumentPart[] {
  const { unitName, personName, today } = context;
  const { name = '', kind, jointWith, heldOn = '', startAt = '', place = '', chair, agenda = [], decisions = [], present = '', absent, observers, minutesNo, minutedOn = today } = factsOf(context);
  const bodies = [kind, jointWith].flatMap((each) => (each === undefined ? [] : [meetingKinds[each].zh])).join('、');
  return [
    { kind: 'head', style: 'minutes', mark: '会议纪要', number: `第${minutesNo ?? '　'}期`, issuer: shortOffice(context), issuedOn: minutedOn },
    { kind: 'title', text: `${name}纪要` },
    paragraph(`${dated(heldOn)}${startAt}，${chair === undefined ? '' : `${personName(chair)}在`}${place}${chair === undefined ? '召开' : '主持召开'}${name}（${bodies}），研究${agenda.length}个议题。现纪要如下。`),
    ...agenda.flatMap(({ title = '', reporter, orderNo, outcome, note }): DocumentPart[] => [
      { kind: 'heading', level: 1, text: title },
      paragraph(`会议听取${unitName(reporter ?? '')}的汇报。${outcome === undefined ? '' : `结果：${outcomes[outcome].zh}。`}${note ?? ''}`),
      ...decisions.filter((row) => row.orderNo === orderNo).map(({ content = '', unit, coUnits = [], measure, dueOn }, place): DocumentPart => {
        const rest = [measure ?? '', `责任单位：${unitName(unit ?? '')}`, coUnits.length === 0 ? '' : `配合单位：${coUnits.map(unitName).join('、')}`, `完成时限：${dated(dueOn)}`].filter(Boolean).join('；');
        return paragraph(`（${place + 1}）${content}（${rest}）`);
      }),
    ]),
    { kind: 'attendance', present, ...(absent === undefined ? {} : { absent }), ...(observers === undefined ? {} : { observers }) },
    { kind: 'endmatter', printedBy: shortOffice(context), printedOn: minutedOn },
  ];
}

/** 决定事项清单: one row for each decision, on a landscape sheet. */
function listParts(context: DocumentContext, label?: string): readonly DocumentPart[] {
  const { unitName } = context;
  const { name = '', agenda = [], decisions = [] } = factsOf(context);
  return [
    { kind: 'sheet', ...(label === undefined ? {} : { label }), title: `${name}决定事项清单` },
    {
      kind: 'table',
      columns: [{ heading: '序号', align: 'center', width: 4 }, { heading: '议题', width: 11 }, { heading: '决定事项', width: 17 }, { heading: '措施', width: 8 }, { heading: '责任单位', width: 8 }, { heading: '配合单位', width: 8 }, { heading: '完成时限', align: 'center', width: 9 }],
      rows: decisions.map(({ orderNo, content = '', measure = '', unit, coUnits = [], dueOn }, place) => [
        String(place + 1), agenda.find((row) => row.orderNo === orderNo)?.title ?? '', content, measure, unitName(unit ?? ''), coUnits.map(unitName).join('、'), dated(dueOn),
      ]),
    },
  ];
}

/** 决定事项清单 alone, for the office's own use. */
export function decisionListParts(context: DocumentContext): readonly DocumentPart[] {
  return listParts(context);
}

/** 工作提醒函 with its list: what was decided, for whom, until when, and how to answer (reform.md §4.5). */
export function letterParts(context: DocumentContext): readonly DocumentPart[] {
  const { unitName, today } = context;
  const { name = '', heldOn, decisions = [], letterNo, dispatchedOn = today } = factsOf(context);
  const units = [...new Set(decisions.flatMap(({ unit, coUnits = [] }) => [unit ?? '', ...coUnits]))].filter(Boolean).map(unitName);
  return [
    { kind: 'head', style: 'letter', mark: officeOf(context), number: letterNumber(letterNo, dispatchedOn) },
    { kind: 'title', text: '关于落实会议决定事项的工作提醒函' },
    { kind: 'addressee', text: units.join('、') },
    paragraph(`${dated(heldOn)}召开的${name}研究决定了${decisions.length}个事项，责任单位和完成时限见附件。`),
    paragraph('请责任单位对照清单明确措施和责任人，在完成时限内通过平台反馈落实情况，有成果的附上成果；确需延期的，应在到期前书面说明理由，经批准后调整。配合单位按责任单位要求做好配合。'),
    { kind: 'attachments', names: ['决定事项清单'] },
    { kind: 'signature', issuer: officeOf(context), date: dispatchedOn },
    ...listParts(context, '附件'),
  ];
}
