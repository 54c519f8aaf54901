import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import type { Identity } from '../../../schema/identity.ts';
import { entryIdOf } from '../domain/entries.ts';
import { decideReceive } from '../domain/decide.ts';
import { evolveReturn } from '../domain/evolve.ts';
import { refusalOf, type KnownLine } from '../domain/refusal.ts';
import { returnEvent, unitsTaken, type ReturnEvent, type ReturnState } from '../domain/return.ts';
import { feeMinor } from '../domain/terms.ts';
import type { RequestReturnInput } from '../generated/resolverTypes.ts';
import type { OrderFacts } from '../clients/ordersClient.ts';
import type { ToldRefusal } from '../queries/told.ts';
import type { ReturnsApplication } from '../application.ts';
import { chosenPlace, type Chosen } from './chosenPlace.ts';
import { makeExchange } from './exchange.ts';

/** What a request came to; stored under its key. */
export type RequestOutcome = { readonly kind: 'requested'; readonly returnId: string } | ToldRefusal;

/** Most entries of one return. */
const maxEntries = 200;

type Ask = Omit<RequestReturnInput, 'idempotencyKey' | 'cardToken' | 'placeId' | 'pickup' | 'reason'>;
type ExchangeWish = NonNullable<EventPayload<'returns.ReturnRequested'>['exchange']>;

/** What is wanted instead; another variant of a product that comes back costs what that did. */
async function exchangeOf(
  { others }: ReturnsApplication,
  { exchange, lines: asked }: Ask,
  known: readonly KnownLine[],
): Promise<ExchangeWish | undefined> {
  if (exchange == null) return undefined;
  if (exchange.lines.length === 0 || exchange.lines.length > maxEntries)
    throw codedError('BAD_USER_INPUT', 'An exchange names the units wanted instead.', { field: 'exchange' });
  const back = known.filter(({ id }) => asked.some(({ lineId }) => lineId === id));
  const lines = await Promise.all(
    exchange.lines.map(async ({ sku, quantity }) => {
      requireQuantity(quantity);
      const { productId } = await others.variant(sku);
      const as = back.find((line) => productId !== undefined && line.productId === productId);
      return { sku, quantity, ...(as === undefined ? {} : { asLineId: as.id }) };
    }),
  );
  return { when: exchange.when ?? 'AT_ONCE', lines };
}

/** Asks to send units back. The order is seen with the caller's eyes, so that a foreign one looks like none. */
export async function requestReturn(
  application: ReturnsApplication,
  { idempotencyKey, cardToken, placeId, pickup, reason, ...input }: RequestReturnInput,
  who: Identity,
  requestId: string,
): Promise<RequestOutcome> {
  requireAsked(input);
  if (cardToken != null && input.exchange?.when === 'ON_RECEIPT')
    throw codedError('BAD_USER_INPUT', 'What is exchanged on receipt is paid then, with payExchange.', {
      field: 'cardToken',
    });
  const order = await application.orders.visible(input.orderId, who, requestId);
  if (order === null) throw notFound('order');
  requireReason(who, order.owner, reason);
  const words = reason?.trim() || undefined;
  const lines = await knownLines(application, order);
  const exchange = await exchangeOf(application, input, lines);
  const body = {
    ...{ ...input, ...(words === undefined ? {} : { why: words }) },
    ...(placeId == null ? {} : { placeId }),
    ...(pickup == null ? {} : { pickup }),
  };
  const scope = { principal: who.subject, operation: 'requestReturn', key: idempotencyKey, input: body };
  // One request at a time per order: two must not claim the same units. Between processes the claim's row sees to it.
  const { result } = await application.journal.exclusive(`returns-of:${order.id}`, () =>
    application.idempotency.once<RequestOutcome>(scope, async (tx) => {
      // Within the key: a slot that was offered at the first call may be over when it is repeated.
      const chosen = await chosenPlace(application, order, input.method, { placeId, pickup });
      const by = { actor: who.subject, cause: requestId };
      return writeRequest(
        application,
        { order, lines, input, exchange, chosen, staffReason: words, ...by },
        tx,
      );
    }),
  );
  // Repeating the key makes an exchange that was asked for and not made.
  if (result.kind === 'requested' && exchange?.when === 'AT_ONCE')
    await makeExchange(application, result.returnId, cardToken == null ? undefined : { token: cardToken });
  return result;
}

/** BAD_USER_INPUT or INVALID_QUANTITY for what nobody can ask for. */
export function requireAsked(input: Ask): void {
  if (input.lines.length === 0 || input.lines.length > maxEntries)
    throw codedError('BAD_USER_INPUT', `A return has 1 to ${maxEntries} entries.`, { field: 'lines' });
  for (const line of input.lines) requireQuantity(line.quantity);
  const carriers = input.lines.find(({ reason }) => reason === 'UNDELIVERABLE' || reason === 'REFUSED');
  if (input.method === 'CARRIER' || carriers !== undefined)
    throw codedError('BAD_USER_INPUT', 'What a carrier takes back is said by the carrier.', {
      field: carriers === undefined ? 'method' : 'reason',
    });
}

/** The lines of an order with what the terms of their return depend on. */
export async function knownLines({ others }: ReturnsApplication, order: OrderFacts): Promise<KnownLine[]> {
  const skus = [...new Set(order.lines.map(({ sku }) => sku))];
  const variants = new Map(
    await Promise.all(skus.map(async (sku) => [sku, await others.variant(sku)] as const)),
  );
  return order.lines.map(({ id, sku, delivered, customised }) => ({
    ...{ id, sku, delivered, customised, channel: order.channel, country: order.country },
    ...{ productId: variants.get(sku)?.productId, category: variants.get(sku)?.category },
    gtin: variants.get(sku)?.gtin,
  }));
}

/** Writes a return in the caller's transaction, or says why its units cannot be sent back. */
export async function writeRequest(
  application: ReturnsApplication,
  ask: {
    readonly order: OrderFacts;
    readonly lines: readonly KnownLine[];
    readonly input: Ask;
    readonly exchange: ExchangeWish | undefined;
    readonly chosen?: Chosen;
    /** Why somebody at a counter takes it in, or staff ask for it. */
    readonly staffReason?: string | undefined;
    readonly actor: string;
    readonly cause: string;
    /** Location that takes the units in at once. */
    readonly receiveAt?: string;
    /** Who sends a gift back: the return is theirs, not the giver's. */
    readonly giftOf?: string;
  },
  tx: Tx,
): Promise<RequestOutcome> {
  const { order, lines, input, exchange, actor, cause } = ask;
  const { model, claims, journal, newId, newNumber } = application;
  const settings = application.settings.current();
  await claims.take(order.id, tx);
  const earlier = await model.find({ orderId: order.id }).session(tx.session).lean<ReturnState[]>();
  const refusal = refusalOf(input.lines, lines, {
    ...{ deliveredAtMs: order.deliveredAtMs, taken: unitsTaken(earlier), settings },
    nowMs: journal.clock.nowMs(),
  });
  if (refusal !== undefined) return { ...refusal, locale: order.locale };
  const returnId = newId();
  const reasons = input.lines.map(({ reason }) => reason);
  const isFree = exchange !== undefined && settings.exchangesTravelFree;
  const amountMinor = isFree ? 0 : feeMinor(settings, input.method, order, reasons);
  const lineOf = new Map(order.lines.map((line) => [line.id, line]));
  const entries = input.lines.map(({ lineId, quantity, reason }, at) => ({
    ...{ entryId: entryIdOf(returnId, at), lineId, sku: lineOf.get(lineId)?.sku ?? '', quantity, reason },
    unitPriceMinor: lineOf.get(lineId)?.unitPriceMinor ?? 0,
  }));
  const event = returnEvent('returns.ReturnRequested', {
    ...{ returnId, orderId: order.id, lines: entries, number: newNumber(), method: input.method },
    ...(exchange === undefined ? {} : { exchange }),
    ...ask.chosen,
    ...(ask.staffReason === undefined ? {} : { counterReason: ask.staffReason }),
    ...(ask.giftOf === undefined ? {} : { gift: true }),
    ...{ owner: ask.giftOf ?? order.owner, channel: order.channel, locale: order.locale },
    cost: { amountMinor, currency: order.currency },
  });
  const authorized = returnEvent('returns.ReturnAuthorized', { returnId, orderId: order.id });
  const asked: ReturnEvent[] = [event, authorized];
  await runDecision(journal, application.returns, {
    ...{ id: returnId, actor, cause, tx },
    decide: () =>
      ask.receiveAt === undefined ? asked : received(asked, ask.receiveAt, journal.clock.nowMs()),
  });
  return { kind: 'requested', returnId };
}

/** Asked for and received in one step. */
function received(asked: readonly ReturnEvent[], locationId: string, atMs: number): ReturnEvent[] {
  const state = asked.reduce<ReturnState | undefined>(
    (now, event) => evolveReturn(now, event, atMs),
    undefined,
  );
  return [...asked, ...decideReceive(state, [], locationId, atMs)];
}
