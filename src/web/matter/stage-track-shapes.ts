export type StageState = 'done' | 'current' | 'ahead' | 'skipped';

/** What a stage track is drawn from. All words are already in the reader's language. */
export interface StageTrack {
  readonly title: string;
  readonly perRow: number;
  /** The pixels there are: stages and the ways between them are spread over them, where they do not need more. */
  readonly width?: number;
  readonly stages: readonly {
    readonly key: string;
    readonly name: string;
    readonly state: StageState;
    readonly owner?: string;
    readonly clock?: string;
    readonly on?: string;
  }[];
  readonly gates: readonly {
    readonly after: string;
    readonly name: string;
    readonly held: number;
    readonly needed: number;
    readonly missing: readonly string[];
  }[];
  readonly returns: readonly { readonly from: string; readonly to: string; readonly name: string }[];
  readonly exits: readonly {
    readonly from: string;
    readonly name: string;
    readonly taken: boolean;
    /** Not an end: a place beside the line from which the way goes on. */
    readonly aside?: boolean;
    /** The matter stands here. */
    readonly isHere?: boolean;
  }[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rectangle extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Line extends Point {
  readonly words: string;
}

export interface StageBox extends Rectangle {
  readonly stage: StageTrack['stages'][number];
  readonly number: number;
  readonly badge: Point;
  readonly name: readonly Line[];
  readonly details: readonly Line[];
}

export interface Connector {
  readonly points: readonly Point[];
  readonly passed: boolean;
}

export interface GateShape extends Point {
  /** Usually one; several gates after one stage share a diamond and add up. */
  readonly gates: StageTrack['gates'];
  readonly count: string;
  readonly state: 'open' | 'waiting' | 'ahead';
  readonly label: readonly Line[];
  readonly anchor: 'middle' | 'end';
}

export interface ReturnShape {
  readonly return: StageTrack['returns'][number];
  readonly points: readonly Point[];
  readonly label: readonly Line[];
}

export interface ExitShape extends Rectangle {
  readonly exit: StageTrack['exits'][number];
  readonly points: readonly Point[];
  readonly label: readonly Line[];
}

export interface TrackLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly StageBox[];
  readonly connectors: readonly Connector[];
  readonly gates: readonly GateShape[];
  readonly returns: readonly ReturnShape[];
  readonly exits: readonly ExitShape[];
}

export const gateHalf = 16;
export const badgeRadius = 10;

/** The small words of the drawing: their size and the way from one line to the next. */
export const smallSize = 12;
export const smallLeading = 16;
