import type { Story } from '../../story.ts';
import { penFrom, storyOf } from '../../projects/sample-pen.ts';
import { owners, type Owner } from '../data-owners.ts';
import { baseYear, evaluatedYear, sampleRows } from '../sample-enterprises.ts';

const posts: Readonly<Record<Owner, string>> = { tax: 'tax', statistics: 'stat', natural: 'natural', ecology: 'ecology', power: 'power', labour: 'labour', town: 'economic-zone-project' };
const systems: Readonly<Record<Owner, string>> = { tax: '金税系统', statistics: '联网直报', natural: '不动产登记和调查', ecology: '排污许可执行报告', power: '营销系统', labour: '社会保险系统', town: '园区承租台账' };

/** Seven owners, two years; the statistics bureau delivers the year evaluated twice, and the second time holds. */
export function readingBatchStories(): readonly Story[] {
  const deliver = (owner: Owner, year: number, from: string, minute: number, replaces?: string) =>
    penFrom(from, minute).after(0, posts[owner], 'deliver', (known) => ({
      name: `${year}年${owners[owner].zh}数据${replaces === undefined ? '' : '（重报）'}`, year, owner, source: systems[owner], pulledOn: from, rows: sampleRows(owner, year), ...(replaces === undefined ? {} : { replaces: known.idOf(replaces) }),
    }));
  return [
    ...(Object.keys(owners) as Owner[]).flatMap((owner, at) => [
      storyOf(`readings-${baseYear}-${owner}`, 'readingBatch', deliver(owner, baseYear, '2020-04-08', at * 5)),
      storyOf(`readings-${evaluatedYear}-${owner}`, 'readingBatch', deliver(owner, evaluatedYear, '2021-04-12', at * 5)),
    ]),
    storyOf(`readings-${evaluatedYear}-statistics-again`, 'readingBatch', deliver('statistics', evaluatedYear, '2021-04-19', 10, `readings-${evaluatedYear}-statistics`)),
  ];
}
