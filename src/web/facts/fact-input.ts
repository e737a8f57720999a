import { createContext, type ComponentType } from 'react';
import type { Fact } from '#kernel/fact.ts';
import type { PageSpeech } from '#web/speech.ts';

/** The name of the form in this browser: files that wait for a network are kept under it. */
export const FormName = createContext<string | undefined>(undefined);

/** What every control of a fact is given; the label stands outside and points at `id`. */
export interface InputProps {
  readonly id: string;
  readonly fact: Fact;
  readonly typed: unknown;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onTyped: (typed: unknown) => void;
}

/** What every face of a fact is given. */
export interface ShowProps {
  readonly fact: Fact;
  readonly value: unknown;
  readonly speech: PageSpeech;
  /** The matter that holds the value, where there is one: files are fetched through it. */
  readonly of: { readonly mechanism: string; readonly id: string } | undefined;
  /** On paper nothing is folded. */
  readonly isOnPaper?: boolean;
}

/** How a kind of fact is typed in and shown; shown in the kind's own words when it has no face of its own. */
export interface FactInput {
  readonly Input: ComponentType<InputProps>;
  readonly Show?: ComponentType<ShowProps>;
  /** Takes the whole width of a form. */
  readonly wide?: boolean;
}
