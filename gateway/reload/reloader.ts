import type { Log } from '../../platform/log/log.ts';
import { loweredProtection, mergedGuards, type Guards } from '../contracts/loweredProtection.ts';
import { protectedIn, unenforcedSecurity } from '../contracts/protectedElements.ts';
import type { EngineSlot } from '../admission/engineSlot.ts';
import type { Engine } from '../engine/types.ts';

export type ReloadOutcome =
  | {
      readonly ok: true;
      readonly changed: boolean;
      readonly supergraphHash: string;
      readonly warmedPlans: number;
    }
  | { readonly ok: false; readonly reasons: readonly string[] };

/** Puts a new supergraph in force, or says why it stays out. */
export interface Reloader {
  reload(supergraphSdl: string): Promise<ReloadOutcome>;
  /** Resolves when engines of earlier supergraphs have let go of their last stream. */
  settled(): Promise<void>;
  /** Cuts what still runs on earlier supergraphs. */
  cut(): void;
}

export interface ReloaderOptions {
  readonly name: string;
  readonly slot: EngineSlot;
  /** Builds an engine; throws with a reason when the supergraph is not one. */
  readonly build: (supergraphSdl: string) => Promise<Engine>;
  /** What must stay protected, whatever the supergraphs say: the committed record. @default nothing */
  readonly record?: Guards;
  /** How long streams may go on on the supergraph they were opened on, milliseconds. */
  readonly drainMs: number;
  readonly log: Log;
}

const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/**
 * Swaps supergraphs without anybody noticing: the next engine is built and its plans are warmed beside the
 * running one, then one assignment puts it in force. Requests and streams under way finish on the old one. What was once
 * protected stays so: taking an element away and bringing it back is no way round.
 */
export function createReloader({ name, slot, build, record, drainMs, log }: ReloaderOptions): Reloader {
  let guards = mergedGuards(record ?? new Map(), protectedIn(slot.supergraphSdl).guards);
  const draining = new Set<Promise<void>>();
  const cutters = new Set<AbortController>();
  let queue: Promise<unknown> = Promise.resolve();

  const drain = (old: Engine): void => {
    const cutter = new AbortController();
    const timer = setTimeout(() => cutter.abort(), drainMs);
    timer.unref();
    cutters.add(cutter);
    const done = old
      .close(cutter.signal)
      .catch((thrown: unknown) => log.error({ error: thrown, name }, 'an engine did not close'))
      .finally(() => {
        clearTimeout(timer);
        cutters.delete(cutter);
        draining.delete(done);
      });
    draining.add(done);
  };

  const refuse = (reasons: readonly string[]): ReloadOutcome => {
    log.warn({ name, count: reasons.length, reason: reasons.join(' ') }, 'a new supergraph was refused');
    return { ok: false, reasons };
  };

  const reload = async (supergraphSdl: string): Promise<ReloadOutcome> => {
    if (supergraphSdl === slot.supergraphSdl) {
      return { ok: true, changed: false, supergraphHash: slot.current.supergraphHash, warmedPlans: 0 };
    }
    let next: Engine;
    try {
      const reasons = [
        ...unenforcedSecurity(supergraphSdl),
        ...loweredProtection(guards, protectedIn(supergraphSdl)),
      ];
      if (reasons.length > 0) return refuse(reasons);
      next = await build(supergraphSdl);
    } catch (thrown) {
      return refuse([reasonOf(thrown)]);
    }
    const warmedPlans = await next.warm(slot.current.cachedTexts());
    guards = mergedGuards(guards, protectedIn(supergraphSdl).guards);
    drain(slot.swap({ engine: next, supergraphSdl }));
    log.info(
      { name, count: warmedPlans, version: next.supergraphHash.slice(0, 12) },
      'a new supergraph is in force',
    );
    return { ok: true, changed: true, supergraphHash: next.supergraphHash, warmedPlans };
  };

  return {
    reload(supergraphSdl) {
      // One after the other: two at once could put the older one in force last.
      const turn = queue.then(() => reload(supergraphSdl));
      queue = turn.catch(() => undefined);
      return turn;
    },
    settled: async () => void (await Promise.all(draining)),
    cut() {
      for (const cutter of cutters) cutter.abort();
    },
  };
}
