import { isDuplicateKey } from '../../../platform/mongo/versionConflict.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { AttemptDoc } from '../store/attemptModel.ts';
import type { OrdersModels } from '../store/models.ts';

/** How often somebody may try, and how long it is remembered (ms). */
export interface AttemptLimit {
  readonly most: number;
  readonly lockMs: number;
}

/**
 * Counts one attempt before its outcome is known, so that attempts at once cannot all slip through; false when it is one
 * too many. The last one that is allowed begins the time for which there are no more.
 */
export async function mayTry(
  { Attempt }: Pick<OrdersModels, 'Attempt'>,
  key: string,
  { most, lockMs }: AttemptLimit,
  nowMs: number,
): Promise<boolean> {
  // Machine time on purpose: the database's clock clears rows, and a simulated past would be cleared at once.
  const until = { untilMs: nowMs + lockMs, at: new Date() };
  for (let tries = 1; tries <= 5; tries++) {
    const counting = builtFilter<AttemptDoc>({ _id: key, untilMs: { $gt: nowMs } });
    const now = await Attempt.findOneAndUpdate(
      counting,
      { $inc: { count: 1 } },
      { returnDocument: 'after' },
    ).lean<AttemptDoc>();
    if (now !== null) {
      if (now.count === most) await Attempt.updateOne({ _id: key }, { $set: until });
      return now.count <= most;
    }
    try {
      const over = builtFilter<AttemptDoc>({ _id: key, untilMs: { $lte: nowMs } });
      await Attempt.updateOne(over, { $set: { count: 1, ...until } }, { upsert: true });
      return true;
    } catch (error) {
      // Somebody else counted first: count again.
      if (!isDuplicateKey(error)) throw error;
    }
  }
  return false;
}

/** The attempt was right: it does not count. */
export async function forgetTry({ Attempt }: Pick<OrdersModels, 'Attempt'>, key: string): Promise<void> {
  await Attempt.updateOne({ _id: key }, { $inc: { count: -1 } });
}
