import { lazy, type ComponentType } from 'react';
import type { OutOf } from '#contract/routes.ts';
import type { PublicRegister } from '#web/slim-declarations.ts';

/** What a bespoke piece of a public matter's page gets: what the page itself has. */
export interface PublicPanelProps {
  readonly register: PublicRegister;
  readonly matter: OutOf<'GET /api/public/matters/:mechanism/:id'>;
}

/** A piece before the facts of a public page, and the facts that it shows itself. */
export interface PublicPanel {
  readonly Panel: ComponentType<PublicPanelProps>;
  readonly shows: readonly string[];
}

/** Derived first, bespoke by slot: a piece that a mechanism puts before the facts of its public page, by the mechanism's key. It comes when such a page is opened. */
export const panels: Readonly<Record<string, PublicPanel>> = {
  reviewMeeting: {
    Panel: lazy(() => import('#mechanisms/projects/review-meeting/public-pages.tsx').then((page) => ({ default: page.DrawAgain }))),
    shows: ['revealedSecretariat', 'revealedSupervisor', 'openFrozen', 'openSeed', 'openPanel', 'openSubstitutes'],
  },
};
