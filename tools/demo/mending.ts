import { randomUUID } from 'node:crypto';
import type { Bought } from './buying.ts';
import type { Callers } from './callers.ts';
import { fulfil } from './fulfilling.ts';
import { sayToldSoFar } from './messages.ts';
import * as operations from './operations.ts';
import { at, chapter, money, say, type Money } from './say.ts';
import { until } from './until.ts';

interface Mended {
  readonly order: {
    readonly status: string;
    readonly lines: readonly {
      readonly id: string;
      readonly sku: string;
      readonly quantities: Readonly<Record<string, number>>;
    }[];
    readonly totals: { readonly captured: Money; readonly refunded: Money };
    readonly shipments: readonly {
      readonly id: string;
      readonly milestone: string;
      readonly isReturn: boolean;
    }[];
  };
}

const look = async ({ agent }: Callers, id: string): Promise<Mended['order']> =>
  (await agent.run<Mended>(operations.mended, { id })).order;

/** A parcel never arrives: the same is sent again without a new charge. */
export async function sendAgain(callers: Callers, { id, number, lines }: Bought): Promise<void> {
  await fulfil(callers, id);
  chapter('The parcel is lost: an agent sends the same again');
  const line = lines[0];
  await until(
    () => look(callers, id),
    ({ lines: now, totals }) =>
      now.some(({ quantities }) => quantities['shipped'] === 1) && totals.captured.amountMinor > 0,
    'the hand-over and the money for it',
  );
  if (line === undefined) throw new Error('The order has no lines.');
  const { reshipUnits } = await callers.agent.run<{ reshipUnits: { outcome: string; lineIds: string[] } }>(
    operations.reship,
    {
      input: {
        ...{ orderId: id, trouble: 'LOST', reason: 'it never came', idempotencyKey: randomUUID() },
        lines: [{ lineId: line.id, quantity: 1 }],
      },
    },
  );
  say(`order ${number}: ${reshipUnits.outcome.toLowerCase()}`);
  const first = new Set((await look(callers, id)).shipments.map((each) => each.id));
  await fulfil(callers, id);
  const isSecond = (each: Mended['order']['shipments'][number]): boolean =>
    !each.isReturn && !first.has(each.id) && each.milestone === 'HANDED_OVER';
  const sent = await until(
    () => look(callers, id),
    ({ shipments }) => shipments.some(isSecond),
    'the second parcel',
  );
  const second = sent.shipments.find(isSecond);
  const play = { shipmentId: second?.id, scenario: 'ON_TIME' };
  await callers.admin.run(operations.simulate, { input: play });
  const done = await until(
    () => look(callers, id),
    ({ lines: now }) => now.some(({ quantities }) => quantities['delivered'] === 1),
    'the delivery of the second parcel',
  );
  const lost = done.lines.reduce((sum, { quantities }) => sum + (quantities['writtenOff'] ?? 0), 0);
  say(
    `${lost} written off, 1 delivered; captured ${money(done.totals.captured)}, refunded ${money(done.totals.refunded)}`,
  );
  await sayToldSoFar(callers, id, 'PARCEL_DELIVERED');
}

/** Another variant of the same product that is in stock. */
export async function otherSize({ shopper }: Callers, sku: string): Promise<string> {
  interface Sizes {
    readonly variant: {
      readonly product: {
        readonly variants: readonly {
          readonly sku: string;
          readonly availability: { readonly availableToPromise: number };
        }[];
      };
    };
  }
  const { variant } = await shopper.run<Sizes>(operations.otherSizes, { sku });
  const other = variant.product.variants.find(
    (each) => each.sku !== sku && each.availability.availableToPromise > 0,
  );
  if (other === undefined) throw new Error('There is no other size.');
  return other.sku;
}

interface Place {
  readonly method: string;
  readonly name: string | null;
  readonly location: { readonly id: string } | null;
  readonly distanceMetres: number | null;
  readonly cost: Money;
  readonly open: { readonly from: string; readonly until: string } | null;
  readonly slots: readonly { readonly from: string }[];
}

/** When a place takes it: it is open now, opens, or comes by. */
function whenOf(open: Place['open'], slots: Place['slots']): string {
  const zone = 'Europe/Paris';
  if (open !== null && Date.parse(open.from) <= Date.now())
    return `, open now, until ${at(open.until, zone)}`;
  const from = open?.from ?? slots[0]?.from;
  return from === undefined ? '' : `, from ${at(from, zone)}`;
}

/** What arrived does not fit: another size for it, brought to a store near the customer. */
export async function exchange(callers: Callers, { id, lines }: Bought, sku: string): Promise<void> {
  chapter('An exchange: another size, brought back to a store near by');
  interface Places {
    readonly order: { readonly returnPlaces: readonly Place[] };
  }
  const { returnPlaces } = (await callers.shopper.run<Places>(operations.returnPlaces, { id })).order;
  for (const { method, name, distanceMetres, cost, open, slots } of returnPlaces) {
    const where =
      name === null ? 'picked up at home' : `${name}, ${((distanceMetres ?? 0) / 1_000).toFixed(1)} km`;
    say(`${method}: ${where}, ${money(cost)}${whenOf(open, slots)}`);
  }
  const store = returnPlaces.find(({ method }) => method === 'IN_STORE');
  const delivered = (await look(callers, id)).lines.find(({ quantities }) => quantities['delivered'] === 1);
  const placeId = store?.location?.id;
  interface Asked {
    readonly requestReturn: {
      readonly message?: string;
      readonly return?: { readonly id: string; readonly number: string };
    };
  }
  const { requestReturn } = await callers.shopper.run<Asked>(operations.requestReturn, {
    input: {
      ...{ orderId: id, method: 'IN_STORE', idempotencyKey: randomUUID() },
      ...(placeId === undefined ? {} : { placeId }),
      lines: [{ lineId: delivered?.id ?? lines[0]?.id, quantity: 1, reason: 'DOES_NOT_FIT' }],
      exchange: { when: 'AT_ONCE', lines: [{ sku, quantity: 1 }] },
    },
  });
  const returnId = requestReturn.return?.id;
  if (returnId === undefined) throw new Error(requestReturn.message ?? 'The exchange was refused.');
  interface Exchanged {
    readonly return: {
      readonly reason: readonly { readonly reasonText: string }[];
      readonly exchange: { readonly status: string; readonly code: string | null };
    };
  }
  const load = async () =>
    (await callers.shopper.run<Exchanged>(operations.exchanged, { id: returnId })).return;
  const done = await until(load, (found) => found.exchange.status !== 'ASKED', 'the exchange');
  const { totals } = await look(callers, id);
  say(
    `return ${requestReturn.return?.number} (${done.reason[0]?.reasonText}): ${done.exchange.status.toLowerCase()}`,
  );
  say(
    `${sku} is ordered in its place, before the other is back; captured ${money(totals.captured)}, refunded ${money(totals.refunded)}`,
  );
}
