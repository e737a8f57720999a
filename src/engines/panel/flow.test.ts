import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Flow } from './flow.ts';
import { modelOf, type Model } from './model.ts';

/** One thing done to a project: its arcs become dearer or cheaper, or are barred or let in again. */
const change = fc.record({ project: fc.nat(), arcs: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), more: fc.option(fc.integer({ min: -6, max: 6 }), { nil: undefined }) });

/** Few experts for several seats of three specialties, most of them for two, so that they are passed about between the groups of a project; many fit alike. */
const cases = fc.record({
  projects: fc.array(fc.record({ seats: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)).filter((seats) => seats.some((each) => each > 0)), period: fc.constantFrom('6月', '7月') }), { minLength: 1, maxLength: 5 }),
  experts: fc.array(fc.record({ fits: fc.tuple(fc.option(fc.nat(4)), fc.option(fc.nat(4)), fc.option(fc.nat(4))), cap: fc.integer({ min: 1, max: 4 }), capPerPeriod: fc.integer({ min: 1, max: 3 }) }), { minLength: 4, maxLength: 9 }),
  changes: fc.array(change, { minLength: 1, maxLength: 25 }),
});

test('a flow stays the cheapest while the costs and bars of one project after another change', () => {
  const met = { filled: 0, changed: 0, vain: 0 };
  fc.assert(fc.property(cases, ({ projects, experts, changes }) => {
    const model = modelOf({
      projects: projects.map(({ seats, period }, index) => ({ projectNo: `P${index}`, period, quotas: seats.flatMap((each, at) => (each > 0 ? [{ specialty: `${at}`, seats: each }] : [])) })),
      experts: experts.map(({ fits, cap, capPerPeriod }, index) => ({ expertNo: `ZJ${index}`, employer: '', isOutside: true, cap, capPerPeriod, load: 0, specialties: Object.fromEntries(fits.flatMap((fit, at) => (fit === null ? [] : [[at, fit]]))) })),
    });
    const costs = Float64Array.from(model.fit, (fit) => 50 + model.maxFit - fit);
    const barred = new Uint8Array(costs.length);
    const flow = new Flow(model, costs.slice());
    if (flow.fillAll(() => true) !== undefined) return;
    met.filled += 1;
    for (const { project, arcs, more } of changes) {
      const at = project % projects.length;
      const [first, last] = [model.arcStart[model.groupStart[at] ?? 0] ?? 0, model.arcStart[model.groupStart[at + 1] ?? 0] ?? 0];
      const own = [...new Set(arcs.map((arc) => first + (arc % (last - first))))];
      const apply = (cost: Float64Array, bars: Uint8Array, by: number | undefined) => {
        for (const arc of own) {
          if (by === undefined) bars[arc] = 1 - (bars[arc] ?? 0);
          else cost[arc] = (cost[arc] ?? 0) + by;
        }
      };
      apply(costs, barred, more);
      const cheapest = anew(model, costs, barred);
      const isFilled = flow.refill(at, () => apply(flow.cost, flow.isBlocked, more));
      expect(isFilled).toBe(cheapest !== undefined);
      if (isFilled) {
        met.changed += 1;
        expect(flow.seating.total).toBe(cheapest);
        expect(flow.seating.total).toBe(projects.flatMap((_each, index) => [...flow.seating.panelOf(index)]).reduce((sum, arc) => sum + (costs[arc] ?? 0), 0));
      } else {
        met.vain += 1;
        apply(costs, barred, more === undefined ? undefined : -more);
        // Another may be looked at before this is taken back.
        flow.refill((at + 1) % projects.length, () => undefined);
        expect(flow.refill(at, () => apply(flow.cost, flow.isBlocked, more === undefined ? undefined : -more))).toBe(true);
        expect(flow.seating.total).toBe(anew(model, costs, barred));
      }
    }
  }), { numRuns: 600, seed: 11 });
  expect(met.filled).toBeGreaterThan(300);
  expect(met.changed).toBeGreaterThan(2000);
  expect(met.vain).toBeGreaterThan(30);
});

/** The least cost of a flow that never was another. */
function anew(model: Model, costs: Float64Array, barred: Uint8Array): number | undefined {
  const flow = new Flow(model, costs.slice());
  flow.isBlocked.set(barred);
  return flow.fillAll(() => true) === undefined ? flow.seating.total : undefined;
}
