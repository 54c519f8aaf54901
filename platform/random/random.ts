/** Where chance comes from. Domain code never calls Math.random. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number at least 0 and below `below`. */
  int(below: number): number;
  /** One element; throws on an empty list. */
  pick<T>(items: readonly T[]): T;
}

/** Build the port from any source of numbers in [0, 1). */
export function randomFrom(next: () => number): Random {
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next,
    int,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError('Cannot pick from an empty list.');
      return items[int(items.length)] as T;
    },
  };
}

/** Chance from the machine. */
export function systemRandom(): Random {
  return randomFrom(Math.random);
}

/** The same seed gives the same numbers on every machine (splitmix32; not for secrets). */
export function seededRandom(seed: number | string): Random {
  let state = typeof seed === 'number' ? seed | 0 : hash32(seed);
  return randomFrom(() => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    z ^= z >>> 15;
    return (z >>> 0) / 4_294_967_296;
  });
}

/** FNV-1a: turns a name into a 32-bit seed. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}
