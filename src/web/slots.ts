import { lazy, type ComponentType } from 'react';
import type { MatterPage, MatterRow } from '#contract/shapes.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { Speech } from '#kernel/kind.ts';
import type { Text } from '#kernel/words.ts';
import type { Entry } from '#web/matter/entry.ts';
import type { Search } from '#web/router.tsx';
import type { PageSpeech } from '#web/speech.ts';

/** What a bespoke piece gets: exactly what the derived piece in its place gets. */
export interface PanelProps {
  readonly mechanism: AnyMechanism;
  readonly matter: MatterPage;
  readonly speech: PageSpeech;
}
export interface CellProps {
  readonly mechanism: AnyMechanism;
  readonly row: MatterRow;
  readonly fact: string;
  readonly speech: Speech;
}
export interface EntryProps {
  readonly mechanism: AnyMechanism;
  readonly action: string;
  readonly entry: Entry;
}

/** What a form of the register gets: the filters of the address bar, and a way to change them. */
export interface ViewProps {
  readonly mechanism: AnyMechanism;
  readonly search: Search;
  readonly change: (changed: Search) => void;
}
/** A form of the register beyond those that are derived. */
export interface View {
  readonly name: Text;
  readonly View: ComponentType<ViewProps>;
}

/** The places of a mechanism that a bespoke piece may fill. */
export interface Slots {
  /** Panels of the matter's page, before the facts. */
  readonly panels?: readonly ComponentType<PanelProps>[];
  /** Facts that these panels show themselves: the groups beneath leave them out. */
  readonly shows?: readonly string[];
  /** Registers that these panels show themselves: the panel of what other registers hold leaves them out. */
  readonly holds?: readonly string[];
  /** Cells of the register, by fact. */
  readonly cells?: Readonly<Record<string, ComponentType<CellProps>>>;
  /** Forms of the register beside list, board and the others, by their name in the address bar. */
  readonly views?: Readonly<Record<string, View>>;
  /** The fields of an action's form, by action. */
  readonly entries?: Readonly<Record<string, ComponentType<EntryProps>>>;
}

const around = lazy(() => import('#web/matter/around.tsx').then((page) => ({ default: page.Around })));

/** Derived first, bespoke by slot: what is in here replaces what the declaration would give, and nothing else. */
const slots: Readonly<Record<string, Slots>> = {
  inspectionRound: {
    panels: [
      lazy(() => import('#mechanisms/reform/inspection-round/quarters-pages.tsx').then((page) => ({ default: page.LightsByQuarter }))),
      lazy(() => import('#mechanisms/reform/inspection-round/pages.tsx').then((page) => ({ default: page.SampleAgain }))),
    ],
  },
  meeting: { panels: [lazy(() => import('#mechanisms/reform/meeting/day-pages.tsx').then((page) => ({ default: page.MeetingDay })))] },
  task: {
    views: {
      lights: { name: { zh: '亮灯图', en: 'Lights' }, View: lazy(() => import('#mechanisms/reform/task/lights-pages.tsx').then((page) => ({ default: page.TaskLights }))) },
      milestones: { name: { zh: '里程碑', en: 'Milestones' }, View: lazy(() => import('#mechanisms/reform/task/milestones-pages.tsx').then((page) => ({ default: page.TaskMilestones }))) },
    },
  },
  upperTask: { views: { coverage: { name: { zh: '承接对照', en: 'Coverage' }, View: lazy(() => import('#mechanisms/reform/upper-task/coverage-pages.tsx').then((page) => ({ default: page.Coverage }))) } } },
  building: { panels: [lazy(() => import('#mechanisms/parks/building/pages.tsx').then((page) => ({ default: page.FloorPlans })))] },
  parkDiagnosis: {
    panels: [
      lazy(() => import('#mechanisms/parks/park-diagnosis/pages.tsx').then((page) => ({ default: page.WhyVerdict }))),
      lazy(() => import('#mechanisms/parks/park-diagnosis/pages.tsx').then((page) => ({ default: page.BasisOf }))),
      lazy(() => import('#mechanisms/parks/park-diagnosis/pages.tsx').then((page) => ({ default: page.CompareModes }))),
    ],
    shows: ['basis', 'parts', 'fits', 'weighings', 'closedGates'],
  },
  renewalPlan: {
    panels: [
      lazy(() => import('#mechanisms/parks/renewal-plan/pages.tsx').then((page) => ({ default: page.BeforeAfter }))),
      lazy(() => import('#mechanisms/parks/renewal-plan/measure-pages.tsx').then((page) => ({ default: page.ByMode }))),
      around,
    ],
    shows: ['measures'],
  },
  park: {
    panels: [
      lazy(() => import('#mechanisms/parks/park-evaluation/pages.tsx').then((page) => ({ default: page.ParkByYear }))),
      lazy(() => import('#mechanisms/parks/park/pages.tsx').then((page) => ({ default: page.ParcelsOf }))),
      around,
    ],
    holds: ['parcel', 'parkEvaluation'],
  },
  enterprise: { panels: [around] },
  project: {
    panels: [
      lazy(() => import('#mechanisms/projects/project/pages.tsx').then((page) => ({ default: page.ThreeGates }))),
      lazy(() => import('#mechanisms/projects/project/around-pages.tsx').then((page) => ({ default: page.AroundIt }))),
    ],
  },
  parcel: { panels: [lazy(() => import('#mechanisms/projects/parcel/pages.tsx').then((page) => ({ default: page.AreaCompared }))), around] },
  evaluationCycle: {
    panels: [
      lazy(() => import('#mechanisms/parks/evaluation-cycle/pages.tsx').then((page) => ({ default: page.Distribution }))),
      lazy(() => import('#mechanisms/parks/evaluation-cycle/pages.tsx').then((page) => ({ default: page.AnomaliesOf }))),
      lazy(() => import('#mechanisms/parks/evaluation-cycle/pages.tsx').then((page) => ({ default: page.RunsOf }))),
      lazy(() => import('#mechanisms/parks/evaluation-cycle/what-if-pages.tsx').then((page) => ({ default: page.WhatIf }))),
      lazy(() => import('#mechanisms/parks/evaluation-cycle/pages.tsx').then((page) => ({ default: page.SchemeText }))),
    ],
    shows: ['distribution', 'scheme'],
  },
  evaluationSheet: {
    panels: [
      lazy(() => import('#mechanisms/parks/evaluation-sheet/pages.tsx').then((page) => ({ default: page.Working }))),
      lazy(() => import('#mechanisms/parks/evaluation-sheet/pages.tsx').then((page) => ({ default: page.WorkingBeside }))),
      around,
    ],
    shows: ['steps', 'moves', 'points', 'bonus', 'deduction', 'class', 'list', 'key', 'besideSteps', 'besideMoves', 'besideBonus', 'besideDeduction', 'besidePoints', 'besideRanked', 'besideClass'],
  },
  jointEvaluation: {
    panels: [
      lazy(() => import('#mechanisms/parks/joint-evaluation/pages.tsx').then((page) => ({ default: page.BothWays }))),
      lazy(() => import('#mechanisms/parks/joint-evaluation/pages.tsx').then((page) => ({ default: page.AddedUp }))),
      lazy(() => import('#mechanisms/parks/joint-evaluation/pages.tsx').then((page) => ({ default: page.JointWorking }))),
    ],
    shows: ['added'],
  },
  parkEvaluation: {
    panels: [
      lazy(() => import('#mechanisms/parks/park-evaluation/pages.tsx').then((page) => ({ default: page.ParkWorking }))),
      lazy(() => import('#mechanisms/parks/park-evaluation/pages.tsx').then((page) => ({ default: page.ParkClasses }))),
    ],
    views: { compare: { name: { zh: '园区比较', en: 'Parks compared' }, View: lazy(() => import('#mechanisms/parks/park-evaluation/pages.tsx').then((page) => ({ default: page.CompareParks }))) } },
    shows: ['steps', 'classes', 'ungraded', 'key'],
  },
  evaluationAnomaly: { shows: ['key', 'title', 'name'] },
  evaluationRemark: { shows: ['title', 'name'] },
  warningLetter: { shows: ['cause'] },
  readingBatch: { entries: { deliver: lazy(() => import('#mechanisms/parks/reading-batch/pages.tsx').then((page) => ({ default: page.Deliver }))) } },
};

export function slotsOf(mechanism: AnyMechanism): Slots {
  return slots[mechanism.record.key] ?? {};
}
