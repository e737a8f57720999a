/** The land a tenant is charged with, in ㎡: leased floor over the plot ratio of the parcel, and leased open yard as it is (parks.md §1.2). */
export function landOf({ floor = 0, yard = 0 }: { readonly floor?: number | undefined; readonly yard?: number | undefined }, far: number): number {
  return hundredths((far > 0 ? floor / far : 0) + yard);
}

/** The area an enterprise is evaluated on, in ㎡: what the register holds or what was surveyed, whichever is more; never what it declares (parks.md §1.2). */
export function evaluatedArea(registered: number, surveyed: number | undefined): number {
  return Math.max(registered, surveyed ?? 0);
}

/** How far two areas are from one another, in percent of the larger and unrounded: as the tests before a trial run see them (parks.md §2.7). */
export function differenceOf(one: number, other: number): number {
  const larger = Math.max(one, other);
  return larger > 0 ? (Math.abs(one - other) * 100) / larger : 0;
}

/** How many units of that size fit into a net leasable floor: part of one is none (parks.md §8). */
export function capacityOf(netLeasable: number, unit: number): number {
  return unit > 0 ? Math.floor(netLeasable / unit + 1e-9) : 0;
}

/** 亩产倍增: by what it multiplied, to the hundredth (parks.md §7.1). */
export function multipleOf(after: number, before: number): number | undefined {
  return before > 0 ? hundredths(after / before) : undefined;
}

/** The mean of the years before, to the hundredth; a single worst year is no base (parks.md §11). */
export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : hundredths(values.reduce((sum, value) => sum + value, 0) / values.length);
}

/** What a whole must come to at least, where a part of it is so large and makes so many percent (parks.md §9). */
export function impliedWhole(part: number, percent: number): number {
  return part / (percent / 100);
}

export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
