import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followStream } from './follow.ts';
import type { JournalRow } from './journalRow.ts';
import { createTail } from './tail.ts';

const row = (seq: number): JournalRow => ({
  _id: `e${seq}`, stream: 's', seq, type: 't', v: 1, at: seq, actor: 'a', cause: 'c', data: {}, pending: [],
}); // prettier-ignore

describe('following a stream', () => {
  it('gives each event once and in order, whichever notices are lost, doubled or late', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            size: fc.integer({ min: 1, max: 90 }),
            notice: fc.constantFrom('rows', 'twice', 'empty', 'none', 'late'),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        fc.integer({ min: 0, max: 5 }),
        async (batches, afterSeq) => {
          const stored: JournalRow[] = [];
          const tail = createTail();
          const late: JournalRow[][] = [];
          const controller = new AbortController();
          const read = (after: number): Promise<JournalRow[]> =>
            Promise.resolve(stored.filter(({ seq }) => seq > after).slice(0, 50));
          const stream = followStream({ read, tail, stream: 's', afterSeq, signal: controller.signal });
          const seen: number[] = [];
          const reading = (async () => {
            for await (const event of stream) seen.push(event.seq);
          })();
          for (const { size, notice } of batches) {
            const fresh = Array.from({ length: size }, (_, index) => row(stored.length + index + 1));
            stored.push(...fresh);
            if (notice === 'rows' || notice === 'twice') tail.notify('s', fresh);
            if (notice === 'twice') tail.notify('s', fresh);
            if (notice === 'empty') tail.notify('s', []);
            if (notice === 'late') late.push(fresh);
            await new Promise((resolve) => setImmediate(resolve));
          }
          for (const rows of late) tail.notify('s', rows);
          // The last notice always arrives: a lost one is the sweeper's affair, not the follower's.
          tail.notify('s', []);
          const expected = Math.max(0, stored.length - afterSeq);
          for (let turns = 0; seen.length < expected && turns < 1_000; turns++) {
            await new Promise((resolve) => setImmediate(resolve));
          }
          controller.abort();
          await reading;
          expect(seen).toEqual(Array.from({ length: expected }, (_, index) => afterSeq + index + 1));
          expect(tail.listeners()).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
