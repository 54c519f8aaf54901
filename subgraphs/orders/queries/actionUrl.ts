import type { OrdersParts } from '../parts.ts';
import type { CheckoutDoc } from '../store/checkoutModel.ts';

/** Where the customer of a payment that waits for them goes on; null when nobody knows. It lies in no journal. */
export async function actionUrl(
  { Checkout }: OrdersParts['models'],
  orderId: string,
  paymentId: string,
): Promise<string | null> {
  const checkout = await Checkout.findOne({ _id: orderId }, { actions: 1 }).lean<
    Pick<CheckoutDoc, 'actions'>
  >();
  return checkout?.actions?.find((each) => each.paymentId === paymentId)?.url ?? null;
}
