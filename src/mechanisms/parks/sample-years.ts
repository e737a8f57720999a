import type { Story } from '../story.ts';
import { penFrom, storyOf } from '../projects/sample-pen.ts';
import { claimStories, declarationStories, inefficientStories, reactivationStories, upgradeStories } from './sample-evidence.ts';
import { buildingStories, floorUnitStories, rebuiltFloor, unitStayStories } from './sample-floors.ts';
import { diagnosisStories, planStories } from './sample-plans.ts';
import { occupationStories, parkFirmStories, parkParcelStories, parkStories, plainHolderStories } from './sample-registers.ts';

/** Everything the wing tells of the sample years; of two steps at one moment the story that stands first goes first. */
export function parksYears(): readonly Story[] {
  return [
    ...parkFirmStories(), ...plainHolderStories().slice(0, 1), ...parkStories(), ...rebuilt(parkParcelStories()), ...plainHolderStories().slice(1), ...occupationStories(), ...diagnosisStories(), ...planStories(), ...buildingStories(), ...floorUnitStories(), ...unitStayStories(), ...reactivationStories(), ...upgradeStories(),
    ...inefficientStories(), ...claimStories(), ...declarationStories(),
  ];
}

/** The parcel that was built anew gets its floor once the works are done. */
function rebuilt(parcels: readonly Story[]): readonly Story[] {
  const { steps } = penFrom('2021-05-11', 40).after(0, 'natural', 'amendUse', () => ({ floorArea: rebuiltFloor.floor }));
  return parcels.map((story) => (story.key === rebuiltFloor.parcel() ? storyOf(story.key, story.mechanism, { ...penFrom('2021-05-11', 40), steps: [...story.steps, ...steps] }) : story));
}
