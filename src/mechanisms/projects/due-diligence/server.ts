import { plainOf } from '#engines/similarity/normalise.ts';
import { countsOf, jaccardOf } from '#engines/similarity/solve.ts';
import type { MechanismServer } from '../../serving.ts';
import { reportParts } from './report.ts';

/** What due diligence asks of the server: the comparison with earlier reports, and its own report. */
export const serving: MechanismServer = {
  computes: {
    submit: {
      asks: () => ({ reports: { mechanism: 'dueDiligence', where: { fact: 'report', present: true } } }),
      work: ({ matter }, _input, { reports = [] }) => {
        const shingles = (facts: Readonly<Record<string, unknown>>) => countsOf(plainOf({ report: String(facts['report'] ?? '') }, []));
        const mine = shingles(matter.facts);
        let similarity = 0;
        let similarTo = '无';
        for (const other of reports) {
          // A second round of the same project may well say the same again.
          if (other.id === matter.id || other.facts['project'] === matter.facts['project']) continue;
          const alike = Math.round(jaccardOf(mine, shingles(other.facts)) * 1000) / 10;
          if (alike > similarity) [similarity, similarTo] = [alike, `${other.number ?? ''} ${String(other.facts['name'] ?? '')}`.trim()];
        }
        return { similarity, similarTo };
      },
    },
  },
  documents: {
    report: {
      name: { zh: '尽调报告', en: 'Report of due diligence' },
      when: { fact: 'report', present: true },
      internal: '内部资料 注意保存',
      parts: reportParts,
      fileName: ({ matter }) => `尽调报告 ${matter.number ?? ''}`,
    },
  },
};
