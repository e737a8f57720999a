import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { inspectionRoundFigures } from './figures.ts';
import { inspectionRoundRecord, type InspectionRoundRecord, roundFigures } from './record.ts';
import { badNotice, badPlan, badTeam, badVisits, notYetExchanged, notYetOnSite, objectionsOpen, sheetsOut, type Situation } from './rules.ts';

type Effect = EffectOf<InspectionRoundRecord>;

const action = actionsOf(inspectionRoundRecord);
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;
const leader = { role: 'LEADER' } as const;
const inspectLead = { role: 'INSPECT_LEAD' } as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const approved = [{ name: { zh: '督察方案已批准', en: 'The scheme is approved' }, holds: { fact: 'approvedOn', present: true }, from: 'approve' }] as const;
const team = { lead: 'must', inspectors: 'must' } as const;
const visits = { visitFrom: 'must', visitTo: 'must' } as const;

/** A sheet for every item: the unit's side and the inspectors' side of it work there. */
function opensSheets({ matter }: Situation): Effect[] {
  const { items = [], period = '', kind, inspectors = [] } = matter.facts;
  return items.map(({ code = '', name = '', unit = '', field, task }) => ({
    do: 'follow', mechanism: 'inspectionSheet', action: 'open',
    input: { title: `${period} ${name}`, round: matter.id, item: code, unit, isUnannounced: kind === 'unannounced', team: inspectors, ...(field === undefined ? {} : { field }), ...(task === undefined ? {} : { task }) },
  }));
}

const unitsOf = ({ matter }: Situation) => [...new Set((matter.facts.items ?? []).flatMap(({ unit }) => unit ?? []))];
const eachSheet = (sheets: readonly string[], name: string, input: Readonly<Record<string, unknown>> = {}): Effect[] => sheets.map((id) => ({ do: 'follow', mechanism: 'inspectionSheet', id, action: name, input }));
const isUnannounced = ({ matter }: Situation) => matter.facts.kind === 'unannounced';

/** From the plan to the notices of rectification (reform.md §11.3). */
export const inspectionRound = mechanism(inspectionRoundRecord, {
  figures: inspectionRoundFigures,
  actions: {
    plan: action({
      name: { zh: '制订督察方案', en: 'Plan a round' },
      help: { zh: '督察项目从年度计划本季度的清单里取，不用重填；只督察其中几个单位的，选单位。', en: 'The items come from the list for the quarter; choose units only if not all of them are inspected.' },
      from: 'new',
      to: 'planned',
      by: [office],
      tone: 'primary',
      asks: { title: 'must', kind: 'must', period: 'must', list: 'must', scheme: 'must', methods: 'may', ...team, ...visits, items: 'computed' },
      extra: {
        only: fact.units({ zh: '只督察这些单位', en: 'These units only' }),
        repeatedUnit: fact.text({ zh: '重复受检单位', en: 'Unit inspected twice' }, { min: 0 }),
        repeatedBy: fact.text({ zh: '已受检轮次', en: 'By the round' }, { min: 0 }),
      },
      extraAsks: { only: 'may', repeatedUnit: 'computed', repeatedBy: 'computed' },
      numbers: [{ into: 'number', counter: 'inspectionRound', yearly: true, pattern: 'DC-{year}-{seq}' }],
      sets: ['host', 'itemCount', 'selfChecks', 'signedSheets', 'responses', 'objections', 'sampleNo'],
      check: badPlan,
      effects: ({ actor }, { items }) => [set({ host: actor.kind === 'post' ? actor.unitId : undefined, itemCount: items.length, selfChecks: 0, signedSheets: 0, responses: 0, objections: 0, sampleNo: 0 })],
    }),
    approve: action({
      name: { zh: '批准方案', en: 'Approve the scheme' },
      from: ['planned'],
      by: [officeHead, leader],
      tone: 'primary',
      apartFrom: ['plan'],
      sets: ['approvedOn'],
      effects: ({ today }) => [set({ approvedOn: today })],
    }),
    postpone: action({
      name: { zh: '调整督察时间', en: 'Move the visits' },
      from: ['planned'],
      by: [office],
      asks: visits,
      reason: 5,
      sets: ['approvedOn'],
      check: (situation, input) => badVisits(situation, { kind: situation.matter.facts.kind ?? '', period: situation.matter.facts.period ?? '', ...input }),
      effects: () => [set({ approvedOn: null })],
    }),
    changeTeam: action({
      name: { zh: '调整督察人员', en: 'Change the team' },
      from: ['planned'],
      by: [office],
      asks: team,
      reason: 5,
      sets: ['approvedOn'],
      check: (situation, input) => badTeam(situation, input.inspectors, situation.matter.facts.items ?? []),
      effects: () => [set({ approvedOn: null })],
    }),
    notice: action({
      name: { zh: '发督察通知', en: 'Send the notice' },
      help: { zh: '每个项目生成一份底稿，受检单位5个工作日内报自查。', en: 'A sheet is opened for each item; the units have five working days for their self-check.' },
      from: ['planned'],
      to: 'noticed',
      by: [office],
      tone: 'primary',
      needs: approved,
      starts: ['selfCheck'],
      sets: ['units'],
      follows: ['inspectionSheet.open'],
      when: badNotice,
      effects: (situation) => [
        set({ units: unitsOf(situation) }),
        ...opensSheets(situation),
        ...unitsOf(situation).map((unit): Effect => ({ do: 'tell', to: { unit }, text: { zh: `“${situation.matter.facts.title ?? ''}”将于${situation.matter.facts.visitFrom ?? ''}进入现场，请先报自查报告。`, en: `“${situation.matter.facts.title ?? ''}” comes on site on ${situation.matter.facts.visitFrom ?? ''}. Please hand in your self-check first.` } })),
      ],
    }),
    noteSelfCheck: action({
      name: { zh: '收到自查', en: 'A self-check has come' },
      from: ['noticed', 'selfChecked', 'onSite'],
      to: ['noticed', 'selfChecked', 'onSite'],
      by: ['system'],
      hidden: true,
      sets: ['selfChecks'],
      leads: ({ matter }) => (matter.stage === 'noticed' && (matter.facts.selfChecks ?? 0) + 1 >= (matter.facts.itemCount ?? 0) ? 'selfChecked' : (matter.stage as 'noticed')),
      effects: ({ matter }) => {
        const selfChecks = (matter.facts.selfChecks ?? 0) + 1;
        return [set({ selfChecks }), ...(selfChecks >= (matter.facts.itemCount ?? 0) ? [{ do: 'stop', clock: 'selfCheck' } satisfies Effect] : [])];
      },
    }),
    beginVisits: action({
      name: { zh: '进入现场督察', en: 'Begin the visits' },
      from: ['noticed', 'selfChecked'],
      to: 'onSite',
      by: [inspectLead],
      tone: 'primary',
      stops: ['selfCheck'],
      starts: ['onSite'],
      when: notYetOnSite,
    }),
    beginUnannounced: action({
      name: { zh: '开始暗访', en: 'Begin unannounced' },
      help: { zh: '不发通知、不打招呼，批准后由组长启动。', en: 'Without notice, by the head of the team once it is approved.' },
      from: ['planned'],
      to: 'onSite',
      by: [inspectLead],
      needs: approved,
      starts: ['onSite'],
      sets: ['units'],
      follows: ['inspectionSheet.open'],
      when: (situation) => (isUnannounced(situation) ? notYetOnSite(situation) : 'notUnannounced'),
      effects: (situation) => [set({ units: unitsOf(situation) }), ...opensSheets(situation)],
    }),
    noteSheet: action({
      name: { zh: '底稿双方已签', en: 'A sheet is signed by both sides' },
      from: ['onSite'],
      by: ['system'],
      hidden: true,
      sets: ['signedSheets'],
      effects: ({ matter }) => {
        const signedSheets = (matter.facts.signedSheets ?? 0) + 1;
        return [set({ signedSheets }), ...(signedSheets === matter.facts.itemCount ? [{ do: 'stop', clock: 'onSite' } satisfies Effect, { do: 'start', clock: 'draft' } satisfies Effect] : [])];
      },
    }),
    draftFindings: action({
      name: { zh: '形成问题清单', en: 'Draft the findings' },
      help: { zh: '问题从双方签字的底稿里汇总，反馈受检单位。', en: 'Gathered from the sheets that both sides signed, and put before the units.' },
      from: ['onSite'],
      to: 'drafted',
      by: [inspectLead],
      tone: 'primary',
      asks: { findings: 'computed', sheets: 'computed' },
      stops: ['onSite', 'draft'],
      starts: ['exchange'],
      sets: ['findingCount'],
      follows: ['inspectionSheet.putForward'],
      when: sheetsOut,
      effects: (_situation, { findings, sheets }) => [set({ findingCount: findings.length }), ...eachSheet(sheets, 'putForward')],
    }),
    noteResponse: action({
      name: { zh: '收到反馈', en: 'An answer has come' },
      from: ['drafted'],
      to: ['drafted', 'exchanged'],
      by: ['system'],
      hidden: true,
      extra: { isObjection: fact.flag({ zh: '有异议', en: 'Objected to' }) },
      extraAsks: { isObjection: 'must' },
      sets: ['responses', 'objections'],
      leads: ({ matter }) => ((matter.facts.responses ?? 0) + 1 >= (matter.facts.itemCount ?? 0) ? 'exchanged' : 'drafted'),
      effects: ({ matter }, { isObjection }) => {
        const responses = (matter.facts.responses ?? 0) + 1;
        return [
          set({ responses, objections: (matter.facts.objections ?? 0) + (isObjection ? 1 : 0) }),
          ...(responses >= (matter.facts.itemCount ?? 0) ? [{ do: 'stop', clock: 'exchange' } satisfies Effect, { do: 'start', clock: 'report' } satisfies Effect] : []),
        ];
      },
    }),
    noteSettled: action({
      name: { zh: '异议已复核', en: 'An objection is settled' },
      from: ['drafted', 'exchanged'],
      by: ['system'],
      hidden: true,
      sets: ['objections'],
      effects: ({ matter }) => [set({ objections: Math.max(0, (matter.facts.objections ?? 0) - 1) })],
    }),
    closeExchange: action({
      name: { zh: '结束反馈', en: 'End the exchange' },
      help: { zh: '反馈时限已过，未反馈的视为认可。', en: 'Once the time is over: silence is taken as consent.' },
      from: ['drafted'],
      to: 'exchanged',
      by: [inspectLead],
      stops: ['exchange'],
      starts: ['report'],
      when: notYetExchanged,
    }),
    report: action({
      name: { zh: '报送督察报告', en: 'Report' },
      help: { zh: '基本情况、成效、问题（点名到单位）、建议，报分管区领导。', en: 'Summary, what is good, findings by unit, advice; to the leader.' },
      from: ['exchanged'],
      to: 'reported',
      by: [inspectLead],
      tone: 'primary',
      asks: { summary: 'must', good: 'must', advice: 'must', findings: 'computed', sheets: 'computed', lights: 'computed', redRate: 'computed' },
      stops: ['report'],
      starts: ['circulate', 'order'],
      sets: ['reportedOn', 'findingCount'],
      prints: roundFigures,
      follows: ['inspectionSheet.conclude'],
      when: objectionsOpen,
      effects: ({ today, matter }, { findings, sheets }) => [
        set({ reportedOn: today, findingCount: findings.length }),
        ...eachSheet(sheets, 'conclude', { reportedOn: today }),
        { do: 'tell', to: { role: 'LEADER' }, text: { zh: `《${matter.facts.title ?? ''}》督察报告已报送，问题${findings.length}条。`, en: `The report of “${matter.facts.title ?? ''}” has come, with ${findings.length} finding(s).` } },
      ],
    }),
    circulate: action({
      name: { zh: '印发督察通报', en: 'Circulate' },
      help: { zh: '先写成效，再按单位写问题，最后写要求和时限。', en: 'What is good first, then findings by unit, then demands and days.' },
      from: ['reported'],
      to: 'circulated',
      by: [officeHead],
      tone: 'primary',
      asks: { demands: 'must' },
      numbers: [{ into: 'circularNo', counter: 'inspectionCircular', yearly: true }],
      stops: ['circulate'],
      sets: ['circulatedOn'],
      effects: ({ today }) => [set({ circulatedOn: today })],
    }),
    order: action({
      name: { zh: '下达整改通知书', en: 'Order rectification' },
      help: { zh: '每个单位一份整改通知书，问题按季度编号进入整改台账。', en: 'One notice for each unit; the findings get their codes and enter the register.' },
      from: ['circulated'],
      to: 'ordered',
      by: [office],
      tone: 'primary',
      asks: { findings: 'computed' },
      stops: ['order'],
      sets: ['orderedOn'],
      follows: ['rectificationNotice.issue'],
      effects: ({ matter, today }, { findings }) => [
        set({ orderedOn: today }),
        ...[...new Set(findings.flatMap(({ unit }) => unit ?? []))].map((unit): Effect => ({
          do: 'follow', mechanism: 'rectificationNotice', action: 'issue',
          input: { title: `${matter.facts.title ?? ''}整改通知书`, round: matter.id, unit, findings: findings.filter((each) => each.unit === unit) },
        })),
      ],
    }),
    drawSample: action({
      name: { zh: '抽取回头看样本', en: 'Draw the sample for re-inspection' },
      help: { zh: 'A级全抽，B级、C级按比例随机抽；名单、口令、种子留存，谁都可以重算。', en: 'All of grade A and a share of B and C at random; list, word and seed are kept, and anybody can draw it again.' },
      from: ['planned', 'noticed', 'selfChecked', 'onSite'],
      by: [inspectLead],
      reason: 0,
      asks: { sampleWord: 'must', sampleNo: 'computed', sampleList: 'computed', sampleHash: 'computed', sampleSeed: 'computed', sample: 'computed' },
      extra: { isUnfit: fact.flag({ zh: '口令不能用', en: 'The word is unfit' }) },
      extraAsks: { isUnfit: 'computed' },
      sets: ['earlierSamples'],
      follows: ['finding.callBack'],
      check: ({ matter }, input) => {
        if (input.isUnfit) return { refusal: 'wordUnfit', field: 'sampleWord' };
        if (input.sample.length === 0) return 'nothingToSample';
        return (matter.facts.sampleNo ?? 0) > 0 && [...(input.reason ?? '')].length < 10 ? { refusal: 'drawnAlready', field: 'reason' } : undefined;
      },
      effects: ({ matter }, { sample }) => {
        const { sampleNo = 0, sampleWord = '', sampleSeed = '', sample: before = [], earlierSamples = [] } = matter.facts;
        const kept = { number: sampleNo, word: sampleWord, seed: sampleSeed, drawn: before.filter(({ isDrawn }) => isDrawn).map(({ code }) => code).join('、') };
        const drawn = sample.flatMap(({ finding, isDrawn }) => (isDrawn && finding !== undefined ? [finding] : []));
        return [
          ...(sampleNo > 0 ? [set({ earlierSamples: [...earlierSamples, kept] })] : []),
          ...drawn.map((id): Effect => ({ do: 'follow', mechanism: 'finding', id, action: 'callBack', input: { sampledFor: matter.id } })),
        ];
      },
    }),
    cancel: action({
      name: { zh: '取消轮次', en: 'Cancel' },
      from: ['planned', 'noticed', 'selfChecked', 'onSite'],
      to: 'cancelled',
      by: [officeHead],
      tone: 'danger',
      reason: 10,
      asks: { sheets: 'computed' },
      stops: ['selfCheck', 'onSite', 'draft'],
      follows: ['inspectionSheet.cancel'],
      effects: (_situation, { sheets }) => eachSheet(sheets, 'cancel'),
    }),
  },
});
