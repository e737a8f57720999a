import { smallEnterprises, sampleEnterprises, type SampleEnterprise } from './sample-enterprises.ts';

/** An evaluation of the sample: whom it is of, and the days of what is done to all of its sheets together. */
export interface SampleEvaluation {
  readonly story: string;
  readonly of: readonly SampleEnterprise[];
  /** 规上 of both years, 规下 of the second. */
  readonly paperFrom: string;
  readonly clearOn: string;
  /** Who says nothing, by place: reminded twice and taken to consent. */
  readonly isSilent: (at: number) => boolean;
}

export const sampleEvaluations: readonly SampleEvaluation[] = [
  { story: 'evaluation-2019', of: sampleEnterprises, paperFrom: '2020-05-11', clearOn: '2020-06-03', isSilent: () => false },
  { story: 'evaluation-2020', of: sampleEnterprises, paperFrom: '2021-05-06', clearOn: '2021-06-07', isSilent: () => false },
  { story: 'evaluation-2020-small', of: smallEnterprises, paperFrom: '2021-05-10', clearOn: '2021-06-07', isSilent: (at) => at % 6 === 5 },
];
