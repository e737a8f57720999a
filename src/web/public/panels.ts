import type { ComponentType } from 'react';
import type { OutOf } from '#contract/routes.ts';
import type { PublicRegister } from '#web/slim-declarations.ts';

/** What a bespoke piece of a public matter's page gets: what the page itself has. */
export interface PublicPanelProps {
  readonly register: PublicRegister;
  readonly matter: OutOf<'GET /api/public/matters/:mechanism/:id'>;
}

/** Derived first, bespoke by slot: a piece that a mechanism puts before the facts of its public page, by the mechanism's key. */
export const panels: Readonly<Record<string, ComponentType<PublicPanelProps>>> = {};
