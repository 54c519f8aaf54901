import type { BoundedStream, StreamEnd } from './boundedStream.ts';

/** The open streams of an endpoint, to end them together or at their credential's end. */
export interface OpenStreams {
  /** Watches a stream until `forget`; ends it as `expired` at `expiresAtMs`. Returns forget. */
  add(stream: BoundedStream, expiresAtMs: number | undefined): () => void;
  endAll(reason: StreamEnd): void;
  readonly size: number;
}

/** Longest delay a Node timer takes. */
const longestTimerMs = 2 ** 31 - 1;

/** Runs `task` at an epoch time, however far away; returns a way to call it off. */
export function atTime(atMs: number, nowMs: () => number, task: () => void): () => void {
  let timer: NodeJS.Timeout;
  const arm = (): void => {
    const left = atMs - nowMs();
    timer = setTimeout(left <= longestTimerMs ? task : arm, Math.min(Math.max(left, 0), longestTimerMs));
    timer.unref();
  };
  arm();
  return () => clearTimeout(timer);
}

export function createOpenStreams(nowMs: () => number): OpenStreams {
  const open = new Set<BoundedStream>();
  return {
    add(stream, expiresAtMs) {
      open.add(stream);
      const callOff =
        expiresAtMs === undefined ? undefined : atTime(expiresAtMs, nowMs, () => stream.end('expired'));
      return () => {
        callOff?.();
        open.delete(stream);
      };
    },
    endAll(reason) {
      for (const stream of [...open]) stream.end(reason);
    },
    get size() {
      return open.size;
    },
  };
}
