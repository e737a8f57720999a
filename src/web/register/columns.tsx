import { useMemo, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { mayRead, type Actor } from '#kernel/actor.ts';
import { briefText } from '#kernel/kinds.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { Speech } from '#kernel/kind.ts';
import { lightWordsAt } from '#contract/light-words.ts';
import { chosenColumns, columnsOf, type HeldColumn, type RegisterColumn } from '#contract/register-columns.ts';
import type { RegisterTotals } from '#contract/register-shapes.ts';
import type { MatterRow } from '#contract/shapes.ts';
import { dayWords } from '#web/language.ts';
import { fittedWidth } from '#web/register/column-fit.ts';
import { totalWords } from '#web/register/sums.tsx';
import { LightMark } from '#web/matter/light.tsx';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { useSignedIn } from '#web/session.ts';
import { slotsOf } from '#web/slots.ts';
import { useWords } from '#web/words.ts';

/** A column as the page shows it. */
export interface ShownColumn extends RegisterColumn {
  /** What stands in the cell, in words: for its title, its card and the report. */
  readonly words: (row: MatterRow) => string;
  readonly cell: (row: MatterRow) => ReactNode;
}

/** Every column the reader may choose from. */
export function useReadableColumns(mechanism: AnyMechanism): readonly RegisterColumn[] {
  const { post } = useSignedIn();
  return useMemo(() => {
    const actor: Actor = { kind: 'post', personId: '', postId: post.id, postName: post.name, unitId: post.unitId, unitIds: [post.unitId], roles: post.roles, fields: [] };
    return columnsOf(mechanism).filter(({ fact }) => !fact || mayRead(fact, actor));
  }, [mechanism, post]);
}

/** The columns asked for, as far as the reader may read them. */
export function useChosenColumns(mechanism: AnyMechanism, words: string | undefined): readonly RegisterColumn[] {
  const readable = useReadableColumns(mechanism);
  return useMemo(() => {
    const keys = new Set(readable.map(({ key }) => key));
    return chosenColumns(mechanism, words).filter(({ key }) => keys.has(key));
  }, [mechanism, words, readable]);
}

/** The same with what stands in their cells. */
export function useShownColumns(mechanism: AnyMechanism, columns: readonly RegisterColumn[], speech: Speech): readonly ShownColumn[] {
  const t = useWords();
  return useMemo(() => {
    const { record } = mechanism;
    const { cells = {} } = slotsOf(mechanism);
    const held: Readonly<Record<HeldColumn, Pick<ShownColumn, 'words' | 'cell'>>> = {
      _number: said((row) => row.number ?? '—'),
      _stage: { words: ({ stage }) => record.stages[stage]?.name[speech.language] ?? stage, cell: ({ stage }) => <StageTag record={record} stage={stage} /> },
      _light: { words: () => '', cell: ({ light, stage }) => <LightMark light={light} words={lightWordsAt(record, stage)} /> },
      _due: said((row) => row.dueOn ?? '—'),
      _filed: said((row) => dayWords(row.filedAt)),
      _changed: said((row) => dayWords(row.changedAt)),
    };
    return columns.map((column): ShownColumn => {
      const { key, fact } = column;
      if (!fact) return { ...column, ...held[key as HeldColumn] };
      const Cell = cells[key];
      const words = (row: MatterRow) => (key === record.title ? row.title : briefText(fact, row.facts[key], speech));
      if (Cell) return { ...column, words, cell: (row) => <Cell mechanism={mechanism} row={row} fact={key} speech={speech} /> };
      if (key !== record.title) return { ...column, words, cell: words };
      // Reached by the cell's own keys; Tab goes on past the table.
      return { ...column, words, cell: (row) => <Link tabIndex={-1} to="/matters/$mechanism/$id" params={{ mechanism: record.key, id: row.id }}>{row.title || t('untitled')}</Link> };
    });
  }, [mechanism, columns, speech, t]);
}

/** Rows from which widths are reckoned: those that are seen first. */
const fittedFrom = 50;

/** The same as wide as what is in them, where the reader has not chosen a width of his own; stages and lights keep theirs. */
export function useFittedColumns(mechanism: AnyMechanism, columns: readonly ShownColumn[], first: readonly MatterRow[], totals: RegisterTotals | undefined, speech: Speech): readonly ShownColumn[] {
  return useMemo(() => {
    const usual = new Map(columnsOf(mechanism).map(({ key, width }) => [key, width]));
    return columns.map((column) => {
      if (!column.fact || column.width !== usual.get(column.key)) return column;
      const foot = totals === undefined ? [] : (['sum', 'mean'] as const).flatMap((total) => totalWords(column, totals, total, speech) ?? []);
      return { ...column, width: fittedWidth(column, first.slice(0, fittedFrom), foot, { isTitle: column.key === mechanism.record.title, language: speech.language }) };
    });
  }, [mechanism, columns, first, totals, speech]);
}

function said(words: (row: MatterRow) => string): Pick<ShownColumn, 'words' | 'cell'> {
  return { words, cell: words };
}
