import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Grant } from '#kernel/actor.ts';
import { dayOfYear } from '#kernel/calendar.ts';
import type { Figure, Ranking, Ratio } from '#kernel/figure.ts';
import { fieldsOf } from '#kernel/input.ts';
import type { Action, AnyMechanism, AnyRecord, Setting } from '#kernel/mechanism.ts';
import { commonRefusals, type RefusalWords } from '#kernel/refusal.ts';
import type { Text } from '#kernel/words.ts';
import { foundingFigures } from '#mechanisms/founding-figures.ts';
import { mechanisms as all } from '#mechanisms/mechanisms.ts';
import { roleName } from '#mechanisms/roles.ts';
import { openApiDocument } from '../http/openapi.ts';
import { platformRefusals } from '../http/refusals.ts';
import { announce } from '../terminal.ts';

/** Where the generated references lie. */
export const referenceFolder = fileURLToPath(new URL('../../../docs/reference/', import.meta.url));

/** `zhanqiao reference`: writes what follows from the declarations into `docs/reference`, where a test compares it. */
export async function referenceCommand(): Promise<void> {
  await mkdir(referenceFolder, { recursive: true });
  const files = references();
  for (const [name, text] of Object.entries(files)) await writeFile(join(referenceFolder, name), text);
  const names = Object.keys(files);
  announce({ zh: `已写入 docs/reference：${names.join('、')}`, en: `Written to docs/reference: ${names.join(', ')}` });
}

/** Every generated reference by the name of its file. */
export function references(mechanisms: readonly AnyMechanism[] = all): Readonly<Record<string, string>> {
  return {
    'openapi.json': `${JSON.stringify(openApiDocument(mechanisms), undefined, 1)}\n`,
    'stages.md': page('阶段和动作 Stages and actions', stageWords, mechanisms.flatMap(stagesOf)),
    'refusals.md': page('不予 Refusals', refusalWords, refusalsOf(mechanisms)),
    'figures.md': page('数字 Figures', figureWords, figuresOf(mechanisms)),
  };
}

const stageWords = [
  '每个机制的阶段、动作、时限和参数，由声明生成。佐证是份数，理由是最少字数；“▶”起算，“■”停止，“↻”恢复。视内容而定的时限和待办（如按批示日期起算）写在机制自己的代码里，不在表中。',
  'The stages, actions, clocks and settings of every mechanism, generated from the declarations. Evidence in pieces, reasons in characters; ▶ starts a clock, ■ stops it, ↻ resumes it. Clocks and duties that depend on what was typed stand in the mechanism’s own code, not here.',
];
const refusalWords = [
  '平台说“不”的全部理由。代码是接口的一部分，不随文字改动。',
  'Every reason for which the platform says no. Codes are part of the API and outlive their words.',
];
const figureWords = [
  '每个数字都是一个对记录的提问：统计哪个机制、口径是什么、回答报道中的哪一个数字。',
  'Every figure is a question over records: of which mechanism, counted how, and which figure of the founding article it answers.',
];

function page(title: string, words: readonly string[], body: readonly string[]): string {
  const note = '<!-- 由 `zhanqiao reference` 生成，请勿手改。Written by `zhanqiao reference`; do not edit. -->';
  return `${[`# ${title}`, note, ...words, ...body].join('\n\n')}\n`;
}

function stagesOf(mechanism: AnyMechanism): string[] {
  const { record, actions } = mechanism;
  const places = { main: { zh: '主线', en: 'on the way' }, side: { zh: '旁支', en: 'aside' }, end: { zh: '终点', en: 'end' } };
  const clocks = [...Object.entries(record.clocks), ...Object.entries(record.duties)];
  return [
    `## ${both(record.name)} \`${record.key}\``,
    table(['阶段 Stage', '代码 Code', '位置 Place'], Object.entries(record.stages).map(([key, stage]) => [both(stage.name), code(key), `${both(places[stage.place])}${stage.uncounted ? '，不计数 uncounted' : ''}`])),
    table(
      ['动作 Action', '代码 Code', '从 From', '到 To', '谁办 By', '必填 Must', '佐证 Evidence', '理由 Reason', '时限 Clocks', '牵动 Causes'],
      Object.entries(actions).map(([key, action]) => [
        both(action.name), code(key), fromOf(record, action), toOf(record, action), action.by.map((grant) => grantWords(record, grant)).join('<br>'), mustOf(mechanism, action),
        action.evidence === undefined ? '' : String(action.evidence), action.reason === undefined ? '' : String(action.reason), clocksOf(record, action), (action.follows ?? []).map(code).join(' '),
      ]),
    ),
    ...(clocks.length === 0 ? [] : [table(['时限和待办 Clock or duty', '代码 Code', '预算 Budget', '来源 Source'], clocks.map(([key, clock]) => [`${both(clock.name)}${clock.legal ? '（法定 legal）' : ''}`, code(key), budgetWords(record, clock.setting), record.settings[clock.setting]?.source ?? '']))]),
    ...(Object.keys(record.settings).length === 0
      ? []
      : [table(['参数 Setting', '代码 Code', '默认 Default', '范围 Bounds'], Object.entries(record.settings).map(([key, setting]) => [both(setting.name), code(key), budgetWords(record, key), `${limitWords(setting, setting.min)}–${limitWords(setting, setting.max)}`]))]),
  ];
}

function fromOf(record: AnyRecord, action: Action): string {
  return action.from === 'new' ? '新建 new' : action.from.length > 8 ? `${action.from.length}个阶段 ${action.from.length} stages` : action.from.map((stage) => stageName(record, stage)).join('、');
}

function toOf(record: AnyRecord, action: Action): string {
  if (action.to === undefined) return '不变 stays';
  return typeof action.to === 'string' ? stageName(record, action.to) : action.to.map((stage) => stageName(record, stage)).join('、');
}

function stageName(record: AnyRecord, stage: string): string {
  return record.stages[stage]?.name.zh ?? stage;
}

function grantWords(record: AnyRecord, grant: Grant): string {
  if (typeof grant === 'string') return both({ author: { zh: '建议人', en: 'the author' }, public: { zh: '公众', en: 'anybody' }, system: { zh: '平台', en: 'the platform' } }[grant]);
  const { tie } = grant;
  const role = `${roleName(grant.role).zh} \`${grant.role}\``;
  if (tie === undefined) return role;
  const ties = { lead: '牵头单位 lead', co: '配合单位 co', involved: '有关单位 involved' };
  return `${role}（${typeof tie === 'string' ? ties[tie] : both(record.duties[tie.duty]?.name ?? { zh: tie.duty, en: tie.duty })}）`;
}

function mustOf(mechanism: AnyMechanism, action: Action): string {
  return fieldsOf(mechanism, action).filter(({ must }) => must).map(({ fact }) => fact.name.zh).join('、');
}

function clocksOf(record: AnyRecord, action: Action): string {
  const named = (sign: string, names: readonly string[] = []) => names.map((name) => `${sign}${record.clocks[name]?.name.zh ?? name}`);
  return [...named('▶', action.starts), ...named('■', action.stops), ...named('↻', action.resumes)].join(' ');
}

function budgetWords(record: AnyRecord, name: string): string {
  const setting = record.settings[name];
  if (!setting) return '';
  if (setting.unit === 'monthDay') return `${Math.floor(setting.value / 100)}月${setting.value % 100}日 ${dayOfYear(2000, setting.value).slice(5)}`;
  const units = { workday: { zh: '个工作日', en: 'working days' }, calendarDay: { zh: '个自然日', en: 'calendar days' } };
  return setting.unit === undefined ? String(setting.value) : `${setting.value}${units[setting.unit].zh} ${setting.value} ${units[setting.unit].en}`;
}

function limitWords({ unit }: Setting, value: number): string {
  return unit === 'monthDay' ? dayOfYear(2000, value).slice(5) : String(value);
}

function refusalsOf(mechanisms: readonly AnyMechanism[]): string[] {
  return [
    '## 各机制通用 Of every mechanism', refusalTable(commonRefusals),
    '## 平台 Of the platform', refusalTable(platformRefusals),
    ...mechanisms.flatMap(({ record }) => [`## ${both(record.name)} \`${record.key}\``, refusalTable(record.refusals)]),
  ];
}

function refusalTable(refusals: Readonly<Record<string, RefusalWords>>): string {
  return table(['代码 Code', '状态 Status', '中文', 'English'], Object.entries(refusals).map(([key, { status, zh, en }]) => [code(key), String(status ?? 409), zh, en]));
}

function figuresOf(mechanisms: readonly AnyMechanism[]): string[] {
  const declared = mechanisms.flatMap(({ record, figures }) => figures.map((figure) => ({ record, figure })));
  const answers = new Map(declared.flatMap(({ figure }) => (figure.answers === undefined ? [] : [[figure.answers, figure] as const])));
  return [
    '## 已声明的数字 Declared figures',
    table(
      ['数字 Figure', '代码 Key', '机制 Mechanism', '口径 Definition', '算法 Measure', '公开 Public', '报道 Article'],
      declared.map(({ record, figure }) => [`${both(figure.name)}（${figure.unit.zh}）`, code(figure.key), record.name.zh, `${figure.definition.zh}<br>${figure.definition.en}`, measureWords(figure), figure.isPublic ? '是 yes' : '', figure.answers ?? '']),
    ),
    '## 报道的91个数字 The 91 figures of the founding article',
    '“由谁统计”写明将来由哪个台账统计；“代码”一栏有内容的，现在就能点开到记录。“Counted from” names the register it will be counted from; those with a key open onto their records today.',
    table(
      ['编号 No.', '数字 Figure', '刊印 Printed', '可接受范围 Accepted', '由谁统计 Counted from', '代码 Key'],
      foundingFigures.map((each) => [each.no, both(each.name), each.printed, rangeWords(each.minAccepted, each.maxAccepted), both(each.builtBy), answers.has(each.no) ? code(answers.get(each.no)?.key ?? '') : '']),
    ),
  ];
}

function measureWords(figure: Figure): string {
  const { oneFor } = figure;
  return oneFor === undefined ? measuredWords(figure) : `${measuredWords(figure)}，同一${code(oneFor.fact)}取一件 one for each by ${orderWords(oneFor.order)}`;
}

function measuredWords({ measure }: Figure): string {
  if ('distinct' in measure) return `去重计数 distinct ${code(measure.distinct)}`;
  if ('sum' in measure) return `合计 sum ${code(measure.sum)}`;
  if ('median' in measure) return `中位数（不少于${measure.atLeast}件）median ${code(measure.median)}`;
  if ('ratio' in measure) return ratioWords(measure);
  if ('mean' in measure) return `平均（不少于${measure.atLeast}件）mean ${code(measure.mean)}`;
  if ('value' in measure) return `取一件所载 value ${code(measure.value)} of the first by ${orderWords(measure.order)}`;
  if ('growth' in measure) return '同比增幅 growth over the base';
  return 'share' in measure ? '占比 share' : '计数 count';
}

function orderWords(order: readonly Ranking[]): string {
  return order.map((by) => ('greatest' in by ? `greatest ${code(by.greatest)}` : `least ${code(by.least)}`)).join(', ');
}

function ratioWords({ ratio, over, as, base }: Ratio): string {
  const product = (facts: readonly string[]) => facts.map((fact) => `Σ ${code(fact)}`).join(' × ');
  const way = as === 'growth' ? '合计增幅 growth of' : as === 'share' ? '合计占比 share of' : '合计之比 ratio of';
  return `${way} ${product(ratio)} over ${product(over)}${base ? '，与上年比 against the year before' : ''}`;
}

function rangeWords(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return max === undefined ? '' : `≤ ${max}`;
  return max === undefined ? `≥ ${min}` : min === max ? String(min) : `${min}–${max}`;
}

function both({ zh, en }: Text): string {
  return zh === en ? zh : `${zh} ${en}`;
}

function code(words: string): string {
  return `\`${words}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
