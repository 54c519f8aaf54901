/** Shows the two components on a page without a browser, orders home delivery, and prints what a shopper would see. */
import { window } from './dom.ts';
import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { StrictMode, useState } from 'react';
import { createRoot, type Container } from 'react-dom/client';
import WebSocket from 'ws';
import { accessAs } from '../access.ts';
import { openClient } from './client.ts';
import { CREATE_CART, SET_ADDRESS } from './operations.ts';
import { DeliveryOptions } from './DeliveryOptions.tsx';
import { OrderStatus } from './OrderStatus.tsx';

async function fillCart(client: ApolloClient): Promise<string> {
  const { data } = await client.mutate({ mutation: CREATE_CART });
  const cartId = data?.createCart.id ?? '';
  await client.mutate({ mutation: SET_ADDRESS, variables: { cartId } });
  return cartId;
}

function Checkout({ cartId }: { readonly cartId: string }) {
  const [order, setOrder] = useState<{ readonly id: string; readonly number: string }>();
  if (order === undefined) return <DeliveryOptions cartId={cartId} onPlaced={setOrder} />;
  return (
    <main>
      <h1>
        Order {order.number} ({order.id})
      </h1>
      <OrderStatus orderId={order.id} />
    </main>
  );
}

/** Resolves with the first element that fits, now or after a change of the page. */
const shown = (selector: string, text = ''): Promise<HTMLElement> =>
  new Promise((resolve) => {
    const look = () => {
      for (const element of document.querySelectorAll<HTMLElement>(selector))
        if (element.textContent.includes(text)) return resolve(element);
    };
    new window.MutationObserver(look).observe(window.document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    look();
  });

const print = (selector: string): void => {
  for (const { textContent } of document.querySelectorAll(selector)) console.log(textContent);
};

const { client, close } = openClient(accessAs('shopper'), WebSocket);
const cartId = await fillCart(client);
const container: Container = document.body;
const root = createRoot(container);
root.render(
  <StrictMode>
    <ApolloProvider client={client}>
      <Checkout cartId={cartId} />
    </ApolloProvider>
  </StrictMode>,
);
const homeDelivery = await shown('li', 'Home delivery');
print('li');
homeDelivery.querySelector('button')?.click();
await shown('h1');
print('h1');
await shown('h2', 'DELIVERED');
print('ol li');
root.unmount();
await close();
await window.happyDOM.close();
