import type { ServerResponse } from 'node:http';

/** Writes a stream to an HTTP response at the client's pace. */
export interface HttpWriter {
  /** Resolves once the chunk has left our memory; false when the client has gone. */
  write(chunk: string): Promise<boolean>;
  /** Ends the response; one that does not take the last bytes in time is cut. */
  close(lastChunk: string): void;
  onGone(listener: () => void): void;
}

export interface HttpWriterOptions {
  readonly heartbeat: string;
  readonly heartbeatMs: number;
  /** How long a client may leave a write lying, milliseconds. */
  readonly stallMs: number;
}

/** Sends the head of a streamed response and keeps the connection warm with heartbeats. */
export function createHttpWriter(
  res: ServerResponse,
  contentType: string,
  { heartbeat, heartbeatMs, stallMs }: HttpWriterOptions,
): HttpWriter {
  res.writeHead(200, { 'content-type': contentType, 'x-accel-buffering': 'no' });
  res.flushHeaders();
  const beat = setInterval(() => {
    if (!res.writableNeedDrain) res.write(heartbeat);
  }, heartbeatMs);
  res.once('close', () => clearInterval(beat));

  const drained = (): Promise<boolean> =>
    new Promise((resolve) => {
      const done = (alive: boolean) => {
        clearTimeout(stalled);
        res.off('drain', onDrain);
        res.off('close', onClose);
        resolve(alive);
      };
      const onDrain = () => done(true);
      const onClose = () => done(false);
      const stalled = setTimeout(() => res.destroy(), stallMs);
      res.once('drain', onDrain);
      res.once('close', onClose);
    });

  return {
    async write(chunk) {
      if (res.destroyed || res.writableEnded) return false;
      return res.write(chunk) || (await drained());
    },
    close(lastChunk) {
      clearInterval(beat);
      if (res.destroyed || res.writableEnded) return;
      const stalled = setTimeout(() => res.destroy(), stallMs);
      res.once('close', () => clearTimeout(stalled));
      res.end(lastChunk);
    },
    onGone(listener) {
      if (res.destroyed) listener();
      else res.once('close', listener);
    },
  };
}
