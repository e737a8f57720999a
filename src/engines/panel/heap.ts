/** Nodes by distance, nearest first; a node may stand in it several times, the nearest counts. */
export class Heap {
  #keys = new Float64Array(1024);
  #nodes = new Int32Array(1024);
  size = 0;

  clear(): void {
    this.size = 0;
  }

  push(key: number, node: number): void {
    if (this.size === this.#keys.length) this.#grow();
    const [keys, nodes] = [this.#keys, this.#nodes];
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = keys[above] as number;
      if (other <= key) break;
      keys[at] = other;
      nodes[at] = nodes[above] as number;
      at = above;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  get nearest(): number {
    return this.#keys[0] as number;
  }

  pop(): number {
    const [keys, nodes] = [this.#keys, this.#nodes];
    const first = nodes[0] as number;
    const key = keys[--this.size] as number;
    const node = nodes[this.size] as number;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.size) break;
      if (below + 1 < this.size && (keys[below + 1] as number) < (keys[below] as number)) below += 1;
      if ((keys[below] as number) >= key) break;
      keys[at] = keys[below] as number;
      nodes[at] = nodes[below] as number;
      at = below;
    }
    keys[at] = key;
    nodes[at] = node;
    return first;
  }

  #grow(): void {
    const [keys, nodes] = [new Float64Array(this.size * 2), new Int32Array(this.size * 2)];
    keys.set(this.#keys);
    nodes.set(this.#nodes);
    [this.#keys, this.#nodes] = [keys, nodes];
  }
}
