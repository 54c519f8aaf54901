import { useState } from 'react';
import { useMutation } from 'urql';
import { useLocation } from 'wouter';
import { useFaultText } from '../../../client/faults.ts';
import { newKey } from '../../../client/newKey.ts';
import { usePreferences } from '../../../client/preferences.ts';
import { shopPlaceOrder, type ShopPlaceOrderResult } from '../generated/operations.ts';
import { rememberCart } from './cartMemory.ts';
import type { Option } from './OptionText.tsx';
import type { Cart } from './useCart.ts';

/** What is ordered. */
export interface Placing {
  readonly cart: Cart;
  readonly option: Option | undefined;
  /** The promise is over: options are asked for anew. */
  readonly onExpired: () => void;
}

/** Places the order. A key holds until the graph has answered, so that two clicks place one order. */
export function usePlaceOrder({ cart, option, onExpired }: Placing) {
  const faultText = useFaultText();
  const { language: locale } = usePreferences();
  const [, goTo] = useLocation();
  const [fault, setFault] = useState('');
  const [idempotencyKey, setKey] = useState(newKey);
  const [accepted, setAccepted] = useState<Cart['subtotal']>();
  const [{ fetching }, place] = useMutation(shopPlaceOrder);
  const tell = (result: ShopPlaceOrderResult['placeOrder']): void => {
    switch (result.__typename) {
      case 'PlaceOrderSuccess':
      case 'PaymentActionRequired':
        rememberCart('');
        return goTo(`/orders/${encodeURIComponent(result.order.id)}`, { replace: true });
      case 'OutOfStock':
        setFault(result.outOfStock);
        return onExpired();
      case 'PromiseExpired':
        setFault(result.expired);
        return onExpired();
      case 'PriceChanged':
        setFault(result.priceChanged);
        return setAccepted(result.subtotalNow);
      case 'PaymentDeclined':
        return setFault(result.declined);
      default:
        return result satisfies never;
    }
  };
  const submit = async (card: string): Promise<void> => {
    if (option === undefined) return;
    const [window] = option.windows;
    const acceptedSubtotal = accepted && { amountMinor: accepted.amountMinor, currency: accepted.currency };
    const input = {
      ...{ cartId: cart.id, deliveryOptionHandle: option.handle, idempotencyKey, acceptedSubtotal },
      payment: { method: 'CARD' as const, token: card },
      ...(option.methodType === 'SCHEDULED' && window !== undefined && { windowStartAt: window.startAt }),
    };
    const { data, error } = await place({ input, locale });
    if (error) return setFault(faultText(error));
    setKey(newKey());
    if (data) tell(data.placeOrder);
  };
  return { fault, fetching, accepted, submit };
}
