import type { Timer } from '../../../../platform/clock/clock.ts';
import type { Log } from '../../../../platform/log/log.ts';
import { trusted } from '../../../../platform/mongo/connect.ts';
import type { CatalogApplication } from '../../application.ts';

/** Readers see an expired reservation at once; its units are back within this time. */
const sweepEveryMs = 2_000;
const batch = 200;

/** Gives the units of SOFT reservations back that have run out. Reservations never rely on it for their state. */
export function startExpirySweep({ journal, models, reservations }: CatalogApplication, log: Log): Timer {
  const { clock } = journal;
  return clock.every(sweepEveryMs, async () => {
    const over = trusted({ state: 'SOFT' as const, expiresAtMs: { $lte: clock.nowMs() } });
    const due = await models.Reservation.find(over, { _id: 1 }).limit(batch).lean();
    for (const { _id } of due) {
      await reservations
        .expire(_id, { actor: 'system:catalog', cause: `expire:${_id}` })
        .catch((error: unknown) => {
          log.warn({ error, reservation: _id }, 'a reservation could not be expired and will be tried again');
        });
    }
  });
}
