import type { Timer } from '../../../../platform/clock/clock.ts';
import type { Log } from '../../../../platform/log/log.ts';
import type { CatalogApplication } from '../../application.ts';
import { overdue } from './expired.ts';

/** Readers see an expired reservation at once, and whoever needs its units gets them; nobody asks for most of them. */
const sweepEveryMs = 2_000;
/** Reservations given back in one transaction. */
const together = 40;
/** Most that one sweep looks for; the next follows at once when there are more. */
const batch = 400;

/** Gives the units of SOFT reservations back that have run out. Reservations never rely on it for their state. */
export function startExpirySweep(application: CatalogApplication, log: Log): Timer {
  return application.journal.clock.every(sweepEveryMs, async () => {
    while ((await sweepOnce(application, log)) === batch);
  });
}

/** How many were given back. */
async function sweepOnce({ journal, models, reservations }: CatalogApplication, log: Log): Promise<number> {
  const due = await overdue(models, journal.clock.nowMs(), batch);
  let done = 0;
  for (let at = 0; at < due.length; at += together) {
    const ids = due.slice(at, at + together).map(({ _id }) => _id);
    const by = { actor: 'system:catalog', cause: `expire:${ids[0] ?? ''}` };
    try {
      await reservations.expire(ids, by);
      done += ids.length;
    } catch (error) {
      log.warn({ error, reservation: ids[0] }, 'reservations could not be expired and will be tried again');
    }
  }
  return done;
}
