import { codedError } from '../../../platform/errors/codedError.ts';
import type { FiguresSource } from '../application.ts';
import type { IncidentFact } from '../domain/careFacts.ts';
import { overdueFromMs, type OrderFact } from '../domain/orderFact.ts';
import { dueAtMs, type WorkFact } from '../domain/workFact.ts';
import { asFact, factsOf, type InsightsModels } from '../store/models.ts';
import { dayStart, requireSpan } from './view.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const mostAtRisk = 200;

/** Work that waits at one step of a location. */
export interface Backlog {
  readonly locationId: string;
  readonly step: string;
  readonly work: number;
  readonly units: number;
  readonly overdue: number;
  readonly nextDueAtMs: number | undefined;
}

async function openWork({ facts }: InsightsModels, locationId?: string): Promise<WorkFact[]> {
  const rows = await facts('work')
    .find(
      { isOpen: true, ...(locationId === undefined ? {} : { locationId }) },
      { projection: { fact: 1 }, batchSize: 20_000 },
    )
    .toArray();
  return rows.map(({ fact }) => asFact('work', fact));
}

/** Work that waits now by location and step, most urgent first. */
export async function backlogOf(
  { models, clock }: FiguresSource,
  locationId: string | null | undefined,
): Promise<Backlog[]> {
  const nowMs = clock.nowMs();
  const found = new Map<string, Backlog>();
  for (const work of await openWork(models, locationId ?? undefined)) {
    const key = JSON.stringify([work.locationId, work.step]);
    const before = found.get(key) ?? {
      ...{ locationId: work.locationId, step: work.step, work: 0, units: 0, overdue: 0 },
      nextDueAtMs: undefined,
    };
    const due = dueAtMs(work);
    const isOverdue = due !== undefined && due < nowMs;
    found.set(key, {
      ...{ ...before, work: before.work + 1, units: before.units + work.units },
      overdue: before.overdue + (isOverdue ? 1 : 0),
      nextDueAtMs: due === undefined ? before.nextDueAtMs : Math.min(due, before.nextDueAtMs ?? due),
    });
  }
  return [...found.values()].sort(
    (a, b) =>
      (a.nextDueAtMs ?? Infinity) - (b.nextDueAtMs ?? Infinity) || (a.locationId < b.locationId ? -1 : 1),
  );
}

export const minutesUntil = (atMs: number, nowMs: number): number => Math.floor((atMs - nowMs) / minuteMs);

/** An order whose promise is in danger, and why. */
export interface AtRisk {
  readonly order: OrderFact;
  readonly expectedAtMs: number | undefined;
  readonly reasons: readonly string[];
}

/** Orders whose promise is in danger now, nearest date first. */
export async function ordersAtRisk(
  { models, clock }: FiguresSource,
  args: { readonly first?: number | null | undefined; readonly channel?: string | null | undefined },
): Promise<AtRisk[]> {
  const first = args.first ?? 50;
  if (!Number.isInteger(first) || first < 1 || first > mostAtRisk)
    throw codedError('BAD_USER_INPUT', `first is from 1 to ${mostAtRisk}.`, { field: 'first' });
  const nowMs = clock.nowMs();
  const incidents = await openIncidents(models);
  const overdueWork = (await openWork(models)).filter((work) => (dueAtMs(work) ?? Infinity) < nowMs);
  const passed = await models
    .facts('order')
    .find({ overdueFromMs: { $lt: nowMs } })
    .sort({ overdueFromMs: -1 })
    .limit(mostAtRisk)
    .toArray();
  const reasons = new Map<string, Set<string>>();
  const because = (orderId: string, reason: string): void =>
    void reasons.set(orderId, (reasons.get(orderId) ?? new Set()).add(reason));
  for (const { orderId, type } of incidents) because(orderId, type);
  for (const { orderId } of overdueWork) because(orderId, 'WORK_OVERDUE');
  for (const { _id } of passed) because(_id, 'DATE_PASSED');
  const expected = new Map(
    incidents.flatMap(({ orderId, expectedMs }) => (expectedMs === undefined ? [] : [[orderId, expectedMs]])),
  );
  const orders = await factsOf(models, 'order', { by: '_id', ids: [...reasons.keys()] });
  return orders
    .filter((order) => overdueFromMs(order) !== undefined)
    .filter(({ channel }) => args.channel == null || channel === args.channel)
    .sort((a, b) => a.promisedLatestAtMs - b.promisedLatestAtMs || (a.id < b.id ? -1 : 1))
    .slice(0, first)
    .map((order) => ({
      ...{ order, expectedAtMs: expected.get(order.id) },
      reasons: [...(reasons.get(order.id) ?? [])].sort(),
    }));
}

async function openIncidents({ facts }: InsightsModels): Promise<IncidentFact[]> {
  const rows = await facts('incident').find({ isOpen: true }).toArray();
  return rows.map(({ fact }) => asFact('incident', fact));
}

/** A location's day. */
export interface DayCapacity {
  readonly locationId: string;
  readonly day: string;
  readonly capacity: number;
  readonly used: number;
}

/** Capacity of days by location; days without a shipment are told, too. */
export async function capacityOf(
  { models }: FiguresSource,
  {
    from,
    to,
    locationId,
  }: { readonly from: string; readonly to: string; readonly locationId?: string | null | undefined },
): Promise<DayCapacity[]> {
  requireSpan(from, to, 31);
  const days: string[] = [];
  for (let at = dayStart(from); at <= dayStart(to); at += dayMs)
    days.push(new Date(at).toISOString().slice(0, 10));
  const all = await models.facts('place').find({}).toArray();
  const places = all
    .map(({ fact }) => asFact('place', fact))
    .filter(({ id, active }) => active && (locationId == null || id === locationId));
  const ids = places.flatMap(({ id }) => days.map((day) => `${id}:${day}`));
  const used = new Map(
    (await factsOf(models, 'capacity', { by: '_id', ids })).map((fact) => [fact.id, fact.used]),
  );
  return places.flatMap(({ id, capacityPerDay: capacity }) =>
    days.map((day) => ({ locationId: id, day, capacity, used: used.get(`${id}:${day}`) ?? 0 })),
  );
}
