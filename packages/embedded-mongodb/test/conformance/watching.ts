import { afterEach } from 'vitest';
import type { ChangeStream, ChangeStreamOptions, Collection, Document } from 'mongodb';

export interface Watchable {
  watch(pipeline?: Document[], options?: ChangeStreamOptions): ChangeStream;
}

/** Closes after each case the change streams it opened. */
export function useStreams() {
  const open: ChangeStream[] = [];
  afterEach(async () => {
    for (const stream of open.splice(0)) await stream.close();
  });
  return {
    /** Keep a stream that the case opened itself. */
    keep(stream: ChangeStream): ChangeStream {
      open.push(stream);
      return stream;
    },
    /** A stream that is open on the server: it sees all that happens from now on. */
    async watch(
      on: Watchable,
      pipeline: Document[] = [],
      options: ChangeStreamOptions = {},
    ): Promise<ChangeStream> {
      const stream = on.watch(pipeline, { maxAwaitTimeMS: 200, ...options });
      open.push(stream);
      await stream.tryNext();
      return stream;
    },
  };
}

export async function take(stream: ChangeStream, count: number): Promise<Document[]> {
  const events: Document[] = [];
  while (events.length < count) events.push((await stream.next()) as Document);
  return events;
}

export const watched = (collection: Collection<Document>): Watchable => collection as unknown as Watchable;
