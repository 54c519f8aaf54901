import { naturalBatches } from '../mongo/naturalBatches.ts';
import type { JournalEvent } from './journalRow.ts';

/** An event that waits to be applied with others, and whoever waits for it. */
interface Waiting {
  readonly event: JournalEvent;
  readonly atMs: number;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Applies events, all or none; `atMs` is when each arrived. */
export type ApplyAll = (
  events: readonly { readonly event: JournalEvent; readonly atMs: number }[],
) => Promise<void>;

/**
 * Applies what arrives while others are being applied in one go. When that fails, each is applied alone, so that one
 * event that cannot be applied holds up nobody else's.
 */
export function togetherBatches(applyAll: ApplyAll): (event: JournalEvent, atMs: number) => Promise<void> {
  const alone = async (each: Waiting): Promise<void> => {
    try {
      await applyAll([each]);
      each.done();
    } catch (error) {
      each.failed(error);
    }
  };
  const add = naturalBatches<Waiting>(async (_key, batch) => {
    if (batch.length > 1)
      try {
        await applyAll(batch);
        for (const { done } of batch) done();
        return;
      } catch {
        // Which one it was shows when each is applied alone.
      }
    for (const each of batch) await alone(each);
  });
  return (event, atMs) =>
    new Promise((done, failed) => {
      void add('', { event, atMs, done, failed });
    });
}
