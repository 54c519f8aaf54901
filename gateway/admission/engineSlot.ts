import type { Engine } from '../engine/types.ts';

/** An engine together with the supergraph it runs. */
export interface Generation {
  readonly engine: Engine;
  readonly supergraphSdl: string;
}

/** Where an endpoint finds the engine of the supergraph in force. */
export interface EngineSlot {
  readonly current: Engine;
  readonly supergraphSdl: string;
  /** Puts the next engine in place; whoever holds the old one finishes on it. Returns the old engine. */
  swap(next: Generation): Engine;
  /** Called after each swap. Returns a way to stop listening. */
  onSwap(listener: () => void): () => void;
}

/** A slot with its first engine. Swapping is one assignment: no request ever sees half of two supergraphs. */
export function createEngineSlot(first: Generation): EngineSlot {
  let current = first;
  const listeners = new Set<() => void>();
  return {
    get current() {
      return current.engine;
    },
    get supergraphSdl() {
      return current.supergraphSdl;
    },
    swap(next) {
      const old = current.engine;
      current = next;
      for (const listener of listeners) listener();
      return old;
    },
    onSwap(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
