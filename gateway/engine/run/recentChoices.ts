import { variantLimit } from './variantCache.ts';

/**
 * The values of its condition variables an operation was last asked with. A choice that is not among them may have to be
 * planned, which is work like that for a text nobody has sent before. Remembers fewer than there are variants kept.
 */
export class RecentChoices {
  readonly #names: readonly string[];
  readonly #seen = new Set<string>();

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** Whether this choice was not among the latest; from now on it is. */
  isNew(given: Readonly<Record<string, unknown>> | undefined): boolean {
    if (this.#names.length === 0) return false;
    const key = this.#names.map((name) => (given?.[name] === true ? '+' : '-')).join('');
    if (this.#seen.has(key)) return false;
    const [oldest] = this.#seen;
    if (this.#seen.size >= variantLimit / 2 && oldest !== undefined) this.#seen.delete(oldest);
    this.#seen.add(key);
    return true;
  }
}
