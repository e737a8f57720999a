import { drawSample } from '#engines/sample/solve.ts';
import { explainNoSample } from '#engines/sample/explain.ts';
import { addDays } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { roundFigures } from './record.ts';
import { circularParts, noticeParts, reportParts, schemeParts, specialReportParts } from './report.ts';

type Row = Readonly<Record<string, unknown>>;
const rowsOf = (matter: Matter | undefined, name: string) => (matter?.facts[name] ?? []) as readonly Row[];

/** The items of the list for this quarter and these units, and whoever of them is inspected already. */
const planning: Computation = {
  asks: (_situation, input) => ({
    rounds: { mechanism: 'inspectionRound', where: { all: [{ fact: 'period', in: [String(input['period'])] }, { not: { stage: ['cancelled'] } }] } },
  }),
  work: ({ findMatter }, input, { rounds = [] }) => {
    const only = (input['only'] ?? []) as readonly string[];
    const items = rowsOf(findMatter(String(input['list'])), 'items')
      .filter(({ quarter, unit }) => quarter === String(input['period']).slice(5) && (only.length === 0 || only.includes(String(unit))))
      .map(({ code, name, unit, field, task }) => ({ code, name, unit, field, ...(task === undefined ? {} : { task }) }));
    const by = (unit: unknown) => rounds.find((round) => rowsOf(round, 'items').some((item) => item['unit'] === unit));
    const repeated = items.find(({ unit }) => by(unit) !== undefined);
    return { items, repeatedUnit: String(repeated?.unit ?? ''), repeatedBy: String(by(repeated?.unit)?.facts['title'] ?? '') };
  },
};

const itsSheets: NonNullable<Computation['asks']> = ({ matter }) => ({ sheets: { mechanism: 'inspectionSheet', where: { fact: 'round', in: [matter.id] } } });

/** The problems of all sheets but those struck out. */
function gathered(sheets: readonly Matter[]): Row[] {
  return sheets
    .toSorted((a, b) => (String(a.facts['item']) < String(b.facts['item']) ? -1 : 1))
    .flatMap((sheet) => {
      const struck = (sheet.facts['struck'] ?? []) as readonly string[];
      return rowsOf(sheet, 'problems')
        .filter((_row, index) => !struck.includes(String(index + 1)))
        .map((row) => ({ sheet: sheet.id, unit: sheet.facts['unit'], field: sheet.facts['field'], ...(sheet.facts['task'] === undefined ? {} : { task: sheet.facts['task'] }), ...row, description: String(row['description']).replaceAll(/\s+/g, ' ').trim() }));
    });
}

const gathering: Computation = { asks: itsSheets, work: (_situation, _input, { sheets = [] }) => ({ sheets: sheets.map(({ id }) => id), findings: gathered(sheets) }) };

const lamps = ['green', 'blue', 'yellow', 'red', 'grey'] as const;

/** Units by light as the quarter ended, with the rate of red: published with the report and not changed by what comes later (reform.md §11.4). */
function lightsOf(period: string, tasks: readonly Matter[]): Row {
  const byUnit = new Map<string, Record<string, number>>();
  let red = 0;
  for (const task of tasks) {
    const published = rowsOf(task, 'quarterLights').find(({ quarter }) => quarter === period)?.['light'];
    const light = String(published ?? task.facts['light']);
    const row = byUnit.get(String(task.facts['leadUnit'])) ?? Object.fromEntries(lamps.map((lamp) => [lamp, 0]));
    // Orange is known to one preset only; it burns as yellow does.
    const lamp = light === 'orange' ? 'yellow' : light;
    row[lamp] = (row[lamp] ?? 0) + 1;
    if (lamp === 'red') red += 1;
    byUnit.set(String(task.facts['leadUnit']), row);
  }
  const lights = [...byUnit].map(([unit, counts]): Record<string, unknown> & { red: number; yellow: number } => ({ unit, red: counts['red'] ?? 0, yellow: counts['yellow'] ?? 0, green: counts['green'] ?? 0, blue: counts['blue'] ?? 0, grey: counts['grey'] ?? 0 }));
  return { lights: lights.toSorted((a, b) => b.red - a.red || b.yellow - a.yellow), redRate: tasks.length === 0 ? 0 : Math.round((red / tasks.length) * 1000) / 10 };
}

const reporting: Computation = {
  asks: (situation, input) => ({ ...itsSheets(situation, input), tasks: { mechanism: 'task', where: { fact: 'light', present: true } } }),
  work: ({ matter }, _input, { sheets = [], tasks = [] }) => ({ sheets: sheets.map(({ id }) => id), findings: gathered(sheets), ...lightsOf(String(matter.facts['period']), tasks) }),
};

/** ZG-YYYY-Qn-NNN, going on where the quarter's other rounds left off. */
const coding: Computation = {
  asks: ({ matter }) => ({ before: { mechanism: 'finding', where: { fact: 'code', contains: `ZG-${String(matter.facts['period'])}-` } } }),
  work: ({ matter }, _input, { before = [] }) => {
    const last = Math.max(0, ...before.map(({ facts }) => Number(String(facts['code']).slice(-3))));
    return { findings: rowsOf(matter, 'findings').map((row, index) => ({ ...row, code: `ZG-${String(matter.facts['period'])}-${String(last + index + 1).padStart(3, '0')}` })) };
  },
};

/** What was closed long enough ago and not too long, drawn by the engine. */
const sampling: Computation = {
  asks: ({ today, setting }) => ({
    closed: { mechanism: 'finding', where: { all: [{ stage: ['closed'] }, { fact: 'sampledFor', present: false }, { fact: 'closedOn', atLeast: addDays(today, -setting('backTo')), atMost: addDays(today, -setting('backFrom')) }] } },
  }),
  work: ({ matter, setting }, input, { closed = [] }) => {
    const number = Number(matter.facts['sampleNo'] ?? 0) + 1;
    const percent = setting('sharePercent');
    const answer = drawSample({
      round: matter.number ?? matter.id, number, word: String(input['sampleWord']),
      shares: [{ stratum: 'A', percent: 100 }, { stratum: 'B', percent }, { stratum: 'C', percent }],
      items: closed.map(({ facts }) => ({ code: String(facts['code']), stratum: String(facts['grade']) })),
    });
    // Of all faults only the word is anybody's to mend.
    if ('no' in answer && answer.no !== 'word' && answer.no !== 'text') throw new Error(explainNoSample(answer).en);
    if ('no' in answer) return { sampleNo: number, sampleList: '-', sampleHash: '-', sampleSeed: '-', sample: [], isUnfit: true };
    return {
      sampleNo: number, sampleList: answer.frozen, sampleHash: answer.listHash, sampleSeed: answer.seed, isUnfit: false,
      sample: answer.ranked.map(({ code, stratum, isDrawn }) => ({ finding: closed.find(({ facts }) => facts['code'] === code)?.id, code, grade: stratum, isDrawn })),
    };
  },
};

/** What a round asks of the server: its items, its findings and their codes, its sample, its papers. */
export const serving: MechanismServer = {
  computes: { plan: planning, draftFindings: gathering, report: reporting, cancel: { asks: itsSheets, work: (_situation, _input, { sheets = [] }) => ({ sheets: sheets.map(({ id }) => id) }) }, order: coding, drawSample: sampling },
  documents: {
    scheme: { name: { zh: '督察方案', en: 'Scheme of the inspection' }, parts: schemeParts, fileName: ({ matter }) => `${String(matter.facts['title'])} 督察方案` },
    notice: { name: { zh: '督察通知', en: 'Notice of inspection' }, when: { not: { fact: 'kind', in: ['unannounced'] } }, parts: noticeParts, fileName: ({ matter }) => `${String(matter.facts['title'])} 督察通知` },
    report: { name: { zh: '督察报告', en: 'Report of the inspection' }, when: { fact: 'reportedOn', present: true }, parts: reportParts, fileName: ({ matter }) => `${String(matter.facts['title'])} 督察报告` },
    circular: { name: { zh: '督察通报', en: 'Circular of the inspection' }, when: { fact: 'circulatedOn', present: true }, figures: roundFigures, parts: circularParts, fileName: ({ matter }) => `${String(matter.facts['title'])} 督察通报` },
    special: { name: { zh: '季度督察专报', en: 'Quarterly report to the leaders' }, when: { all: [{ fact: 'kind', in: ['quarterly'] }, { fact: 'reportedOn', present: true }] }, figures: roundFigures, parts: specialReportParts, fileName: ({ matter }) => `督察专报 ${String(matter.facts['period'])}` },
  },
};
