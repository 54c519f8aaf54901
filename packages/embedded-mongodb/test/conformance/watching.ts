import { afterEach } from 'vitest';
import type { ChangeStream, ChangeStreamOptions, Document } from 'mongodb';

/** A change stream, whatever documents it is typed for. */
export type Events = Pick<ChangeStream, 'close' | 'closed' | 'resumeToken'> & {
  next(): Promise<Document>;
  tryNext(): Promise<Document | null>;
};

/** A collection, a database or a client. */
export interface Watchable {
  watch(pipeline?: Document[], options?: ChangeStreamOptions): Events;
}

/** Closes after each case the change streams it opened. */
export function useStreams() {
  const open: Events[] = [];
  afterEach(async () => {
    for (const stream of open.splice(0)) await stream.close();
  });
  return {
    /** Keep a stream that the case opened itself. */
    keep(stream: Events): Events {
      open.push(stream);
      return stream;
    },
    /** A stream that is open on the server: it sees all that happens from now on. */
    async watch(
      on: Watchable,
      pipeline: Document[] = [],
      options: ChangeStreamOptions = {},
    ): Promise<Events> {
      const stream = on.watch(pipeline, { maxAwaitTimeMS: 200, ...options });
      open.push(stream);
      await stream.tryNext();
      return stream;
    },
  };
}

export async function take(stream: Events, count: number): Promise<Document[]> {
  const events: Document[] = [];
  while (events.length < count) events.push(await stream.next());
  return events;
}
