interface Entry<V> {
  readonly value: V;
  bytes: number;
}

/** A least-recently-used cache bounded by the (estimated) bytes of what it holds. */
export class ByteLru<V> {
  readonly #entries = new Map<string, Entry<V>>();
  readonly #capacity: number;
  #bytes = 0;
  /** The entry at the end, which need not be moved there: under load most look-ups find the same few. */
  #newest: Entry<V> | undefined;

  constructor(capacityBytes: number) {
    this.#capacity = capacityBytes;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry !== this.#newest) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
      this.#newest = entry;
    }
    return entry.value;
  }

  /** The value, without counting that as use. */
  peek(key: string): V | undefined {
    return this.#entries.get(key)?.value;
  }

  /** Stores a value and drops the longest unused ones beyond the bound; a value larger than the bound is not kept. */
  set(key: string, value: V, bytes: number): void {
    this.delete(key);
    if (bytes > this.#capacity) return;
    this.#newest = { value, bytes };
    this.#entries.set(key, this.#newest);
    this.#bytes += bytes;
    this.#shrink();
  }

  /** Tells what a value weighs now; one that has become larger than the bound is dropped, and so are the longest unused. */
  resize(key: string, bytes: number): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    if (bytes > this.#capacity) return this.delete(key);
    this.#bytes += bytes - entry.bytes;
    entry.bytes = bytes;
    this.#shrink(key);
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }

  #shrink(except?: string): void {
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#capacity) break;
      if (oldest !== except) this.delete(oldest);
    }
  }

  /** Values, most recently used first. */
  values(): V[] {
    return [...this.#entries.values()].map((entry) => entry.value).reverse();
  }

  get bytes(): number {
    return this.#bytes;
  }
}
