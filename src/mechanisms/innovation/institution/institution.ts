import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { institutionFigures } from './figures.ts';
import { institutionRecord, type InstitutionRecord } from './record.ts';
import { badBrand, badEntry, badReport, missedReports, nextReport, notTheirs, reportDue, yearEnd, yearOf, type Institution, type Situation } from './rules.ts';

type Effect = EffectOf<InstitutionRecord>;

const action = actionsOf(institutionRecord);
const science = { role: 'SCIENCE' } as const;
const marine = { role: 'MARINE' } as const;
const own = { role: 'INSTITUTE' } as const;
const outline = { parentOrg: 'may', setupMode: 'may', park: 'may', address: 'may', officer: 'may', brandBasis: 'may', brandDocument: 'may' } as const;
const people = { researchers: 'may', talents: 'may', labArea: 'may' } as const;

/** Institutes and universities: counted while they operate (innovation.md §1.1). */
export const institution = mechanism(institutionRecord, {
  figures: institutionFigures,
  importing: { create: 'enter', amend: 'amend', void: 'void', key: 'creditCode' },
  actions: {
    negotiate: action({
      name: { zh: '开始洽谈', en: 'Begin the talks' },
      from: 'new',
      to: 'negotiating',
      by: [marine, science, { role: 'INVEST' }],
      tone: 'primary',
      asks: { name: 'must', kind: 'must', creditCode: 'may', ...outline },
      starts: ['talks'],
      check: (_situation, input) => badBrand(input),
    }),
    enter: action({
      name: { zh: '登记在运行机构', en: 'Enter one that operates' },
      help: { zh: '建台账以前已经运行的机构；国字号登记以后由另一人核定。', en: 'For one that operated before there was a register; its national name is confirmed by somebody else afterwards.' },
      from: 'new',
      to: 'operating',
      by: [science, marine],
      asks: { name: 'must', creditCode: 'must', kind: 'must', operatingOn: 'must', ...outline, ...people },
      sets: ['reportsFrom'],
      check: ({ today }, input) => badEntry(today, input),
      effects: (situation) => reporting(situation, { reportsFrom: yearOf(situation.today) }),
    }),
    noteProgress: action({
      name: { zh: '登记进展', en: 'Note progress' },
      from: ['negotiating'],
      by: [marine, science, { role: 'INVEST' }],
      extra: { words: fact.text({ zh: '进展', en: 'Progress' }, { min: 4, max: 300 }) },
      extraAsks: { words: 'must' },
      sets: ['progress'],
      effects: ({ matter: { facts }, today }, { words }) => [{ do: 'set', values: { progress: [...(facts.progress ?? []), { on: today, words }].slice(-60) } }, { do: 'start', clock: 'talks' }],
    }),
    draftAgreement: action({
      name: { zh: '送审合作协议', en: 'Hand in the agreement' },
      from: ['negotiating'],
      by: [marine],
      tone: 'primary',
      evidence: 1,
      asks: { agreementNo: 'must' },
      effects: ({ matter }) => [{ do: 'tell', to: { role: 'LEADER' }, text: { zh: `“${matter.facts.name ?? ''}”合作协议已送审，请审签。`, en: `The agreement with “${matter.facts.name ?? ''}” awaits your signature.` } }],
    }),
    sign: action({
      name: { zh: '签约', en: 'Sign' },
      from: ['negotiating'],
      to: 'signed',
      by: [{ role: 'LEADER' }],
      tone: 'primary',
      apartFrom: ['draftAgreement'],
      needs: [{ name: { zh: '合作协议', en: 'the agreement' }, holds: { fact: 'agreementNo', present: true }, from: 'draftAgreement' }],
      extra: { on: fact.day({ zh: '签约日期', en: 'Signed on' }) },
      extraAsks: { on: 'may' },
      stops: ['talks'],
      starts: ['setUp'],
      sets: ['signedOn'],
      check: ({ today }, { on }) => (on !== undefined && on > today ? { refusal: 'signedLater', field: 'on' } : undefined),
      effects: ({ today }, { on }) => [{ do: 'set', values: { signedOn: on ?? today } }],
    }),
    establish: action({
      name: { zh: '设立', en: 'Establish' },
      help: { zh: '法人证书或者分支机构批复一份，地址证明一份。', en: 'The certificate of a legal person or the approval of a branch, and proof of the address.' },
      from: ['signed'],
      to: 'established',
      by: [own, marine],
      tone: 'primary',
      evidence: 2,
      asks: { creditCode: 'must', address: 'must' },
      stops: ['setUp'],
      sets: ['establishedOn'],
      when: notTheirs,
      effects: ({ today }) => [{ do: 'set', values: { establishedOn: today } }, { do: 'tell', to: { role: 'SCIENCE' }, text: { zh: '有院所完成设立，请到现场核实后登记运行。', en: 'An institution is established. Please visit it and enter that it operates.' } }],
    }),
    operate: action({
      name: { zh: '登记运行', en: 'Enter that it operates' },
      help: { zh: '至少一名驻地全职科研人员，或者一个在研项目；附现场照片。', en: 'A resident full-time researcher or a running project, with a photo of the place.' },
      from: ['established'],
      to: 'operating',
      by: [science],
      tone: 'primary',
      evidence: 1,
      extra: { residents: fact.whole({ zh: '驻地全职科研人员', en: 'Resident full-time researchers' }, { min: 0 }), projects: fact.whole({ zh: '在研项目', en: 'Running projects' }, { min: 0 }) },
      extraAsks: { residents: 'must', projects: 'must' },
      asks: people,
      sets: ['operatingOn', 'reportsFrom'],
      check: (_situation, { residents, projects }) => (residents + projects === 0 ? { refusal: 'nobodyWorks', field: 'residents' } : undefined),
      effects: (situation) => reporting(situation, { operatingOn: situation.today, reportsFrom: yearOf(situation.today) }),
    }),
    confirmNational: action({
      name: { zh: '核定国字号', en: 'Confirm as national' },
      help: { zh: '对照编制、设立或者名称批复原件核定，由登记人以外的同志办理。', en: 'Against the original approval, by somebody other than who entered it.' },
      from: ['signed', 'established', 'operating'],
      by: [science, marine],
      tone: 'primary',
      apartFrom: ['negotiate', 'enter'],
      evidence: 1,
      asks: { brandBasis: 'must', brandDocument: 'must', parentOrg: 'may' },
      sets: ['isNational', 'brandConfirmedOn'],
      check: ({ matter: { facts } }, input) => badBrand({ ...facts, ...input }),
      effects: ({ today }) => [{ do: 'set', values: { isNational: true, brandConfirmedOn: today } }],
    }),
    withdrawNational: action({
      name: { zh: '撤销国字号', en: 'Withdraw as national' },
      from: ['signed', 'established', 'operating', 'suspended'],
      by: [science],
      tone: 'danger',
      reason: 10,
      sets: ['isNational', 'brandConfirmedOn'],
      effects: () => [{ do: 'set', values: { isNational: false, brandConfirmedOn: null } }],
    }),
    report: action({
      name: { zh: '报送年度报告', en: 'Send the yearly report' },
      help: { zh: '每年3月31日前报上一年度；连续两年不报的可以停运，不再计数。', en: 'Of the year before, by 31 March; two missed in a row may end the count.' },
      from: ['operating'],
      by: [own, science],
      tone: 'primary',
      evidence: 1,
      asks: { researchers: 'must', talents: 'may', labArea: 'may' },
      extra: { year: fact.whole({ zh: '年度', en: 'Year' }, { min: 2000, max: 2100, names: true }), projects: fact.whole({ zh: '在研项目', en: 'Running projects' }, { min: 0 }) },
      extraAsks: { year: 'must', projects: 'must' },
      sets: ['reports', 'reportedYear'],
      when: notTheirs,
      check: (situation, { year }) => badReport(situation, year),
      effects: (situation, { year, projects, researchers, talents }) => {
        const { matter: { facts }, today, setting } = situation;
        const isLate = today > reportDue(year, setting('report'));
        const reports = [...(facts.reports ?? []), { year, on: today, researchers, projects, isLate, ...(talents === undefined ? {} : { talents }) }].toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
        return reporting(situation, { reports, reportedYear: Math.max(year, facts.reportedYear ?? 0) });
      },
    }),
    suspend: action({
      name: { zh: '停运', en: 'Suspend' },
      help: { zh: '从停运之日起不再计数。', en: 'It leaves the count from that day.' },
      from: ['operating'],
      to: 'suspended',
      by: [science],
      tone: 'danger',
      evidence: 1,
      reason: 10,
      asks: { stopGround: 'must' },
      stops: ['report'],
      sets: ['leftOn'],
      check: ({ matter: { facts }, today, setting }, { stopGround }) => {
        const missed = missedReports(facts, today, setting('report'));
        return stopGround === 'reports' && missed < setting('missed') ? { refusal: 'missedTooFew', field: 'stopGround', detail: { missed, needed: setting('missed') } } : undefined;
      },
      effects: ({ today }) => [{ do: 'set', values: { leftOn: today } }],
    }),
    resume: action({
      name: { zh: '恢复运行', en: 'Resume' },
      from: ['suspended'],
      to: 'operating',
      by: [science],
      tone: 'primary',
      evidence: 1,
      sets: ['leftOn', 'stopGround', 'reportsFrom'],
      effects: (situation) => [{ do: 'set', values: { leftOn: null, stopGround: null } }, ...reporting(situation, { reportsFrom: yearOf(situation.today) })],
    }),
    exit: action({
      name: { zh: '退出', en: 'Leave' },
      from: ['established', 'operating', 'suspended'],
      to: 'exited',
      by: [science, marine],
      tone: 'danger',
      evidence: 1,
      reason: 10,
      stops: ['report'],
      sets: ['leftOn'],
      effects: ({ matter: { facts }, today }) => [{ do: 'set', values: { leftOn: facts.leftOn ?? today } }],
    }),
    drop: action({ name: { zh: '终止洽谈', en: 'End the talks' }, from: ['negotiating', 'signed'], to: 'dropped', by: [marine, science], tone: 'danger', reason: 10, stops: ['talks', 'setUp'] }),
    amend: action({
      name: { zh: '更正信息', en: 'Amend' },
      from: ['negotiating', 'signed', 'established', 'operating', 'suspended'],
      by: [science, marine],
      asks: { name: 'may', creditCode: 'may', kind: 'may', operatingOn: 'may', ...outline, ...people },
      check: ({ matter: { facts }, today }, input) => badEntry(today, { ...facts, ...input }),
    }),
    void: action({
      name: { zh: '误录作废', en: 'Void' },
      from: ['negotiating', 'operating'],
      to: 'voided',
      by: [science, marine],
      tone: 'danger',
      reason: 5,
      stops: ['talks', 'report'],
      sets: ['creditCode'],
      effects: () => [{ do: 'set', values: { creditCode: null } }],
    }),
  },
});

/** What is set, and the clock of the next report as it then runs. */
function reporting({ matter: { facts }, today, setting }: Situation, values: Institution): readonly Effect[] {
  return [{ do: 'set', values }, { do: 'start', clock: 'report', on: yearEnd(nextReport({ ...facts, ...values }, today, setting('report'))) }];
}
