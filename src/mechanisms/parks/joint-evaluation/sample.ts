import type { Known, Story } from '../../story.ts';
import { penFrom, storyOf } from '../../projects/sample-pen.ts';
import { sampleEnterprises, splitInTwo } from '../sample-enterprises.ts';

/** Holder and tenant of one parcel in 金山工业园; three of one group, the first of them with an account. */
const [neighbours, group] = [[331, 361], [7, 160, 161]] as const;

const named = (known: Known, places: readonly number[]) => ({ cycle: known.idOf('evaluation-2020'), members: places.map((at) => known.idOf(sampleEnterprises[at]?.key ?? '')) });

/** The joint evaluations of the sample: one on shared land that its park brings in, one of a split by order, one of a group for comparison. */
export function jointEvaluationStories(): readonly Story[] {
  const shared = penFrom('2021-05-10', 40)
    .after(0, 'jinshan-park-project', 'apply', (known) => ({ ...named(known, neighbours), note: '两家在同一宗地上生产，水电、排污共用一套计量，各家盖章申请合并评价。', evidence: [known.file('合并评价申请书')] }))
    .after(4, 'industry', 'accept');
  const split = penFrom('2021-05-12', 44).after(0, 'industry', 'takeUp', (known) => ({
    ...named(known, splitInTwo), grounds: 'split', documentNo: '即市监登〔2020〕86号', changedOn: '2020-07-15', note: '原一家企业年内分立为两家，用地、人员仍在一处，依职权合并评价。', evidence: [known.file('变更登记通知书')],
  }));
  const compared = penFrom('2021-05-13', 48).after(0, 'industry', 'takeUp', (known) => ({
    ...named(known, group), grounds: 'sameGroup', note: '三家同一实际控制人，合并看税收、用地，防止集团内调剂；只作对照。', evidence: [known.file('股权关系说明')],
  }));
  return [storyOf('joint-shared-land', 'jointEvaluation', shared), storyOf('joint-split', 'jointEvaluation', split), storyOf('joint-group', 'jointEvaluation', compared)];
}
