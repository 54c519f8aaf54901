import type { PromiseApplication } from '../application.ts';
import type { PastOrderDoc } from '../store/models.ts';

/** Groups the customer of an order belonged to when it was placed: rules that name one hold when it is planned again. */
export async function customerGroupsOf(
  { models }: PromiseApplication,
  orderId: string,
): Promise<{ customerGroups?: readonly string[] }> {
  const order = await models.PastOrder.findOne(
    { _id: orderId },
    { 'facts.customerGroups': 1 },
  ).lean<PastOrderDoc>();
  const groups = order?.facts.customerGroups;
  return groups === undefined ? {} : { customerGroups: groups };
}
