/** A ring in what waits for what, as the ids along it; nothing where there is none. `next` tells what each one waits for. */
export function findRing(start: string, next: (id: string) => readonly string[]): readonly string[] | undefined {
  const seen = new Set<string>();
  const walk = (id: string, path: readonly string[]): readonly string[] | undefined => {
    for (const other of next(id)) {
      if (other === start) return [...path, id, start];
      if (seen.has(other)) continue;
      seen.add(other);
      const found = walk(other, [...path, id]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, []);
}
