import type { PromiseApplication } from '../application.ts';
import type { PastOrderDoc } from '../store/models.ts';

/** What rules may ask of whoever ordered. */
interface OrderedWith {
  readonly customerGroups?: readonly string[];
  readonly promotionCodes?: readonly string[];
}

/**
 * Groups the customer of an order belonged to and promotion codes that were in force when it was placed: rules that name
 * them hold when it is planned again or goes another way.
 */
export async function orderedWith({ models }: PromiseApplication, orderId: string): Promise<OrderedWith> {
  const order = await models.PastOrder.findOne(
    { _id: orderId },
    { 'facts.customerGroups': 1, 'facts.promotionCodes': 1 },
  ).lean<PastOrderDoc>();
  const { customerGroups, promotionCodes } = order?.facts ?? {};
  return {
    ...(customerGroups === undefined ? {} : { customerGroups }),
    ...(promotionCodes === undefined ? {} : { promotionCodes }),
  };
}
