import type { Clock, Timer } from '../../../platform/clock/clock.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Log } from '../../../platform/log/log.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import { notFound } from '../../../platform/errors/codedError.ts';
import { inForce, intakeNow } from '../domain/throttle.ts';
import { decideThrottle, type ChangeTerms, type TermsChange } from '../domain/throttleChange.ts';
import type { Cause } from '../ports.ts';
import { loadAt } from '../store/loadAt.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { ThrottleDoc } from '../store/siteDocs.ts';
import { ownLocation } from '../store/ownRow.ts';
import { causeOf, checkedReason, scopeOf, type LocationCall } from './locationCall.ts';
import type { ThrottleAggregate } from './workAggregate.ts';

/** A change of what holds back new orders. */
export interface ThrottleChange {
  readonly locationId: string;
  readonly operation: string;
  readonly input: object;
  readonly reason: string;
  readonly terms: ChangeTerms;
}

/** What holds back new orders at locations. */
export interface Throttles {
  change(call: LocationCall, change: ThrottleChange): Promise<ThrottleDoc>;
  /** Looks again at a location: tells the promise what has changed by time or by work. */
  weigh(locationId: string): Promise<void>;
  /** Looks again at every location somebody has throttled; after a start it sets the timers. */
  weighAll(): Promise<void>;
  /** Whether any location has limits. */
  hasLimits(): boolean;
  /** Whether this one has. */
  isLimited(locationId: string): boolean;
  stop(): void;
}

interface Deps {
  readonly models: FulfillmentModels;
  readonly journal: Journal;
  readonly idempotency: Idempotency;
  readonly throttles: ThrottleAggregate;
  readonly log: Log;
}

const bySystem = (locationId: string): Cause => ({
  actor: 'system:fulfillment',
  cause: `throttle:${locationId}`,
});

/** Locations with limits, and when each is looked at again. */
class Watched {
  readonly limited = new Set<string>();
  readonly #timers = new Map<string, Timer>();
  readonly #again: (locationId: string) => Promise<void>;
  readonly #clock: Clock;
  #isStopped = false;

  constructor(clock: Clock, again: (locationId: string) => Promise<void>) {
    this.#clock = clock;
    this.#again = again;
  }

  /** Looks again when something changes by itself. */
  plan(locationId: string, nextMs: number | undefined, hasLimits: boolean): void {
    this.#timers.get(locationId)?.cancel();
    this.#timers.delete(locationId);
    if (hasLimits) this.limited.add(locationId);
    else this.limited.delete(locationId);
    if (nextMs === undefined || this.#isStopped) return;
    this.#timers.set(
      locationId,
      this.#clock.setTimer(nextMs, () => this.#again(locationId)),
    );
  }

  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#timers.values()) timer.cancel();
    this.#timers.clear();
  }
}

interface Deciding {
  readonly locationId: string;
  readonly timeZone: string;
  readonly by: Cause;
  readonly terms?: TermsChange | undefined;
}

/** Decides with the work there is now, and plans when to look again. */
async function decideIn(deps: Deps, watched: Watched, tx: Tx, deciding: Deciding): Promise<void> {
  const { models, journal, throttles } = deps;
  const { locationId, timeZone, by, terms } = deciding;
  const nowMs = journal.clock.nowMs();
  const load = await loadAt(models, locationId, { nowMs, session: tx.session });
  const { state } = await runDecision(journal, throttles, {
    ...{ id: locationId, tx, ...by },
    decide: (before) => decideThrottle(before, { locationId, load, nowMs, timeZone, terms }),
  });
  if (state === undefined) return;
  const { nextMs } = intakeNow(state, load, nowMs, timeZone);
  const { limits } = inForce(state, nowMs, timeZone);
  tx.afterCommit(() => watched.plan(locationId, nextMs, limits !== undefined));
}

export function createThrottles(deps: Deps): Throttles {
  const { models, journal, idempotency, log } = deps;
  const watched: Watched = new Watched(journal.clock, (locationId) =>
    weigh(locationId).catch((error: unknown) => {
      log.warn({ locationId, error }, 'what holds back new orders is looked at again with the next turn');
    }),
  );
  const weigh = async (locationId: string): Promise<void> => {
    const location = await models.Location.findOne({ _id: locationId }, { timeZone: 1 }).lean();
    if (location === null) return;
    const deciding = { locationId, timeZone: location.timeZone, by: bySystem(locationId) };
    await journal.exclusive(`throttle:${locationId}`, () =>
      withTransaction(journal.connection, (tx) => decideIn(deps, watched, tx, deciding)),
    );
  };
  return {
    weigh,
    hasLimits: () => watched.limited.size > 0,
    isLimited: (locationId) => watched.limited.has(locationId),
    weighAll: async () => {
      const rows = await models.Throttle.find({}, { _id: 1 }).lean();
      for (const { _id } of rows) await weigh(_id);
    },
    change: async (call, { locationId, operation, input, reason: given, terms }) => {
      const { timeZone } = await ownLocation(models, call.identity, locationId);
      const reason = checkedReason(given);
      const by = causeOf(call);
      const change = { change: terms, reason, by: by.actor };
      await journal.exclusive(`throttle:${locationId}`, () =>
        idempotency.once(scopeOf(call, operation, { locationId, ...input, reason }), async (tx) => {
          await decideIn(deps, watched, tx, { locationId, timeZone, by, terms: change });
          return true;
        }),
      );
      const found = await models.Throttle.findOne({ _id: locationId }).lean<ThrottleDoc>();
      if (found === null) throw notFound('location');
      return found;
    },
    stop: () => watched.stop(),
  };
}
