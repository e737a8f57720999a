import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import { documentDate } from '#reports/chinese-numerals.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import { grades, heads, modes } from '../inspection-words.ts';
import type { FindingRecord } from './record.ts';

type Finding = Matter<FactsOf<FindingRecord>>;

const factsOf = ({ matter }: DocumentContext) => (matter as Finding).facts;
const dated = (day: string | undefined) => (day === undefined ? '　　年　月　日' : documentDate(day));
const paragraph = (text: string): DocumentPart => ({ kind: 'paragraph', text });
const heading = (text: string): DocumentPart => ({ kind: 'heading', level: 1, text });
const lines = (text = ''): DocumentPart[] => text.split('\n').filter((line) => line.trim() !== '').map((line) => paragraph(line.trim()));

/** 整改方案: one for each finding, with goal, measures, person and day, signed by the unit (reform.md §11.6, §14.7). */
export function planParts(context: DocumentContext): readonly DocumentPart[] {
  const { monthly = [], personName: person = '', leader } = factsOf(context);
  return [
    { kind: 'title', text: `关于${factsOf(context).code ?? ''}督察问题的整改方案` },
    ...whatIsWrong(context),
    ...goalAndMeasures(context),
    ...(monthly.length === 0 ? [] : [heading('逐月目标'), { kind: 'table', columns: [{ heading: '月份', align: 'center', width: 8 }, { heading: '目标', width: 24 }], rows: monthly.map(({ month = '', target = '' }) => [month, target]) } satisfies DocumentPart]),
    heading('责任分工'),
    paragraph(`责任人：${person}。${leader === undefined ? '' : `牵头区领导：${context.personName(leader)}。`}整改时限：${dated(factsOf(context).dueOn)}。`),
    signature(context, undefined),
  ];
}

/** 整改报告: the result against the goal, not the way there, with a list of what proves it. */
export function rectificationParts(context: DocumentContext): readonly DocumentPart[] {
  const { code = '', progress = [], result, claimedOn } = factsOf(context);
  return [
    { kind: 'title', text: `关于${code}督察问题整改情况的报告` },
    ...whatIsWrong(context),
    ...goalAndMeasures(context),
    ...(progress.length === 0 ? [] : [heading('整改过程'), ...progress.map(({ on, words = '' }) => paragraph(`${dated(on)}：${words}`))]),
    heading('整改结果'),
    ...lines(result),
    ...proofList(context),
    signature(context, claimedOn),
  ];
}

/** 销号申请表: goal and result, the list of evidence, and four signatures: unit, group, those who checked, the office. */
export function closingParts(context: DocumentContext): readonly DocumentPart[] {
  const { code = '', description = '', headKind, grade, mode, unit = '', goal = '', result = '', dueOn, headSignedBy, claimedOn, groupOpinion = '', checkers = [], checkWay, checkedOn, checkRecord = '', closeOpinion = '', closedOn } = factsOf(context);
  const { unitName, personName } = context;
  const way = checkWay === undefined ? '' : checkWay === 'site' ? '现场核验' : '书面核验';
  const row = (name: string, ...words: readonly string[]) => [name, words.filter((each) => each !== '').join('\n')];
  return [
    { kind: 'title', text: '督察问题整改销号申请表' },
    {
      kind: 'table',
      columns: [{ heading: '项目', align: 'center', width: 8 }, { heading: '内容', width: 30 }],
      rows: [
        row('问题编号', code), row('责任单位', unitName(unit)), row('问题', description),
        row('类别、等级、整改类型', [headKind === undefined ? '' : heads[headKind].zh, grade === undefined ? '' : grades[grade].zh, mode === undefined ? '' : modes[mode].zh].filter(Boolean).join('，')),
        row('整改目标', goal), row('整改时限', dated(dueOn)), row('整改结果', result),
        row('单位意见', '对照整改目标，已经达到，申请销号。', `主要负责人（签字）：${headSignedBy === undefined ? '　　　　' : personName(headSignedBy)}`, dated(claimedOn)),
        row('专项小组意见', groupOpinion, '签字：　　　　'),
        row('核验意见', way, checkRecord, `核验人（签字）：${checkers.map(({ person = '' }) => personName(person)).join('、')}`, dated(checkedOn)),
        row('改革办意见', closeOpinion, '负责人（签字）：　　　　', dated(closedOn)),
      ],
    },
    ...proofList(context),
  ];
}

function whatIsWrong(context: DocumentContext): DocumentPart[] {
  const { description = '', headKind, grade, mode, orderedOn } = factsOf(context);
  return [
    heading('问题'),
    paragraph(`${dated(orderedOn)}下达：${description.replace(/。$/, '')}（${[headKind === undefined ? '' : heads[headKind].zh, grade === undefined ? '' : grades[grade].zh, mode === undefined ? '' : modes[mode].zh].filter(Boolean).join('，')}）。`),
  ];
}

function goalAndMeasures(context: DocumentContext): DocumentPart[] {
  const { goal, measures = [] } = factsOf(context);
  return [
    heading('整改目标'), ...lines(goal),
    heading('整改措施'),
    { kind: 'table', columns: [{ heading: '序号', align: 'center', width: 4 }, { heading: '措施', width: 18 }, { heading: '责任人', align: 'center', width: 6 }, { heading: '完成时限', align: 'center', width: 9 }], rows: measures.map(({ measure = '', person = '', by }, at) => [String(at + 1), measure, person, dated(by)]) },
  ];
}

function proofList(context: DocumentContext): DocumentPart[] {
  const { proofs = [] } = factsOf(context);
  return proofs.length === 0 ? [] : [heading('佐证清单'), { kind: 'table', columns: [{ heading: '序号', align: 'center', width: 4 }, { heading: '材料', width: 22 }, { heading: '提交日期', align: 'center', width: 9 }], rows: proofs.map(({ name = '', on }, at) => [String(at + 1), name, dated(on)]) }];
}

function signature(context: DocumentContext, day: string | undefined): DocumentPart {
  return { kind: 'signature', issuer: context.unitName(factsOf(context).unit ?? ''), date: day ?? context.today };
}
