import type { Line } from '#contract/beside-shapes.ts';

type Node = Line['nodes'][number];

/** Columns in which every matter stands after all that it is tied to and that was filed before it: a need comes before its result. */
export function columnsOf({ nodes, ties }: Pick<Line, 'nodes' | 'ties'>): readonly (readonly Node[])[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const column = new Map<string, number>();
  for (const node of nodes.toSorted(byTime)) {
    const before = ties.flatMap(({ from, to }) => (from === node.id ? [to] : to === node.id ? [from] : [])).flatMap((id) => {
      const other = byId.get(id);
      return other && byTime(other, node) < 0 ? [column.get(id) ?? 0] : [];
    });
    column.set(node.id, before.length === 0 ? 0 : Math.max(...before) + 1);
  }
  const columns: Node[][] = [];
  for (const node of nodes.toSorted(byTime)) (columns[column.get(node.id) ?? 0] ??= []).push(node);
  return columns;
}

function byTime(one: Node, other: Node): number {
  if (one.filedAt !== other.filedAt) return one.filedAt < other.filedAt ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
