import { describe, expect, it } from 'vitest';
import { createMint } from '../../test/support/toySubgraph.ts';
import { newId, usePairs } from '../../test/support/mintAndSink.ts';

const { createPair } = usePairs();

describe('a follower', () => {
  it('gets the past, then what comes, each event once, also from another process', async () => {
    const pair = await createPair();
    const other = await createMint({ connection: pair.mintDb, bus: pair.bus, clock: pair.clock, newId });
    await other.journal.start();
    for (let n = 0; n < 5; n++) await pair.mint.add('s', 1);
    const seen: number[] = [];
    const stream = pair.mint.journal.follow('jar:s', 2);
    const reading = (async () => {
      for await (const event of stream) {
        seen.push(event.seq);
        if (event.seq === 25) break;
      }
    })();
    for (let n = 0; n < 20; n++) await (n % 3 === 0 ? other : pair.mint).add('s', 1);
    await reading;
    expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => index + 3));
    await other.journal.stop();
    await pair.stop();
  });
  it('that is slow misses nothing', async () => {
    const pair = await createPair();
    const stream = pair.mint.journal.follow('jar:slow');
    const first = stream.next();
    for (let n = 0; n < 100; n++) await pair.mint.add('slow', 1);
    const seen = [(await first).value?.seq];
    while (seen.length < 100) seen.push((await stream.next()).value?.seq);
    expect(seen).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    await stream.return?.();
    await pair.stop();
  });
  it('ends at once when it is told, although nothing comes', async () => {
    const pair = await createPair();
    const controller = new AbortController();
    const aborted = pair.mint.journal.follow('jar:quiet', 0, controller.signal).next();
    const closed = pair.mint.journal.follow('jar:quiet');
    const waiting = closed.next();
    controller.abort();
    await closed.return?.();
    expect((await aborted).done).toBe(true);
    expect((await waiting).done).toBe(true);
    await pair.stop();
  });
});
