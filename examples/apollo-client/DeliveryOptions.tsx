import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { CART_OPTIONS, PLACE_ORDER, type Money, type Option } from './operations.ts';

const price = ({ amountMinor, currency }: Money): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(amountMinor / 100);
const time = (at: string, timeZone: string): string =>
  new Date(at).toLocaleString('en', { timeZone, dateStyle: 'medium', timeStyle: 'short' });

interface Props {
  readonly cartId: string;
  readonly onPlaced: (order: { readonly id: string; readonly number: string }) => void;
}

/** Every way to get what is in the cart, each with a button that orders it. */
export function DeliveryOptions({ cartId, onPlaced }: Props) {
  // A handle holds for some minutes only, so options are asked for anew each time the page opens.
  const { data, error } = useQuery(CART_OPTIONS, { variables: { cartId }, fetchPolicy: 'network-only' });
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p>Asking how we can deliver...</p>;
  const { options = [], unavailable = [] } = data.cart?.deliveryOptions ?? {};
  return (
    <ul>
      {options.map((option) => (
        <OptionRow key={option.handle} option={option} cartId={cartId} onPlaced={onPlaced} />
      ))}
      {unavailable.map(({ methodType, detail }) => (
        <li key={`${methodType} ${detail}`}>
          Not possible: {methodType}, {detail}
        </li>
      ))}
    </ul>
  );
}

function OptionRow({ option, cartId, onPlaced }: Props & { readonly option: Option }) {
  // One key for this option of this cart: a second click or a retry gives the same order.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [place, { loading, data, error }] = useMutation(PLACE_ORDER, {
    onCompleted: ({ placeOrder }) =>
      placeOrder.__typename === 'PlaceOrderSuccess' && onPlaced(placeOrder.order),
  });
  const refusal = data && 'message' in data.placeOrder ? data.placeOrder.message : error?.message;
  const payment = { method: 'CARD', token: 'tok_ok' };
  const input = { cartId, deliveryOptionHandle: option.handle, payment, idempotencyKey };
  return (
    <li>
      {option.title}
      {option.collectAt && ` at ${option.collectAt.name}`}: by{' '}
      {time(option.latestDeliveryAt, option.timeZone)} if ordered before{' '}
      {time(option.orderBy, option.timeZone)}, {price(option.price)}, {option.carbon.kgCO2e.toFixed(2)} kg
      CO2e{' '}
      <button disabled={loading} onClick={() => void place({ variables: { input } })}>
        Order
      </button>
      {refusal && <p role="alert">{refusal}</p>}
    </li>
  );
}
