import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import { documentDate } from '#reports/chinese-numerals.ts';
import type { DocumentPart } from '#reports/official-document.ts';
import type { DocumentContext } from '../../serving.ts';
import { grades, heads, modes } from '../inspection-words.ts';
import { inspectionRoundRecord, kinds, type InspectionRoundRecord } from './record.ts';

type Round = Matter<FactsOf<InspectionRoundRecord>>;

const factsOf = (context: DocumentContext) => (context.matter as Round).facts;
const paragraphs = (text = ''): DocumentPart[] => text.split('\n').filter((line) => line.trim() !== '').map((line) => ({ kind: 'paragraph', text: line.trim() }));
const chineseDay = (day: string | undefined) => (day === undefined ? '' : documentDate(day));
const head = ({ districtName }: DocumentContext, number: string): DocumentPart => ({ kind: 'head', mark: `中共${districtName}委全面深化改革委员会办公室文件`, number, style: 'document' });
const signed = ({ districtName }: DocumentContext, date: string): DocumentPart => ({ kind: 'signature', issuer: `中共${districtName}委全面深化改革委员会办公室`, date });

/** 督察通知: whom, what, when, by whom, what to have ready. */
export function noticeParts(context: DocumentContext): readonly DocumentPart[] {
  const facts = factsOf(context);
  const { unitName, personName, today, matter } = context;
  const methods = (facts.methods ?? []).map((method) => inspectionRoundRecord.facts.methods.options?.[method]?.zh ?? method).join('、');
  return [
    head(context, `改革督〔${(facts.period ?? today).slice(0, 4)}〕${(matter.number ?? '').split('-').at(-1) ?? ''}号`),
    { kind: 'title', text: `关于开展${facts.title ?? ''}的通知` },
    { kind: 'addressee', text: [...new Set((facts.items ?? []).map(({ unit = '' }) => unitName(unit)))].join('、') },
    { kind: 'paragraph', text: '根据年度督察计划，经批准，现就开展督察有关事项通知如下。' },
    { kind: 'heading', level: 1, text: '督察项目' },
    { kind: 'table', columns: [{ heading: '编号', align: 'center' }, { heading: '督察项目', width: 16 }, { heading: '受检单位' }], rows: (facts.items ?? []).map(({ code = '', name = '', unit = '' }) => [code, name, unitName(unit)]) },
    { kind: 'heading', level: 1, text: '督察内容和方法' },
    { kind: 'paragraph', text: `督察方案制订、工作推进、改革成果三个方面。${methods === '' ? '' : `采取${methods}等方法。`}` },
    ...paragraphs(facts.scheme),
    { kind: 'heading', level: 1, text: '时间安排' },
    { kind: 'paragraph', text: `请收到通知后5个工作日内报送自查报告；${chineseDay(facts.visitFrom)}至${chineseDay(facts.visitTo)}现场督察。已在任务台账中的材料不再重复报送。` },
    { kind: 'heading', level: 1, text: '督察组' },
    { kind: 'paragraph', text: `组长：${personName(facts.lead ?? '')}；成员：${(facts.inspectors ?? []).map(({ person = '', unit = '' }) => `${personName(person)}（${unitName(unit)}）`).join('、')}。督察人员不督察本单位。` },
    signed(context, facts.approvedOn ?? today),
  ];
}

/** 督察报告: summary, what is good, findings by unit, advice. */
export function reportParts(context: DocumentContext): readonly DocumentPart[] {
  const facts = factsOf(context);
  return [
    { kind: 'title', text: `关于${facts.title ?? ''}情况的报告` },
    { kind: 'heading', level: 1, text: '基本情况' },
    ...paragraphs(facts.summary),
    { kind: 'heading', level: 1, text: '工作成效' },
    ...paragraphs(facts.good),
    { kind: 'heading', level: 1, text: '存在问题' },
    ...byUnit(context),
    { kind: 'heading', level: 1, text: '意见建议' },
    ...paragraphs(facts.advice),
    signed(context, facts.reportedOn ?? context.today),
  ];
}

/** 督察通报: good first, problems by unit, demands and their day (reform.md §11.8). */
export function circularParts(context: DocumentContext): readonly DocumentPart[] {
  const facts = factsOf(context);
  return [
    head(context, `改革督通〔${(facts.circulatedOn ?? context.today).slice(0, 4)}〕${facts.circularNo ?? ''}号`),
    { kind: 'title', text: `关于${facts.title ?? ''}情况的通报` },
    { kind: 'addressee', text: '各镇街、各功能区，区直各部门' },
    { kind: 'paragraph', text: `${kinds[facts.kind ?? 'quarterly'].zh}于${chineseDay(facts.visitFrom)}至${chineseDay(facts.visitTo)}进行，督察项目${facts.itemCount ?? 0}项，发现问题${facts.findingCount ?? 0}条。现将有关情况通报如下。` },
    { kind: 'heading', level: 1, text: '工作成效' },
    ...paragraphs(facts.good),
    { kind: 'heading', level: 1, text: '存在问题' },
    ...byUnit(context),
    { kind: 'heading', level: 1, text: '工作要求' },
    ...paragraphs(facts.demands),
    ...((facts.lights ?? []).length === 0 ? [] : [{ kind: 'attachments', names: ['重点改革任务季度亮灯表'] } satisfies DocumentPart]),
    signed(context, facts.circulatedOn ?? context.today),
    ...lightTable(context),
  ];
}

/** The light table on a landscape sheet of its own (reform.md §11.8). */
function lightTable({ matter, unitName }: DocumentContext): DocumentPart[] {
  const { lights = [], period = '', redRate = 0 } = (matter as Round).facts;
  if (lights.length === 0) return [];
  return [
    { kind: 'sheet', label: '附件', title: `${period.slice(0, 4)}年第${period.slice(6)}季度重点改革任务亮灯表` },
    {
      kind: 'table',
      columns: [{ heading: '牵头单位', width: 14 }, ...['红灯', '黄灯', '蓝灯', '绿灯', '灰灯', '合计'].map((heading) => ({ heading, align: 'center' }) as const)],
      rows: lights.map(({ unit = '', red = 0, yellow = 0, blue = 0, green = 0, grey = 0 }) => [unitName(unit), ...[red, yellow, blue, green, grey, red + yellow + blue + green + grey].map(String)]),
    },
    { kind: 'paragraph', text: `红灯率${redRate}%。` },
  ];
}

function byUnit({ matter, unitName }: DocumentContext): DocumentPart[] {
  const { findings = [] } = (matter as Round).facts;
  if (findings.length === 0) return [{ kind: 'paragraph', text: '本轮督察没有发现需要下达整改的问题。' }];
  return [...new Set(findings.map(({ unit = '' }) => unit))].flatMap((unit): DocumentPart[] => [
    { kind: 'heading', level: 2, text: unitName(unit) },
    ...findings
      .filter((each) => each.unit === unit)
      .map(({ head: of, grade, mode, description = '' }): DocumentPart => ({ kind: 'heading', level: 3, text: '', runIn: `${description.replace(/。$/, '')}（${of === undefined ? '' : heads[of].zh}，${grade === undefined ? '' : grades[grade].zh}，${mode === undefined ? '' : modes[mode].zh}）。` })),
  ]);
}
