import type { Identity } from '../../../schema/identity.ts';
import type { Buyer } from '../../../test/support/buyer.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';

interface Amount {
  readonly amountMinor: number;
}
type Sums = Readonly<Record<string, Amount>>;

/** What a change would come to, as far as tests look at it. */
export interface Preview {
  readonly possible: boolean;
  readonly refusals: readonly { readonly part: string; readonly code: string }[];
  readonly deliveryOptionHandle: string | null;
  readonly latestDeliveryAt: string;
  readonly difference: Amount;
  readonly after: Sums;
  readonly toAuthorise: Amount;
  readonly toRelease: Amount;
  readonly toRefund: Amount;
  readonly options: readonly {
    readonly handle: string;
    readonly methodType: string;
    readonly latestDeliveryAt: string;
    readonly windowStarts: readonly string[];
    readonly collectAtId: string | null;
    readonly difference: Amount;
    readonly toAuthorise: Amount;
  }[];
}

/** An order, as far as tests of changes look at it. */
export interface ChangedOrder {
  readonly status: string;
  readonly delayed: boolean;
  readonly address: Readonly<Record<string, string | null>>;
  readonly promise: {
    readonly methodType: string;
    readonly currentLatestAt: string;
    readonly originalLatestAt: string;
    readonly collectAtId: string | null;
  };
  readonly lines: readonly {
    readonly id: string;
    readonly sku: string;
    readonly quantities: Readonly<Record<string, number>>;
  }[];
  readonly totals: Sums;
  readonly payments: readonly { readonly kind: string; readonly state: string; readonly amount: Amount }[];
  readonly timeline: {
    readonly edges: readonly { readonly node: { readonly summary: string; readonly by: string } }[];
  };
}

const previewText = `query($change: OrderChangeInput!) { previewOrderChange(change: $change) { possible
  refusals { part code } deliveryOptionHandle latestDeliveryAt difference { amountMinor }
  after { lines { amountMinor } delivery { amountMinor } tax { amountMinor } total { amountMinor } }
  toAuthorise { amountMinor } toRelease { amountMinor } toRefund { amountMinor }
  options { handle methodType latestDeliveryAt windowStarts collectAtId difference { amountMinor }
    toAuthorise { amountMinor } } } }`;
const confirmText = `mutation($input: ConfirmOrderChangeInput!) { confirmOrderChange(input: $input) {
  __typename ... on PaymentDeclined { declineCode } ... on OrderChangeTooLate { code }
  ... on OrderChanged { askedUnits refusedUnits } } }`;
const orderText = `query($id: ID!) { order(id: $id) { status delayed
  address { name line1 postalCode city instructions }
  promise { methodType currentLatestAt originalLatestAt collectAtId }
  lines { id sku quantities { ordered cancelled cancelAsked sourced released shipped } }
  totals { lines { amountMinor } delivery { amountMinor } tax { amountMinor } total { amountMinor }
    outstanding { amountMinor } refunded { amountMinor } captured { amountMinor } }
  payments { kind state amount { amountMinor } }
  timeline(first: 100) { edges { node { summary by } } } } }`;

/** What confirming came to. */
export type Confirmed = Readonly<Record<string, unknown>> & { readonly __typename: string };

export const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
export const sumsOf = ({ totals }: Pick<ChangedOrder, 'totals'>) =>
  Object.fromEntries(Object.entries(totals).map(([name, { amountMinor }]) => [name, amountMinor]));
export const movedIn = ({ payments }: ChangedOrder) =>
  payments.map(({ kind, state, amount }) => [kind, state, amount.amountMinor]);
export const told = ({ timeline }: ChangedOrder): string[] => timeline.edges.map(({ node }) => node.summary);

let keys = 0;

/** Changing orders of a customer, as a client does. */
export function changesOf(application: TradingApplication, buyer: Buyer) {
  const load = async (id: string): Promise<ChangedOrder> => {
    await application.settle();
    return (await application.ok<{ order: ChangedOrder }>('orders', orderText, { id })).order;
  };
  const preview = async (change: object, who = buyer.who): Promise<Preview> => {
    type Answer = { previewOrderChange: Preview | null };
    const answer = await application.ok<Answer>('orders', previewText, { change }, who);
    if (answer.previewOrderChange === null) throw new Error('There is no such order.');
    return answer.previewOrderChange;
  };
  /** The input that confirms a change as its preview says, by the option of a method type if one is named. */
  const agreed = async (change: object, methodType?: string, more: object = {}) => {
    const seen = await preview(change);
    const option = seen.options.find((each) => methodType !== undefined && each.methodType === methodType);
    return {
      ...{ change, paymentToken: 'tok_ok', idempotencyKey: `change-${++keys}` },
      deliveryOptionHandle: option?.handle ?? seen.deliveryOptionHandle,
      acceptedDifference: euros((option ?? seen).difference.amountMinor),
      ...more,
    };
  };
  /** One call, without waiting for anything. */
  const ask = async (input: object, who = buyer.who): Promise<Confirmed> => {
    type Answer = { confirmOrderChange: Confirmed };
    return (await application.ok<Answer>('orders', confirmText, { input }, who)).confirmOrderChange;
  };
  /** Confirms, and asks again under the same key until the end is known. */
  const confirm = async (input: object, who = buyer.who): Promise<Confirmed> => {
    for (let tries = 0; tries < 5; tries++) {
      const outcome = await ask(input, who);
      await application.settle();
      if (outcome.__typename !== 'OrderChangeAsked') return outcome;
    }
    throw new Error('The change has no end.');
  };
  return {
    ...{ load, preview, agreed, ask, confirm },
    code: (input: object, who: Identity = buyer.who): Promise<unknown> =>
      application.code('orders', confirmText, { input }, who),
    previewCode: (change: object, who: Identity = buyer.who): Promise<unknown> =>
      application.code('orders', previewText, { change }, who),
    nextKey: () => `change-${++keys}`,
    /** Units of a SKU that are reserved, by location. */
    reserved: async (sku: string): Promise<Record<string, number>> => {
      const query =
        'query($sku: ID!) { stockPositions(sku: $sku) { edges { node { reserved locationId } } } }';
      type Node = { reserved: number; locationId: string };
      type Answer = { stockPositions: { edges: { node: Node }[] } };
      const { stockPositions } = await application.ok<Answer>('catalog', query, { sku });
      return Object.fromEntries(stockPositions.edges.map(({ node }) => [node.locationId, node.reserved]));
    },
  };
}
