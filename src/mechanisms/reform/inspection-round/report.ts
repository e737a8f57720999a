import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import { documentDate } from '#reports/chinese-numerals.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import { grades, heads, modes } from '../inspection-words.ts';
import { figureTable, stated } from '../../stated.ts';
import { inspectionRoundRecord, kinds, roundFigures, type InspectionRoundRecord } from './record.ts';

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
  return [
    head(context, `改革督〔${(facts.period ?? today).slice(0, 4)}〕${(matter.number ?? '').split('-').at(-1) ?? ''}号`),
    { kind: 'title', text: `关于开展${facts.title ?? ''}的通知` },
    { kind: 'addressee', text: [...new Set((facts.items ?? []).map(({ unit = '' }) => unitName(unit)))].join('、') },
    { kind: 'paragraph', text: '根据年度督察计划，经批准，现就开展督察有关事项通知如下。' },
    { kind: 'heading', level: 1, text: '督察项目' },
    itemTable(context),
    { kind: 'heading', level: 1, text: '督察内容和方法' },
    { kind: 'paragraph', text: `督察方案制订、工作推进、改革成果三个方面。${methodWords(facts)}` },
    ...paragraphs(facts.scheme),
    { kind: 'heading', level: 1, text: '时间安排' },
    { kind: 'paragraph', text: `请收到通知后5个工作日内报送自查报告；${chineseDay(facts.visitFrom)}至${chineseDay(facts.visitTo)}现场督察。已在任务台账中的材料不再重复报送。` },
    { kind: 'heading', level: 1, text: '督察组' },
    { kind: 'paragraph', text: `组长：${personName(facts.lead ?? '')}；成员：${(facts.inspectors ?? []).map(({ person = '', unit = '' }) => `${personName(person)}（${unitName(unit)}）`).join('、')}。督察人员不督察本单位。` },
    signed(context, facts.approvedOn ?? today),
  ];
}

/** 督察方案: why, what and whom, how, who inspects and who is recused, when (reform.md §11.3, §11.8). */
export function schemeParts(context: DocumentContext): readonly DocumentPart[] {
  const facts = factsOf(context);
  const { unitName, personName, today } = context;
  return [
    { kind: 'title', text: `${facts.title ?? ''}方案` },
    { kind: 'heading', level: 1, text: '督察依据和方式' },
    { kind: 'paragraph', text: `按照年度督察计划，采取${kinds[facts.kind ?? 'quarterly'].zh}方式。${methodWords(facts)}${facts.approvedOn === undefined ? '本方案待批准。' : `本方案于${chineseDay(facts.approvedOn)}批准。`}` },
    { kind: 'heading', level: 1, text: '督察项目和对象' },
    itemTable(context),
    { kind: 'heading', level: 1, text: '督察内容' },
    { kind: 'paragraph', text: '督察方案制订、工作推进、改革成果三个方面，不扩大范围，不重复督察；已在任务台账的材料不再要求报送。' },
    ...paragraphs(facts.scheme),
    { kind: 'heading', level: 1, text: '督察组' },
    { kind: 'paragraph', text: `实行组长负责制，组长：${personName(facts.lead ?? '')}。督察人员不督察本单位。` },
    { kind: 'table', columns: [{ heading: '姓名', align: 'center' }, { heading: '所在单位', width: 16 }, { heading: '另须回避的单位', width: 12 }], rows: (facts.inspectors ?? []).map(({ person = '', unit = '', recused = [] }) => [personName(person), unitName(unit), recused.map(unitName).join('、')]) },
    { kind: 'heading', level: 1, text: '时间安排' },
    { kind: 'paragraph', text: `${chineseDay(facts.visitFrom)}至${chineseDay(facts.visitTo)}现场督察，随后形成问题清单、交换意见、提交督察报告。` },
    signed(context, facts.approvedOn ?? today),
  ];
}

/** 督察专报: for the leaders, one a quarter: how the year goes, what was found, what is advised (reform.md §11.8). */
export function specialReportParts(context: DocumentContext): readonly DocumentPart[] {
  const facts = factsOf(context);
  const { period = '', reportedOn = context.today, lights = [], findings = [] } = facts;
  const told = (key: (typeof roundFigures)[number]) => stated(context, key);
  const worst = findings.filter(({ grade }) => grade === 'A' || grade === 'B');
  const red = lights.filter((row) => (row.red ?? 0) > 0);
  return [
    { kind: 'head', mark: '督察专报', number: `第${period.slice(6)}期`, issuer: `中共${context.districtName}委改革办`, issuedOn: reportedOn, style: 'bulletin' },
    { kind: 'title', text: `${period.slice(0, 4)}年第${period.slice(6)}季度改革督察情况` },
    { kind: 'heading', level: 1, text: '督察情况' },
    { kind: 'paragraph', text: `今年已完成督察${told('inspectionRound.quarterly')}。截至${chineseDay(reportedOn)}，今年下达整改问题${told('finding.ordered')}，到期问题销号率${told('finding.closureRate')}，按期销号率${told('finding.onTime')}，回头看反弹率${told('finding.reboundRate')}。` },
    ...paragraphs(facts.summary),
    { kind: 'heading', level: 1, text: '任务亮灯' },
    { kind: 'paragraph', text: `在办重点改革任务${told('task.underWay')}，其中红灯${told('task.red')}、黄灯${told('task.yellow')}。${red.length === 0 ? '' : `季度末亮红灯的单位：${red.map(({ unit = '' }) => context.unitName(unit)).join('、')}。`}` },
    { kind: 'heading', level: 1, text: '突出问题' },
    ...(worst.length === 0 ? [{ kind: 'paragraph', text: '本季度没有发现重大或者较重问题。' } satisfies DocumentPart] : worst.map(({ unit = '', description = '' }): DocumentPart => ({ kind: 'paragraph', text: `${context.unitName(unit)}：${description}` }))),
    { kind: 'heading', level: 1, text: '意见建议' },
    ...paragraphs(facts.advice),
    ...figureTable(context, roundFigures, '附件'),
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
    { kind: 'paragraph', text: `${kinds[facts.kind ?? 'quarterly'].zh}于${chineseDay(facts.visitFrom)}至${chineseDay(facts.visitTo)}进行，督察项目${facts.itemCount ?? 0}项，发现问题${facts.findingCount ?? 0}条。今年下达整改问题${stated(context, 'finding.ordered')}，到期问题销号率${stated(context, 'finding.closureRate')}，按期销号率${stated(context, 'finding.onTime')}，回头看反弹率${stated(context, 'finding.reboundRate')}。现将有关情况通报如下。` },
    { kind: 'heading', level: 1, text: '工作成效' },
    ...paragraphs(facts.good),
    { kind: 'heading', level: 1, text: '存在问题' },
    ...byUnit(context),
    { kind: 'heading', level: 1, text: '工作要求' },
    ...paragraphs(facts.demands),
    { kind: 'attachments', names: [...((facts.lights ?? []).length === 0 ? [] : ['重点改革任务季度亮灯表']), '数据口径表'] },
    signed(context, facts.circulatedOn ?? context.today),
    ...lightTable(context),
    ...figureTable(context, roundFigures.filter((key) => key.startsWith('finding.')), (facts.lights ?? []).length === 0 ? '附件' : '附件2'),
  ];
}

function methodWords({ methods = [] }: Round['facts']): string {
  return methods.length === 0 ? '' : `采取${methods.map((method) => inspectionRoundRecord.facts.methods.options?.[method]?.zh ?? method).join('、')}等方法。`;
}

function itemTable({ matter, unitName }: DocumentContext): DocumentPart {
  const { items = [] } = (matter as Round).facts;
  return { kind: 'table', columns: [{ heading: '编号', align: 'center' }, { heading: '督察项目', width: 16 }, { heading: '受检单位' }], rows: items.map(({ code = '', name = '', unit = '' }) => [code, name, unitName(unit)]) };
}

/** The light table on a landscape sheet of its own (reform.md §11.8). */
function lightTable({ matter, unitName }: DocumentContext): DocumentPart[] {
  const { lights = [], period = '', redRate = 0 } = (matter as Round).facts;
  if (lights.length === 0) return [];
  return [
    { kind: 'sheet', label: '附件1', title: `${period.slice(0, 4)}年第${period.slice(6)}季度重点改革任务亮灯表` },
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
