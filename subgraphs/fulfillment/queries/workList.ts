import { codedError } from '../../../platform/errors/codedError.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { stoppable } from '../../../platform/streams/stoppable.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { FulfillmentApplication } from '../application.ts';
import { ownLocation } from '../store/ownRow.ts';
import {
  countLate,
  countSteps,
  minutesTo,
  priorityOf,
  unitsToDo,
  type ListedWork,
  type StepCount,
} from '../domain/workList.ts';
import { stepMachine } from '../domain/tables.ts';
import type { WorkPriority } from '../generated/resolverTypes.ts';
import type { FulfillmentOrderDoc, LocationDoc } from '../store/models.ts';
import { createChangeSignal } from './changeSignal.ts';
import { offersTo } from './offers.ts';
import type { CompetitiveOffer } from '../domain/competition.ts';

/** What a location has to do at one instant. */
export interface WorkList {
  readonly location: LocationDoc;
  readonly at: number;
  readonly open: number;
  readonly late: number;
  readonly counts: StepCount[];
  readonly offers: CompetitiveOffer[];
  readonly entries: WorkListEntry[];
}

export interface WorkListEntry {
  readonly fulfillmentOrder: FulfillmentOrderDoc;
  readonly minutesLeft: number;
  readonly priority: WorkPriority;
  readonly units: number;
}

type Application = Pick<FulfillmentApplication, 'models' | 'journal' | 'settings' | 'openFromMs'>;

const mostEntries = 500;
const minuteMs = 60_000;
const stream = 'fulfillmentOrder:';
/** Steps in the order of the work. */
const steps = stepMachine.states;
const counted = { status: 1, step: 1, dueAt: 1, lines: 1, awaiting: 1, locationId: 1 } as const;

/** What a location has to do now. NOT_FOUND for a location that is not the caller's. */
export async function readWorkList(
  application: Application,
  who: Identity,
  locationId: string,
  first: number,
): Promise<WorkList> {
  const location = await ownLocation(application.models, who, locationId);
  return listAt(application, location, checkedFirst(first));
}

function checkedFirst(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > mostEntries)
    throw codedError('BAD_USER_INPUT', `first is from 1 to ${mostEntries}.`, { field: 'first' });
  return first;
}

async function listAt(application: Application, location: LocationDoc, first: number): Promise<WorkList> {
  const { models, journal, openFromMs } = application;
  const nowMs = journal.clock.nowMs();
  const todo = {
    locationId: location._id,
    status: trusted({ $in: ['OPEN', 'ON_HOLD', 'IN_PROGRESS'] as const }),
  };
  const works = await models.FulfillmentOrder.find(todo, counted)
    .sort({ 'dueAt.handoverMs': 1, _id: 1 })
    .lean<ListedWork[]>();
  const shown = works.filter((work) => work.step !== 'READY_FOR_COLLECTION').slice(0, first);
  const ids = shown.map((work) => work._id);
  const rows = await models.FulfillmentOrder.find({ _id: trusted({ $in: ids }) }).lean<
    FulfillmentOrderDoc[]
  >();
  const byId = new Map(rows.map((row) => [row._id, row]));
  const pace = { nowMs, handlingMinutes: location.handlingMinutes, openFromMs: openFromMs() };
  return {
    ...{ location, at: nowMs, open: works.length, late: countLate(works, nowMs) },
    counts: countSteps(works, steps, nowMs),
    offers: await offersTo(application, location._id),
    entries: shown.flatMap((work) => {
      const row = byId.get(work._id);
      if (row === undefined) return [];
      const minutesLeft = minutesTo(row.dueAt.handoverMs, nowMs);
      return [{ fulfillmentOrder: row, minutesLeft, priority: priorityOf(row, pace), units: unitsToDo(row) }];
    }),
  };
}

/**
 * The list now, then again after each change at the location and once a minute, until the signal aborts. Changes that
 * come while a list is being read are told with the next one.
 */
export async function followWorkList(
  application: Application,
  who: Identity,
  { locationId, first }: { readonly locationId: string; readonly first: number },
  signal: AbortSignal | undefined,
): Promise<AsyncIterableIterator<WorkList>> {
  const most = checkedFirst(first);
  await ownLocation(application.models, who, locationId);
  return stoppable((inner) => lists(application, { locationId, most }, inner), signal);
}

async function* lists(
  application: Application,
  { locationId, most }: { readonly locationId: string; readonly most: number },
  signal: AbortSignal,
): AsyncGenerator<WorkList, void, void> {
  const { models, journal } = application;
  const changed = createChangeSignal(signal);
  // Listens before the first list is read, so that nothing between the two is missed.
  const changes = journal.watch(stream, signal);
  const timer = journal.clock.every(minuteMs, changed.report);
  const isHere = async (name: string): Promise<boolean> => {
    const _id = name.slice(stream.length);
    return (
      (await models.FulfillmentOrder.exists({ _id, locationId })) !== null ||
      (await models.FulfillmentOrder.exists({ _id, offeredTo: locationId })) !== null
    );
  };
  const listening = (async () => {
    for await (const name of changes) if (await isHere(name)) changed.report();
  })().catch(changed.fail);
  try {
    do {
      const location = await models.Location.findOne({ _id: locationId }).lean<LocationDoc>();
      if (location !== null) yield await listAt(application, location, most);
    } while (await changed.reported());
  } finally {
    timer.cancel();
    await changes.return?.();
    await listening;
  }
}
