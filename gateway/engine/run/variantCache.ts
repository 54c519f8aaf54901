/** Variants of one operation: few, because callers fall into few classes. */
const variantLimit = 32;

/** Keeps variants by signature. Building is shared; once built, a variant is handed out without a promise. */
export class VariantCache<V, A> {
  readonly #build: (argument: A) => Promise<V>;
  readonly #ready = new Map<string, V>();
  readonly #building = new Map<string, Promise<V>>();

  constructor(build: (argument: A) => Promise<V>) {
    this.#build = build;
  }

  get(signature: string, argument: A): V | Promise<V> {
    return this.#ready.get(signature) ?? this.#building.get(signature) ?? this.#start(signature, argument);
  }

  #start(signature: string, argument: A): Promise<V> {
    const building = this.#build(argument).then(
      (variant) => {
        this.#building.delete(signature);
        const [oldest] = this.#ready.keys();
        if (this.#ready.size >= variantLimit && oldest !== undefined) this.#ready.delete(oldest);
        this.#ready.set(signature, variant);
        return variant;
      },
      (error: unknown) => {
        this.#building.delete(signature);
        throw error;
      },
    );
    this.#building.set(signature, building);
    return building;
  }
}
