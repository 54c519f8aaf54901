import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { withTransaction } from '../../../platform/mongo/withTransaction.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { CareApplication } from '../application.ts';
import type { ClosedBecause, IncidentType } from '../domain/incident.ts';
import { incidentRules } from '../domain/incidentRules.ts';
import { isCancelled, type OrderView, type ParcelView } from '../domain/views.ts';
import { isOverForWatch, nextLookMs, watchOrder, watchParcel, type Finding } from '../domain/watch.ts';
import type { IncidentDoc } from '../store/models.ts';
import { closeIncident, openIncident } from './incidents.ts';

/** Parcels and orders looked at in one sweep. */
const batch = 200;
const hourMs = 3_600_000;

/** Looks at one parcel: opens what holds, closes what does not hold any more, and says when to look again. */
export async function lookAtParcel(application: CareApplication, id: string, tx: Tx): Promise<void> {
  const { models, settings, clock } = application;
  const { session } = tx;
  const parcel = await models.Parcel.findOne({ _id: id }).session(session).lean<ParcelView>();
  if (parcel === null || parcel.returnId !== undefined || parcel.toStore) return;
  const order = await models.Order.findOne({ _id: parcel.orderId }).session(session).lean<OrderView>();
  const nowMs = clock.nowMs();
  if (order === null) {
    // Its order is heard of later, or never.
    await models.Parcel.updateOne({ _id: id }, { $set: { lookAtMs: nowMs + 6 * hourMs } }, { session });
    return;
  }
  const transit = await application.transits.of(parcel.serviceCode);
  const findings = watchParcel({ parcel, nowMs, settings: settings.current(), transit });
  for (const finding of findings) await openIncident(application, { order, parcel }, finding, tx);
  await closeOthers(
    application,
    { parcelId: id },
    findings,
    parcel.deliveredAtMs === undefined ? 'OVER' : 'ARRIVED',
    tx,
  );
  const lookAtMs =
    isOverForWatch(parcel) && !waitsForTicket(findings)
      ? undefined
      : nextLookMs({ parcel, nowMs, settings: settings.current() });
  const change = lookAtMs === undefined ? { $unset: { lookAtMs: 1 as const } } : { $set: { lookAtMs } };
  await models.Parcel.updateOne({ _id: id }, change, { session });
}

const waitsForTicket = (findings: readonly Finding[]): boolean =>
  findings.some(({ type }) => (incidentRules[type].ticket?.afterDays ?? 0) > 0);

const closedByPeople: readonly IncidentType[] = ['NOT_RECEIVED', 'DAMAGED'];

/** Closes open incidents about something of which they do not hold any more. What only a person can close stays. */
async function closeOthers(
  application: CareApplication,
  about: { readonly parcelId: string } | { readonly orderId: string; readonly type: 'LATE_DISPATCH' },
  findings: readonly Finding[],
  because: ClosedBecause,
  tx: Tx,
): Promise<void> {
  const open = await application.models.Incident.find(builtFilter<IncidentDoc>({ ...about, status: 'OPEN' }))
    .session(tx.session)
    .lean<IncidentDoc[]>();
  const holding = new Set(findings.map(({ type }) => type));
  for (const incident of open)
    if (!holding.has(incident.type) && !closedByPeople.includes(incident.type))
      await closeIncident(application, incident, because, tx);
}

/** Looks at one order: whether its goods have left in time. */
export async function lookAtOrder(application: CareApplication, id: string, tx: Tx): Promise<void> {
  const { models, settings, clock } = application;
  const { session } = tx;
  const order = await models.Order.findOne({ _id: id }).session(session).lean<OrderView>();
  if (order === null) return;
  const nowMs = clock.nowMs();
  const found = watchOrder(order, nowMs, settings.current());
  const findings = found === undefined ? [] : [found];
  for (const finding of findings) await openIncident(application, { order, parcel: undefined }, finding, tx);
  await closeOthers(application, { orderId: id, type: 'LATE_DISPATCH' }, findings, 'OVER', tx);
  const left = order.labelled >= order.ordered - order.cancelled || isCancelled(order);
  const change = left ? { $unset: { lookAtMs: 1 as const } } : { $set: { lookAtMs: nowMs + 6 * hourMs } };
  await models.Order.updateOne({ _id: id }, change, { session });
}

/** Looks at everything whose time has come. Each in a transaction of its own: one that fails holds nobody up. */
export async function sweep(application: CareApplication): Promise<void> {
  const { models, clock, journal, log } = application;
  const due = { lookAtMs: { $lte: clock.nowMs() } };
  const parcels = await models.Parcel.find(builtFilter<ParcelView>(due), { _id: 1 })
    .sort({ lookAtMs: 1 })
    .limit(batch)
    .lean();
  const orders = await models.Order.find(builtFilter<OrderView>(due), { _id: 1 })
    .sort({ lookAtMs: 1 })
    .limit(batch)
    .lean();
  const look = async (id: string, task: (tx: Tx) => Promise<void>): Promise<void> => {
    try {
      await journal.exclusive(`watch:${id}`, () => withTransaction(journal.connection, task));
    } catch (error) {
      log.warn({ subgraph: 'care', ids: id, error }, 'it is looked at again with the next sweep');
    }
  };
  for (const { _id } of parcels) await look(_id, (tx) => lookAtParcel(application, _id, tx));
  for (const { _id } of orders) await look(_id, (tx) => lookAtOrder(application, _id, tx));
}
