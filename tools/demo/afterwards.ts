import { randomUUID } from 'node:crypto';
import type { Callers } from './callers.ts';
import * as operations from './operations.ts';
import { orderPage } from './orderPage.ts';
import { chapter, money, say, type Money } from './say.ts';
import { until } from './until.ts';

/** Where the return is brought to. */
const returnsAt = 'wh-lesquin';

/** One unit comes back and the money with it. */
export async function sendBack(
  callers: Callers,
  orderId: string,
  { id: lineId, sku }: { readonly id: string; readonly sku: string },
): Promise<void> {
  chapter('A return by the customer, with its label');
  const page = await orderPage(callers, orderId);
  for (const { method, cost, kgCO2e } of page.returnOptions)
    say(`${method}: ${money(cost)}, ${kgCO2e} kg CO2e`);
  const { requestReturn } = await callers.shopper.run<{
    requestReturn: { return?: { id: string; number: string } };
  }>(operations.requestReturn, {
    input: {
      orderId,
      lines: [{ lineId, quantity: 1, reason: 'DOES_NOT_FIT' }],
      method: 'DROP_OFF',
      idempotencyKey: randomUUID(),
    },
  });
  const id = requestReturn.return?.id;
  if (id === undefined) throw new Error(`The return was refused: ${JSON.stringify(requestReturn)}`);
  interface Back {
    readonly return: {
      readonly status: string;
      readonly label: {
        readonly fileName: string;
        readonly contentType: string;
        readonly contentBase64: string;
      } | null;
      readonly refund: Money | null;
    };
  }
  const load = async () => (await callers.shopper.run<Back>(operations.returnById, { id })).return;
  const labelled = await until(load, (found) => found.label !== null, 'the label');
  say(
    `return ${requestReturn.return?.number}, label ${labelled.label?.fileName} (${labelled.label?.contentType}, ${Buffer.from(labelled.label?.contentBase64 ?? '', 'base64').length} bytes)`,
  );
  chapter('Received, inspected, restocked, refunded');
  await callers.associate.run(operations.receiveReturn, {
    input: { id, locationId: returnsAt, idempotencyKey: randomUUID() },
  });
  const before = await onSale(callers, sku);
  await callers.associate.run(operations.inspectReturn, {
    input: { id, findings: [{ lineId, quantity: 1, disposition: 'RESTOCK' }], idempotencyKey: randomUUID() },
  });
  const refunded = await until(load, (found) => found.status === 'REFUNDED', 'the refund');
  const after = await until(
    () => onSale(callers, sku),
    (units) => units > before,
    'the unit to be on sale again',
  );
  say(`inspected and restocked at ${returnsAt}: ${before} units on hand before, ${after} now`);
  say(`refunded ${refunded.refund === null ? 'nothing' : money(refunded.refund)} to the original payment`);
}

async function onSale({ admin }: Callers, sku: string): Promise<number> {
  interface Found {
    readonly stockPositions: { readonly edges: readonly { readonly node: { readonly onHand: number } }[] };
  }
  const { stockPositions } = await admin.run<Found>(operations.stockAt, { sku, at: returnsAt });
  return stockPositions.edges[0]?.node.onHand ?? 0;
}

/** Whether the promise was kept. */
export async function judge(callers: Callers, orderId: string): Promise<void> {
  chapter('Was the promise kept?');
  const page = await until(
    () => orderPage(callers, orderId),
    (order) => order.promiseOutcome !== null,
    'the outcome',
  );
  const outcome = page.promiseOutcome;
  if (outcome === null) return;
  say(
    `${outcome.kept ? 'yes' : 'no'}: promised within ${outcome.promisedDays.toFixed(1)} days, arrived ${Math.abs(outcome.daysLate).toFixed(1)} days ${outcome.daysLate <= 0 ? 'earlier' : 'later'} than that`,
  );
}
