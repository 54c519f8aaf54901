/** Variants of one operation: few, because callers fall into few classes. */
export const variantLimit = 32;

/** Keeps variants by signature. Building is shared; once built, a variant is handed out without a promise. */
export class VariantCache<V extends { readonly bytes: number }, A> {
  readonly #build: (argument: A) => Promise<V>;
  readonly #changed: () => void;
  readonly #ready = new Map<string, V>();
  readonly #building = new Map<string, Promise<V>>();
  #bytes = 0;

  /** @param changed called whenever `bytes` has changed */
  constructor(build: (argument: A) => Promise<V>, changed: () => void = () => undefined) {
    this.#build = build;
    this.#changed = changed;
  }

  /** Memory of all variants at hand, about. */
  get bytes(): number {
    return this.#bytes;
  }

  get(signature: string, argument: A): V | Promise<V> {
    return this.#ready.get(signature) ?? this.#building.get(signature) ?? this.#start(signature, argument);
  }

  #start(signature: string, argument: A): Promise<V> {
    const building = this.#build(argument).then(
      (variant) => {
        this.#building.delete(signature);
        this.#keep(signature, variant);
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

  #keep(signature: string, variant: V): void {
    const [oldest] = this.#ready.entries();
    if (this.#ready.size >= variantLimit && oldest !== undefined) {
      this.#ready.delete(oldest[0]);
      this.#bytes -= oldest[1].bytes;
    }
    this.#ready.set(signature, variant);
    this.#bytes += variant.bytes;
    this.#changed();
  }
}
