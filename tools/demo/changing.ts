import { randomUUID } from 'node:crypto';
import type { Callers } from './callers.ts';
import * as operations from './operations.ts';
import { at, chapter, money, say, type Money } from './say.ts';
import { until } from './until.ts';

interface Preview {
  readonly possible: boolean;
  readonly refusals: readonly { readonly part: string; readonly code: string; readonly message: string }[];
  readonly deliveryOptionHandle: string | null;
  readonly latestDeliveryAt: string;
  readonly after: { readonly total: Money; readonly delivery: Money };
  readonly difference: Money;
  readonly toAuthorise: Money;
}

const preview = `query Preview($change: OrderChangeInput!) { previewOrderChange(change: $change) {
  possible refusals { part code message } deliveryOptionHandle latestDeliveryAt
  after { total { amountMinor currency } delivery { amountMinor currency } }
  difference { amountMinor currency } toAuthorise { amountMinor currency } } }`;
const confirm = `mutation Confirm($input: ConfirmOrderChangeInput!) { confirmOrderChange(input: $input) {
  __typename ... on OrderChangeTooLate { code message } } }`;

/** Another flat in the next district. */
const moved = {
  name: 'Camille Exemple',
  line1: '12 rue de Charenton',
  postalCode: '75012',
  city: 'Paris',
  country: 'FR',
  latitude: 48.85,
  longitude: 2.37,
};

/** The customer changes the order before it is handed over: one more, another address, a word for the carrier. */
export async function changeOrder(callers: Callers, orderId: string, sku: string): Promise<void> {
  chapter('The customer changes the order: seen first, then made');
  await make(callers, 'one more of it', { orderId, add: [{ sku, quantity: 1 }] });
  await make(callers, 'to another address', { orderId, address: moved, instructions: 'Third floor, left' });
  const { previewOrderChange: abroad } = await callers.shopper.run<{ previewOrderChange: Preview }>(preview, {
    change: { orderId, address: { ...moved, postalCode: '10115', city: 'Berlin', country: 'DE' } },
  });
  for (const { code, message } of abroad.refusals) say(`not possible: to Berlin - ${code}: ${message}`);
  await until(() => openWork(callers, orderId), (works) => works > 0, 'work on the changed order'); // prettier-ignore
}

async function make({ shopper }: Callers, what: string, change: object): Promise<void> {
  const { previewOrderChange: seen } = await shopper.run<{ previewOrderChange: Preview }>(preview, {
    change,
  });
  say(
    `${what}: ${money(seen.difference)} more, ${money(seen.after.total)} in all, by ${at(seen.latestDeliveryAt, 'Europe/Paris')}; ${money(seen.toAuthorise)} to be authorised`,
  );
  const input = {
    ...{ change, deliveryOptionHandle: seen.deliveryOptionHandle, acceptedDifference: seen.difference },
    ...{ paymentToken: 'tok_ok', idempotencyKey: randomUUID() },
  };
  const outcome = await until(
    async () =>
      (await shopper.run<{ confirmOrderChange: { __typename: string } }>(confirm, { input }))
        .confirmOrderChange,
    ({ __typename }) => __typename !== 'OrderChangeAsked',
    'the locations to answer',
  );
  if (outcome.__typename !== 'OrderChanged')
    throw new Error(`The order was not changed: ${JSON.stringify(outcome)}`);
  say('done, once, however often it is sent');
}

async function openWork({ associate }: Callers, orderId: string): Promise<number> {
  interface Work {
    readonly fulfillmentOrders: {
      readonly edges: readonly { readonly node: { readonly allowedActions: readonly string[] } }[];
    };
  }
  const { fulfillmentOrders } = await associate.run<Work>(operations.work, { orderId });
  return fulfillmentOrders.edges.filter(({ node }) => node.allowedActions.length > 0).length;
}
