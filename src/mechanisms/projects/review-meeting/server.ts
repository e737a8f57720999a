import { commit } from '#engines/draw/frozen.ts';
import { explainNoDraw } from '#engines/draw/explain.ts';
import type { Candidate, Draw, DrawProblem, NoDraw, Secrets } from '#engines/draw/problem.ts';
import { draw, substitute } from '#engines/draw/solve.ts';
import { findAlerts } from '#engines/scoring/alerts.ts';
import { commonScheme } from '#engines/scoring/common-scheme.ts';
import { explain, explainAlert } from '#engines/scoring/explain.ts';
import type { Scheme, Sheet } from '#engines/scoring/problem.ts';
import { conclude } from '#engines/scoring/solve.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Situation } from '#kernel/mechanism.ts';
import type { Computation, Question } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { loadOn } from '../expert-load.ts';
import { neighbours, specialties } from '../project-words.ts';
import { criteria, recusalGrounds, type Ground } from '../sheet.ts';
import { groundsFor, groundsOf, isCandidate, type Registers } from '../recusal.ts';
import { reviewPaper } from './report.ts';

type Facts = Readonly<Record<string, unknown>>;
type Found = Readonly<Record<string, readonly Matter[]>>;
interface Seat { readonly specialty: string; readonly expertNo: string }
interface PanelRow extends Seat { readonly expert: string; readonly person: string; readonly unit: string; readonly checkedInAt?: string }

const secretNames = ['secretariatSecret', 'supervisorSecret'] as const;

const registers = ({ matter }: Situation): Readonly<Record<string, Question>> => ({
  experts: { mechanism: 'expert', where: { stage: ['active'] } },
  enterprises: { mechanism: 'enterprise', where: { stage: ['listed', 'cancelled'] } },
  diligence: { mechanism: 'dueDiligence', where: { fact: 'project', in: [String(matter.facts['project'])] } },
  earlier: { mechanism: 'reviewMeeting', where: { all: [{ fact: 'applicant', in: [String(matter.facts['applicant'])] }, { stage: ['concluded', 'revealed'] }] } },
});

/** Everything the draw depends on, from the registers of this moment. */
function problemOf({ matter, today }: Situation, { experts = [], earlier = [], ...rest }: Found, drawNo: number, redrawReason: string | undefined): DrawProblem {
  const { facts } = matter;
  const around: Registers = { enterprises: rest['enterprises'] ?? [], diligence: rest['diligence'] ?? [], objections: (facts['objections'] ?? []) as Registers['objections'] };
  const last = earlier.toSorted((a, b) => (String(a.facts['concludedOn']) < String(b.facts['concludedOn']) ? 1 : -1))[0];
  const sat = new Set(((last?.facts['panel'] ?? []) as readonly Seat[]).map(({ expertNo }) => expertNo));
  const present = experts.filter((expert) => isCandidate(expert, today));
  const groundsAgainst = groundsFor(String(facts['applicant']), around, today);
  const grounds = present.map((expert) => ({ expertNo: noOf(expert), grounds: groundsAgainst(expert) }));
  return {
    projectNo: String(facts['projectNo']), drawNo, ...(redrawReason === undefined ? {} : { redrawReason }),
    quotas: ((facts['quotas'] ?? []) as readonly { readonly specialty: string; readonly seats: number }[]).map((quota) => ({ ...quota, neighbours: neighbours[quota.specialty] ?? [] })),
    candidates: present.map((expert) => candidateOf(expert, today, sat)),
    recusals: grounds.filter((each) => each.grounds.length > 0),
  };
}

function candidateOf(expert: Matter, today: string, sat: ReadonlySet<string>): Candidate {
  const { facts } = expert;
  const { month, year } = loadOn((facts['seats'] ?? []) as readonly { readonly on?: string }[], today);
  return {
    expertNo: noOf(expert), specialties: (facts['specialties'] ?? []) as readonly string[], employer: String(facts['employer'] ?? facts['employerName'] ?? '').replaceAll(/[\t\n]/g, ' '),
    isOutside: facts['isOutside'] === true, monthlyCount: month, yearlyCount: year, isFromLastPanel: sat.has(noOf(expert)),
  };
}

const noOf = (expert: Matter) => String(expert.facts['expertNo']);

function seated(seats: readonly Seat[], experts: readonly Matter[], before: readonly PanelRow[] = []): PanelRow[] {
  return seats.map(({ specialty, expertNo }) => {
    const held = before.find((row) => row.expertNo === expertNo);
    if (held) return held;
    const expert = experts.find((each) => noOf(each) === expertNo);
    return { specialty, expertNo, expert: expert?.id ?? '', person: String(expert?.facts['person'] ?? ''), unit: String(expert?.facts['pool'] ?? '') };
  });
}

/** Why nothing was drawn, in both languages, with the names of the specialties. */
function inWords(answer: NoDraw): { readonly trouble: string; readonly troubleEn: string } {
  const told = explainNoDraw(answer);
  const named = (language: 'zh' | 'en') => Object.entries(specialties).reduce((words, [key, name]) => words.replaceAll(new RegExp(`(?<![A-Za-z])${key}(?![A-Za-z])`, 'g'), name[language]), told[language]);
  return { trouble: named('zh'), troubleEn: named('en') };
}

const noTrouble = { trouble: '', troubleEn: '' };

function secretsFrom(opened: Facts): Secrets {
  return [String(opened['secretariatSecret'] ?? ''), String(opened['supervisorSecret'] ?? '')];
}

const nothingDrawn = { panel: [], drawn: [], substitutes: [], recusals: [], recusedCount: 0, frozen: '', poolHash: '', seed: '' };

function drawing(again: boolean): Computation {
  return {
    asks: registers,
    opens: secretNames,
    work: (situation, input, found, opened) => {
      const drawNo = again ? Number(situation.matter.facts['drawNo'] ?? 0) + 1 : 1;
      const problem = problemOf(situation, found, drawNo, again ? String(input['reason'] ?? '') : undefined);
      const answer = draw(problem, secretsFrom(opened));
      if ('no' in answer) return { ...nothingDrawn, drawNo, ...inWords(answer) };
      return {
        panel: seated(answer.panel, found['experts'] ?? []), drawn: answer.panel, substitutes: answer.substitutes.map(({ specialty, expertNos }) => ({ specialty, expertNos: expertNos.join(',') })),
        recusals: answer.recused.map(({ expertNo, grounds }) => ({ expertNo, grounds: grounds.join('、') })), recusedCount: answer.recused.length,
        frozen: answer.frozen, poolHash: answer.poolHash, seed: answer.seed, drawNo, ...noTrouble,
      };
    },
  };
}

/** Vacant seats go to the next in order of the same draw, frozen as it was. */
const filling: Computation = {
  asks: registers,
  work: (situation, input, found) => {
    const { facts } = situation.matter;
    const panel = (facts['panel'] ?? []) as readonly PanelRow[];
    const missing = panel.filter(({ checkedInAt }) => checkedInAt === undefined);
    const gone = [...((facts['gone'] ?? []) as readonly { readonly expertNo: string; readonly reason?: string }[]), ...missing.map(({ expertNo }) => ({ expertNo, reason: String(input['reason'] ?? '') }))];
    const drawNo = Number(facts['drawNo'] ?? 1);
    const problem = problemOf(situation, found, drawNo, undefined);
    const answer = substitute(problem, earlierDraw(facts), panel.map(({ specialty, expertNo }) => ({ specialty, expertNo })), gone.map(({ expertNo }) => expertNo));
    return 'no' in answer ? { panel: [...panel], gone, ...inWords(answer) } : { panel: seated(answer, found['experts'] ?? [], panel), gone, ...noTrouble };
  },
};

/** The draw whose order goes on: its seed ranks whoever is left. */
function earlierDraw(facts: Facts): Draw {
  const text = (name: string) => String(facts[name] ?? '');
  return {
    projectNo: text('projectNo'), drawNo: Number(facts['drawNo'] ?? 1), frozen: text('frozen'), poolHash: text('poolHash'), seed: text('seed'),
    commitments: [text('secretariatCommitment'), text('supervisorCommitment')], panel: [], substitutes: [], passedOver: [], recused: [], capped: [],
  };
}

/** Whoever is named by hand is judged as the draw judges: his grounds, in words. */
const named: Computation = {
  asks: registers,
  work: (situation, input, found) => {
    const expert = (found['experts'] ?? []).find(({ id }) => id === input['expert']);
    const around: Registers = { enterprises: found['enterprises'] ?? [], diligence: found['diligence'] ?? [], objections: (situation.matter.facts['objections'] ?? []) as Registers['objections'] };
    const grounds = expert === undefined ? [] : groundsOf(expert, String(situation.matter.facts['applicant']), around, situation.today);
    const panel = (situation.matter.facts['panel'] ?? []) as readonly PanelRow[];
    const gone = ((situation.matter.facts['gone'] ?? []) as readonly Seat[]).map(({ expertNo }) => expertNo);
    const missing = panel.filter(({ checkedInAt }) => checkedInAt === undefined).map(({ expertNo }) => expertNo);
    const next = substitute(problemOf(situation, found, Number(situation.matter.facts['drawNo'] ?? 1), undefined), earlierDraw(situation.matter.facts), panel, [...gone, ...missing]);
    const [row] = expert === undefined ? [] : seated([{ specialty: panel.find(({ expertNo }) => missing.includes(expertNo))?.specialty ?? '', expertNo: noOf(expert) }], [expert]);
    const told = (language: 'zh' | 'en', between: string) => grounds.map((ground: Ground) => `${ground} ${recusalGrounds[ground][language]}`).join(between);
    return { grounds: told('zh', '；'), groundsEn: told('en', '; '), isExhausted: 'no' in next, seat: row === undefined || row.specialty === '' ? [] : [row] };
  },
};

const scheme: Scheme = { ...commonScheme, criteria: Object.entries(criteria).map(([key, { zh, en, max }]) => ({ key, name: { zh, en }, max })) };
const outcomes = { pass: 'passed', conditional: 'conditional', refused: 'refused' } as const;

/** The result from the sheets as they are locked or revised (projects.md §3.4). */
const concluding: Computation = {
  asks: ({ matter }) => ({ sheets: { mechanism: 'scoreSheet', where: { fact: 'meeting', in: [matter.id] } } }),
  work: ({ matter }, input, { sheets = [] }) => {
    const measures = Object.fromEntries(((matter.facts['measures'] ?? []) as readonly { readonly benchmark: string; readonly committed: number; readonly standard: number }[])
      .map(({ benchmark, committed, standard }) => [benchmark, { committed: Math.round(committed * 1000), standard: Math.round(standard * 1000) }]));
    const veto = input['vetoBasis'] === undefined ? undefined : { legalBasis: String(input['vetoBasis']), departmentNote: String(input['vetoNote'] ?? '') };
    const answer = conclude({ scheme, sheets: sheets.map(sheetOf), measures, ...(veto ? { veto } : {}) });
    const told = explain(answer);
    const [words, wordsEn] = [told.map(({ zh }) => zh).join(''), told.map(({ en }) => en).join(' ')];
    if (!('standings' in answer)) return { ...noConclusion, outcome: answer.outcome, trouble: words, troubleEn: wordsEn, explanation: words, explanationEn: wordsEn };
    return {
      outcome: answer.outcome, result: outcomes[answer.outcome], experts: answer.experts / 100, computed: answer.computed / 100, final: answer.final / 100, mustBeMinuted: answer.mustBeMinuted, ...noTrouble, explanation: words, explanationEn: wordsEn,
      standings: answer.standings.map(({ expertNo, total, isDropped, z, isFar }) => ({ expertNo, total, isDropped, z, isFar })),
    };
  },
};

const noConclusion = { result: 'refused', experts: 0, computed: 0, final: 0, mustBeMinuted: false, standings: [] };

interface Line { readonly criterion: string; readonly points: number; readonly reason?: string }

function sheetOf({ stage, facts }: Matter): Sheet {
  const lines = (facts['scores'] ?? []) as readonly Line[];
  return {
    expertNo: String(facts['expertNo']), agrees: facts['agrees'] === true,
    scores: Object.fromEntries(lines.map(({ criterion, points }) => [criterion, points])),
    reasons: Object.fromEntries(lines.flatMap(({ criterion, reason }) => (reason === undefined ? [] : [[criterion, reason]]))),
    ...(stage === 'voided' ? { conflict: String(facts['conflict'] ?? '') } : {}),
  };
}

/** Both secrets, and with them everything the draw gave: anybody may now draw it again. */
const revealing: Computation = {
  opens: secretNames,
  work: ({ matter }, _input, _found, opened) => {
    const [revealedSecretariat, revealedSupervisor] = secretsFrom(opened);
    const { facts } = matter;
    return { revealedSecretariat, revealedSupervisor, openFrozen: facts['frozen'], openSeed: facts['seed'], openPanel: facts['drawn'], openSubstitutes: facts['substitutes'] };
  },
};

/** What looks agreed beforehand, over all meetings so far (projects.md §3.5): for a person to look into, never a verdict. */
const examining: Computation = {
  asks: () => ({ sheets: { mechanism: 'scoreSheet', where: { stage: ['settled'] } }, meetings: { mechanism: 'reviewMeeting', where: { stage: ['concluded', 'revealed'] } } }),
  work: ({ matter }, _input, { sheets = [], meetings = [] }) => {
    const projects = meetings.map(({ id, facts }) => ({
      projectNo: String(facts['projectNo']), investorGroup: String(facts['applicant'] ?? ''),
      sheets: sheets.filter((sheet) => sheet.facts['meeting'] === id).map((sheet) => ({
        expertNo: String(sheet.facts['expertNo']), scores: sheetOf(sheet).scores, comments: [String(sheet.facts['comment'] ?? ''), ...Object.values(sheetOf(sheet).reasons)].join('\n'),
        lockedAt: Date.parse(String(sheet.facts['lockedAt'])), device: '',
      })),
    }));
    const here = String(matter.facts['projectNo']);
    const alerts = findAlerts(projects).filter(({ projects: named }) => named.includes(here));
    return { alerts: alerts.map((alert) => ({ words: explainAlert(alert).zh })) };
  },
};

/** What a review asks of the server: commitments, the draw, who is recused, the result, what is revealed, and what looks odd. */
export const serving: MechanismServer = {
  computes: {
    commitSecretariat: { work: (_situation, input) => ({ secretariatCommitment: commit(String(input['secretariatSecret'])) }) },
    commitSupervisor: { work: (_situation, input) => ({ supervisorCommitment: commit(String(input['supervisorSecret'])) }) },
    draw: drawing(false),
    redraw: drawing(true),
    fillSeats: filling,
    seatByHand: named,
    conclude: concluding,
    reveal: revealing,
    examine: examining,
  },
  documents: {
    conclusion: {
      name: { zh: '评审结论', en: 'Result of the review' },
      when: { fact: 'result', present: true },
      parts: reviewPaper,
      fileName: ({ matter }) => `评审结论 ${String(matter.facts['name'] ?? '')}`,
    },
  },
};
