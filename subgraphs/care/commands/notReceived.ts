import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { mayReadRow } from '../../../schema/identity.ts';
import type { CareApplication } from '../application.ts';
import type { OrderView, ParcelView } from '../domain/views.ts';
import { incidentIdOf, openIncident } from './incidents.ts';
import type { Caller } from './ticketDesk.ts';

/** Opens the incident of a parcel that is said to be delivered and has not come. Gives its id. */
export async function reportNotReceived(
  application: CareApplication,
  input: {
    readonly orderId: string;
    readonly shipmentId: string;
    readonly reason?: string | null | undefined;
  },
  { who, key }: Caller,
): Promise<string> {
  const scope = { principal: who.subject, operation: 'reportNotReceived', key, input };
  const { result } = await application.idempotency.once<{ id: string }>(scope, async (tx) => {
    const { models, clock } = application;
    const { orderId, shipmentId, reason } = input;
    const order = await models.Order.findOne({ _id: orderId }).session(tx.session).lean<OrderView>();
    if (order === null || !mayReadRow(who, order)) throw notFound('order');
    requireReason(who, order.owner, reason);
    const parcel = await models.Parcel.findOne({ _id: shipmentId, orderId })
      .session(tx.session)
      .lean<ParcelView>();
    if (parcel?.deliveredAtMs === undefined)
      throw codedError('BAD_USER_INPUT', 'The order has no such shipment that counts as delivered.', {
        field: 'shipmentId',
      });
    const finding = { type: 'NOT_RECEIVED', atMs: clock.nowMs(), evidence: { source: 'CUSTOMER' } } as const;
    await openIncident(application, { order, parcel }, finding, tx);
    return { id: incidentIdOf(orderId, shipmentId, 'NOT_RECEIVED') };
  });
  return result.id;
}
