import { lazy, type ComponentType } from 'react';
import type { MatterPage, MatterRow } from '#contract/shapes.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { Speech } from '#kernel/kind.ts';
import type { Entry } from '#web/matter/entry.ts';
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

/** The places of a mechanism that a bespoke piece may fill. */
export interface Slots {
  /** Panels of the matter's page, before the facts. */
  readonly panels?: readonly ComponentType<PanelProps>[];
  /** Cells of the register, by fact. */
  readonly cells?: Readonly<Record<string, ComponentType<CellProps>>>;
  /** The fields of an action's form, by action. */
  readonly entries?: Readonly<Record<string, ComponentType<EntryProps>>>;
}

/** Derived first, bespoke by slot: what is in here replaces what the declaration would give, and nothing else. */
const slots: Readonly<Record<string, Slots>> = {
  inspectionRound: {
    panels: [
      lazy(() => import('#mechanisms/reform/inspection-round/quarters-pages.tsx').then((page) => ({ default: page.LightsByQuarter }))),
      lazy(() => import('#mechanisms/reform/inspection-round/pages.tsx').then((page) => ({ default: page.SampleAgain }))),
    ],
  },
  project: { panels: [lazy(() => import('#mechanisms/projects/project/pages.tsx').then((page) => ({ default: page.ThreeGates })))] },
};

export function slotsOf(mechanism: AnyMechanism): Slots {
  return slots[mechanism.record.key] ?? {};
}
