import type { Actor } from '#kernel/actor.ts';
import type { Matter } from '#kernel/matter.ts';
import { serving as achievement } from '#mechanisms/innovation/achievement/server.ts';
import { serving as demandMatch } from '#mechanisms/innovation/demand-match/server.ts';
import { serving as enterpriseVisit } from '#mechanisms/innovation/enterprise-visit/server.ts';
import { serving as technicalDemand } from '#mechanisms/innovation/technical-demand/server.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { idOf, postOf, Walk } from '#mechanisms/walk.ts';

export { refusal as refused } from './refusal.ts';

/** The people of the innovation wing, one post a role; three experts and two enterprises. */
export const people = {
  science: postOf('science', 'science', ['SCIENCE']),
  marine: postOf('marine', 'marine-team', ['MARINE']),
  firm: postOf('firm', 'enterprises', ['ENTERPRISE']),
  other: postOf('other', 'enterprises', ['ENTERPRISE']),
  first: postOf('first', 'experts', ['EXPERT']),
  second: postOf('second', 'experts', ['EXPERT']),
  third: postOf('third', 'experts', ['EXPERT']),
  mart: postOf('mart', 'industry-mart', ['MART']),
  broker: postOf('broker', 'brokers', ['BROKER']),
  institute: postOf('institute', 'institutes', ['INSTITUTE']),
  night: { kind: 'system', job: 'nightly' },
} as const satisfies Readonly<Record<string, Actor>>;

export const proof = [{ hash: 'a'.repeat(64), name: '材料.pdf', type: 'application/pdf', size: 9 }];
export const because = '经核实情况属实，依法依规办理，特此说明。';

/** The innovation wing in memory: two enterprises with an account, one without, three experts. */
export function innovationCounty(day = '2021-03-01') {
  const walk = new Walk(mechanisms, '2021-01-01T00:00:00.000Z', { achievement, demandMatch, enterpriseVisit, technicalDemand }).on(day);
  for (const unit of ['science', 'marine-team', 'enterprises', 'experts']) walk.units.set(unit, { id: unit, name: unit, isActive: true, groups: [] });
  /** A matter that is simply there, whatever led to it. */
  const put = (nth: number, mechanism: string, stage: string, facts: Matter['facts']): string => {
    const id = idOf(9000 + nth);
    walk.matters.set(id, { district: '370215', id, mechanism, stage, year: 2021, version: 1, facts, clocks: {}, duties: [], links: [], doers: {}, filedAt: walk.now, changedAt: walk.now, isSample: false });
    return id;
  };
  const expert = (nth: number, person: string) => put(nth, 'expert', 'active', { name: `示例专家${person}`, person, pool: 'experts', expertNo: nth, declaredOn: '2021-01-04', employerName: '某海洋大学' });
  return Object.assign(walk, {
    put,
    firm: put(1, 'enterprise', 'listed', { name: '示例海洋仪器有限公司', creditCode: '91370215MA9900001X', agent: 'firm' }),
    other: put(2, 'enterprise', 'listed', { name: '示例海洋生物有限公司', agent: 'other' }),
    silent: put(3, 'enterprise', 'listed', { name: '示例无账号有限公司' }),
    experts: [expert(11, 'first'), expert(12, 'second'), expert(13, 'third')] as const,
  });
}
