import { mu } from '#kernel/area.ts';
import { addDays, addWorkdays, chinaCalendar, type Day } from '#kernel/calendar.ts';
import { capacityPlant, landReadyProjects, landTradeOf, type PlannedProject } from './sample-plan.ts';

/** Land of the sample that a project takes by standard: its days, and how the building goes. Eight of them are key projects in 2021 (article figure 3.3). */
export interface LandDeal {
  readonly planned: PlannedProject;
  readonly nth: number;
  /** The story of its parcel, and of its commitment. */
  readonly parcel: string;
  readonly commitment: string;
  readonly set: string;
  /** Each account of an enterprise looks after one or two of them. */
  readonly account: string;
  readonly soldOn: Day;
  readonly signedOn: Day;
  readonly permitsOn: Day;
  readonly handoverOn: Day;
  /** 分. */
  readonly price: number;
  /** Nothing where the works have not begun, though they should have. */
  readonly startedOn: Day | undefined;
}

export const landDeals: readonly LandDeal[] = landReadyProjects.map((planned, nth) => {
  const soldOn = later(nth === capacityPlant ? '2020-05-25' : nth < 8 ? addDays('2021-02-24', nth * 30) : addDays('2020-10-12', (nth - 8) * 9), 1);
  const signedOn = later(soldOn, 5);
  const permitsOn = later(signedOn, 4 + (nth % 2));
  const handoverOn = later(permitsOn, 2);
  const wholeMu = Math.round(planned.land / mu);
  return {
    planned, nth, soldOn, price: wholeMu * (nth === capacityPlant ? 35 : 32 + (nth % 6)) * 1_000_000, signedOn, permitsOn, handoverOn, parcel: `parcel-s${nth + 1}`, commitment: `land-${planned.key}`, set: landTradeOf(nth).set, account: `enterprise-${(nth % 8) + 1}`,
    startedOn: nth === 11 ? undefined : nth === capacityPlant ? later(handoverOn, 12) : later(handoverOn, 25 + nth * 4),
  };
});

function later(day: Day, workdays: number): Day {
  return addWorkdays(chinaCalendar, day, workdays);
}
