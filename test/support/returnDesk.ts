import { deliver, firstWorkOn, handOver, type Work } from './staff.ts';
import { buyShoes, openShoeShop, type ShoeShop } from './shoeShop.ts';
import type { Identity } from '../../schema/identity.ts';
import { callers } from './world.ts';

/** A return as these tests read it. */
export interface SeenReturn {
  readonly id: string;
  readonly status: string;
  readonly cost: { readonly amountMinor: number };
  readonly refund: { readonly amountMinor: number } | null;
  readonly shipment: { readonly id: string } | null;
  readonly lines: readonly {
    readonly entryId: string;
    readonly lineId: string;
    readonly quantity: number;
    readonly received: number;
    readonly open: number;
    readonly reason: string;
  }[];
}

export const returnFields = `id status cost { amountMinor } refund { amountMinor } shipment { id }
  lines { entryId lineId quantity received open reason }`;
const requestText = `mutation($input: RequestReturnInput!) { requestReturn(input: $input) { __typename
  ... on RequestReturnSuccess { return { ${returnFields} } } ... on NotReturnable { code lineIds } } }`;
const moneyText = `query($id: ID!) { order(id: $id) { status totals { refunded { amountMinor } captured { amountMinor } }
  payments { kind state amount { amountMinor } }
  lines { quantities { ordered delivered cancelled writtenOff returned returnRequested } } } }`;

/** Units bought, and the work that sent them. */
export interface Sold {
  readonly orderId: string;
  readonly lineId: string;
  readonly work: Work;
}

interface SeenOrder {
  readonly status: string;
  readonly totals: {
    readonly refunded: { readonly amountMinor: number };
    readonly captured: { readonly amountMinor: number };
  };
  readonly payments: readonly {
    readonly kind: string;
    readonly state: string;
    readonly amount: { readonly amountMinor: number };
  }[];
  readonly lines: readonly { readonly quantities: Record<string, number> }[];
}

let keys = 0;
export const newKey = (): string => `desk-${++keys}`;
export const worker = callers.agent(['returns:work', 'orders:read', 'orders:write']);

type Change = [subgraph: 'returns' | 'orders', values: Readonly<Record<string, unknown>>];

/** Changes settings of a subgraph. */
async function changeSettings(
  application: ShoeShop['application'],
  ...[subgraph, values]: Change
): Promise<void> {
  const name = subgraph === 'returns' ? 'Returns' : 'Orders';
  const read = `{ s: ${subgraph}Settings { version } }`;
  const { s } = await application.ok<{ s: { version: number } }>(subgraph, read, {}, callers.admin);
  const query = `mutation($input: ChangeSettingsInput!) { change${name}Settings(input: $input) { version } }`;
  const changes = Object.entries(values).map(([key, value]) => ({ key, value }));
  const input = { version: s.version, changes, reason: 'as decided', idempotencyKey: newKey() };
  await application.ok(subgraph, query, { input }, callers.admin);
}

/** The shoe shop with everything a return needs, in few words. */
export async function openReturnDesk(shoes = 100) {
  const shop: ShoeShop = await openShoeShop(shoes);
  const { application, buyer } = shop;
  const act = async (
    name: string,
    type: string,
    input: object,
    who: Identity = worker,
  ): Promise<SeenReturn> => {
    const query = `mutation($input: ${type}!) { done: ${name}(input: $input) { ${returnFields} } }`;
    const variables = { input: { key: newKey(), ...input } };
    const { done } = await application.ok<{ done: SeenReturn }>('returns', query, variables, who);
    await application.settle();
    return done;
  };
  const sent = async (quantity: number): Promise<Sold> => {
    const order = await buyShoes(shop, quantity);
    return { ...order, work: await handOver(application, await firstWorkOn(application, order.orderId)) };
  };
  const delivered = async (quantity: number): Promise<Sold> => {
    const sold = await sent(quantity);
    await deliver(application, sold.orderId, sold.work);
    return sold;
  };
  /** Asks to send units back; the return, or the code of the refusal. */
  const ask = async (
    sold: Pick<Sold, 'orderId' | 'lineId'>,
    entries: readonly (readonly [quantity: number, reason: string])[],
    more: object = {},
  ): Promise<SeenReturn | string> => {
    const lines = entries.map(([quantity, reason]) => ({ lineId: sold.lineId, quantity, reason }));
    const input = { orderId: sold.orderId, method: 'DROP_OFF', idempotencyKey: newKey(), lines, ...more };
    type Answer = { requestReturn: { return?: SeenReturn; code?: string } };
    const { requestReturn } = await application.ok<Answer>('returns', requestText, { input }, buyer.who);
    await application.settle();
    return requestReturn.return ?? requestReturn.code ?? '';
  };
  const asked = async (...args: Parameters<typeof ask>): Promise<SeenReturn> => {
    const answer = await ask(...args);
    if (typeof answer === 'string') throw new Error(`Refused: ${answer}`);
    return answer;
  };
  const order = async (id: string): Promise<SeenOrder> =>
    (await application.ok<{ order: SeenOrder }>('orders', moneyText, { id })).order;
  const look = async (id: string, who: Identity = buyer.who): Promise<SeenReturn | null> => {
    const query = `query($id: ID!) { return(id: $id) { ${returnFields} } }`;
    return (await application.ok<{ return: SeenReturn | null }>('returns', query, { id }, who)).return;
  };
  const decide = (...change: Change): Promise<void> => changeSettings(application, ...change);
  return {
    ...{ ...shop, sent, delivered, ask, asked, act, order, look, decide },
    receive: (id: string, more: object = {}) =>
      act('receiveReturn', 'ReceiveReturnInput', { id, locationId: 'warehouse', ...more }),
    inspect: (id: string, ...findings: readonly object[]) =>
      act('inspectReturn', 'InspectReturnInput', { id, findings }),
    refunds: async (id: string): Promise<number[]> =>
      (await order(id)).payments
        .filter(({ kind, state }) => kind === 'REFUND' && state === 'SUCCEEDED')
        .map(({ amount }) => amount.amountMinor),
  };
}
export type ReturnDesk = Awaited<ReturnType<typeof openReturnDesk>>;
