import { MongoClient } from 'mongodb';
import type { Document } from 'mongodb';
import { percentiles } from './measure.ts';
import type { Row } from '../test/rows.ts';

/** Milliseconds from sending an insert until its event is in the watcher's hands, for 1,000 inserts one after another. */
export async function changeStreamDelay(uri: string, inserts = 1_000): Promise<{ p50: number; p99: number }> {
  const [writer, watcher] = [new MongoClient(uri), new MongoClient(uri)];
  try {
    const rows = writer.db('bench').collection<Row>('watched');
    const stream = watcher.db('bench').collection<Row>('watched').watch([], { maxAwaitTimeMS: 10_000 });
    const sent = new Map<number, number>();
    const delays: number[] = [];
    await watcher.db('bench').command({ ping: 1 });
    const first = stream.next();
    // The stream may open after the first inserts; the marker is repeated until it is seen.
    let seen = false;
    void first.then(() => (seen = true));
    for (let marker = -1; !seen; marker -= 1) await rows.insertOne({ _id: marker });
    const receive = async (): Promise<void> => {
      while (delays.length < inserts) {
        const { documentKey } = (await stream.next()) as Document;
        const at = sent.get(documentKey._id);
        if (at !== undefined) delays.push(performance.now() - at);
      }
    };
    const received = receive();
    for (let _id = 0; _id < inserts; _id += 1) {
      sent.set(_id, performance.now());
      await rows.insertOne({ _id, text: 'something happened' });
    }
    await received;
    await stream.close();
    return percentiles(delays);
  } finally {
    await Promise.all([writer.close(), watcher.close()]);
  }
}
