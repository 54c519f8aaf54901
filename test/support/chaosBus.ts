import type { Bus } from '../../platform/bus/bus.ts';
import { inProcessBus } from '../../platform/bus/inProcessBus.ts';
import { silentLog } from '../../platform/log/log.ts';
import type { Random } from '../../platform/random/random.ts';

/** A bus that does its worst: loses, repeats and holds back. Turn it off with `behave()`. */
export interface ChaosBus extends Bus {
  readonly counts: { lost: number; repeated: number; delayed: number };
  behave(): void;
  /** Deliver what was held back, in a shuffled order. */
  release(): Promise<void>;
}

/** Wrap the in-process bus. Shares are parts of 1. */
export function chaosBus(random: Random, shares: { lose: number; repeat: number; delay: number }): ChaosBus {
  const bus = inProcessBus({ log: silentLog() });
  const counts = { lost: 0, repeated: 0, delayed: 0 };
  let held: (() => Promise<void>)[] = [];
  let wild = true;
  return {
    ...bus,
    counts,
    publish: async (topic, message) => {
      const send = (): Promise<void> => bus.publish(topic, message);
      const draw = random.next();
      if (!wild) return send();
      if (draw < shares.lose) counts.lost++;
      else if (draw < shares.lose + shares.repeat) {
        counts.repeated++;
        await send();
        await send();
      } else if (draw < shares.lose + shares.repeat + shares.delay) {
        counts.delayed++;
        held.push(send);
      } else await send();
    },
    behave: () => void (wild = false),
    release: async () => {
      const order = held.sort(() => random.next() - 0.5);
      held = [];
      for (const send of order) await send();
    },
  };
}
