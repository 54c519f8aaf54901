import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import type { ClosedBecause } from '../domain/incident.ts';
import { incidentRules } from '../domain/incidentRules.ts';
import { unitsOf } from '../domain/orderHeard.ts';
import { arrivalNoticeMs, arrivalTelling, lastDayTellings } from '../domain/notices.ts';
import { nextPointNoticeMs, pointTelling } from '../domain/pointNotices.ts';
import type { TransitSample } from '../domain/transit.ts';
import type { OrderView, ParcelView } from '../domain/views.ts';
import {
  isOverForWatch,
  nextLookMs,
  nextOrderLookMs,
  watchOrder,
  watchParcel,
  type Finding,
} from '../domain/watch.ts';
import type { Subject } from '../domain/incidentHeard.ts';
import { closeIncident, openIncident } from './incidents.ts';
import { endedBy, readStanding } from './standing.ts';
import { tell } from './tell.ts';

const hourMs = 3_600_000;

/** A parcel and its order. */
interface ParcelSubject {
  readonly order: OrderView;
  readonly parcel: ParcelView;
}

/** What a parcel is watched with at this moment. */
export const parcelWatch = async (application: CareApplication, parcel: ParcelView) => ({
  ...{ parcel, nowMs: application.clock.nowMs(), settings: application.settings.current() },
  transit: await application.transits.of(parcel.serviceCode),
});

const nothingSeen: TransitSample = { journeys: [] };

/** What an order is watched with at this moment. */
export const orderWatch = async (application: CareApplication, order: OrderView) => ({
  ...{ order, nowMs: application.clock.nowMs(), settings: application.settings.current() },
  transit: order.serviceCode === undefined ? nothingSeen : await application.transits.of(order.serviceCode),
});

/** Looks at one parcel: opens what holds, closes what does not hold any more, and says when to look again. */
export async function lookAtParcel(application: CareApplication, id: string, tx: Tx): Promise<void> {
  const { models, clock } = application;
  const { session } = tx;
  const parcel = await models.Parcel.findOne({ _id: id }).session(session).lean<ParcelView>();
  if (parcel === null || parcel.returnId !== undefined || parcel.toStore) return;
  const order = await models.Order.findOne({ _id: parcel.orderId }).session(session).lean<OrderView>();
  if (order === null) {
    // Its order is heard of later, or never.
    const lookAtMs = clock.nowMs() + 6 * hourMs;
    await models.Parcel.updateOne({ _id: id }, { $set: { lookAtMs } }, { session });
    return;
  }
  const watch = await parcelWatch(application, parcel);
  const findings = watchParcel(watch);
  const because = parcel.deliveredAtMs === undefined ? 'OVER' : 'ARRIVED';
  await keepIncidents(application, { order, parcel }, findings, because, tx);
  const notice = await noticeByClock(application, { order, parcel }, tx);
  const isOver = isOverForWatch(parcel) && !waitsForTicket(findings);
  const lookAtMs = isOver ? undefined : nextLookMs({ ...watch, parcel: { ...parcel, ...notice.set } });
  const change =
    lookAtMs === undefined
      ? { $unset: { lookAtMs: 1 as const, noticeAtMs: 1 as const } }
      : { $set: { lookAtMs, ...notice.set }, ...notice.gone };
  await models.Parcel.updateOne({ _id: id }, change, { session });
}

/** Tells that a parcel arrives tomorrow, or still waits at its pickup point, or says when to. */
async function noticeByClock(application: CareApplication, subject: ParcelSubject, tx: Tx) {
  const { order, parcel } = subject;
  const nowMs = application.clock.nowMs();
  const settings = application.settings.current();
  const cause = { id: parcel._id, actor: 'system:care' };
  const arrival = arrivalTelling(subject, nowMs);
  if (arrival !== undefined) await tell(application, arrival, cause, tx);
  const waiting = pointTelling(subject, settings, nowMs);
  if (waiting !== undefined) await tell(application, waiting, cause, tx);
  const noticeAtMs = arrivalNoticeMs(parcel, order) ?? nextPointNoticeMs(subject, settings, nowMs);
  return noticeAtMs === undefined || noticeAtMs <= nowMs
    ? { set: {}, gone: { $unset: { noticeAtMs: 1 as const } } }
    : { set: { noticeAtMs }, gone: {} };
}

const waitsForTicket = (findings: readonly Finding[]): boolean =>
  findings.some(({ type }) => (incidentRules[type].ticket?.afterDays ?? 0) > 0);

/** Opens what holds, and closes what does not hold any more. */
async function keepIncidents(
  application: CareApplication,
  subject: Subject,
  findings: readonly Finding[],
  because: ClosedBecause,
  tx: Tx,
): Promise<void> {
  const about = { orderId: subject.order._id, parcelId: subject.parcel?._id };
  const standing = await readStanding(application, about, tx);
  for (const finding of findings)
    if (!standing.isSettled(finding)) await openIncident(application, subject, finding, tx);
  for (const incident of endedBy(standing, findings)) await closeIncident(application, incident, because, tx);
}

/**
 * Units of orders that have a label. Their parcels say so each time: a count kept with every label would miss one that is
 * heard of in the same moment as the order, and would take away the units of a parcel that was given up before it had one.
 */
export async function labelledUnits(
  { models }: CareApplication,
  orderIds: readonly string[],
  tx?: Tx,
): Promise<ReadonlyMap<string, number>> {
  const ofOrders = builtFilter<ParcelView>({ orderId: { $in: [...orderIds] }, toStore: false });
  const within = tx === undefined ? {} : { session: tx.session };
  const units = new Map<string, number>();
  for (const parcel of await models.Parcel.find(ofOrders, {}, within).lean<ParcelView[]>()) {
    if (parcel.labelledAtMs === undefined || parcel.voided === true || parcel.returnId !== undefined)
      continue;
    units.set(parcel.orderId, (units.get(parcel.orderId) ?? 0) + unitsOf(parcel.lines));
  }
  return units;
}

/** Looks at one order: whether its goods have left in time, and what those that have not will mean. */
export async function lookAtOrder(application: CareApplication, id: string, tx: Tx): Promise<void> {
  const { models } = application;
  const { session } = tx;
  const found = await models.Order.findOne({ _id: id }).session(session).lean<OrderView>();
  if (found === null) return;
  const labelled = (await labelledUnits(application, [id], tx)).get(id) ?? 0;
  const order = { ...found, labelled };
  const watch = await orderWatch(application, order);
  const findings = watchOrder(watch);
  await keepIncidents(application, { order, parcel: undefined }, findings, 'OVER', tx);
  for (const telling of lastDayTellings(order, watch.nowMs))
    await tell(application, telling, { id: telling.version, actor: 'system:care' }, tx);
  const lookAtMs = nextOrderLookMs(watch);
  const change =
    lookAtMs === undefined
      ? { $set: { labelled }, $unset: { lookAtMs: 1 as const } }
      : { $set: { labelled, lookAtMs } };
  await models.Order.updateOne({ _id: id }, change, { session });
}
