/** The named things of one test: clients, collections, sessions, saved results. Names are never reused. */
export class EntityMap {
  readonly #entities = new Map<string, unknown>();

  /** Adds an entity. Throws when the name is taken. */
  set(name: string, value: unknown): void {
    if (this.#entities.has(name)) throw new Error(`entity ${name} exists already`);
    this.#entities.set(name, value);
  }

  /** The entity of this name. Throws when there is none. */
  get(name: string): unknown {
    if (!this.#entities.has(name)) throw new Error(`no entity ${name}`);
    return this.#entities.get(name);
  }

  /** The entity of this name, which must be of this class. */
  typed<T>(name: string, type: abstract new (...args: never[]) => T): T {
    const value = this.get(name);
    if (!(value instanceof type)) throw new Error(`entity ${name} is not a ${type.name}`);
    return value;
  }

  /** All entities of a class. */
  all<T>(type: abstract new (...args: never[]) => T): T[] {
    return [...this.#entities.values()].filter((value): value is T => value instanceof type);
  }
}
