import type { ReturnsApplication } from '../application.ts';

/** Lines of a return's order that were made for it, as orders knows them; none for a return nobody knows. */
export async function madeLinesOf(
  { model, orders }: ReturnsApplication,
  returnId: string,
  requestId: string,
): Promise<ReadonlySet<string>> {
  const state = await model.findOne({ _id: returnId }, { orderId: 1 }).lean();
  const order = state === null ? null : await orders.facts(state.orderId, requestId);
  return new Set(order?.lines.filter(({ customised }) => customised).map(({ id }) => id));
}
