import { codedError, errorCodeOf } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Identity } from '../../../schema/identity.ts';
import {
  holdSeconds,
  holdsSince,
  unitsOfHold,
  wantedOfHold,
  type CartHold,
  type HoldTerms,
} from '../domain/cartHold.ts';
import type {
  FreeCartUnitsInput,
  HoldCartUnitsInput,
  ProlongCartUnitsInput,
} from '../generated/resolverTypes.ts';
import type { Decision } from '../domain/place.ts';
import type { OrdersParts } from '../parts.ts';
import type { CartDoc } from '../store/models.ts';
import type { CartStore } from './cartStore.ts';
import type { CheckoutResult } from './checkoutResult.ts';
import { refusal } from './refusal.ts';
import { holdLines, newlyShort } from './sourceUnits.ts';

type Refused = Extract<CheckoutResult, { kind: 'outOfStock' | 'promiseExpired' }>;
type Failed = Extract<CheckoutResult, { kind: 'error' }>;

/** What holding the units of a cart came to. */
export type HoldResult = { readonly kind: 'held'; readonly untilMs: number } | Refused;

/** How a cart at checkout holds its units: by one SOFT reservation of the catalogue, which alone says whether it does. */
export interface CartHolds {
  /** Holds the cart's units where the option takes them, all or none, in place of what it held before. */
  hold(input: HoldCartUnitsInput, who: Identity): Promise<HoldResult>;
  /** Holds them until later, unless it has held them long enough or holds none any more. */
  prolong(input: ProlongCartUnitsInput, who: Identity): Promise<CartDoc>;
  /** Gives them back. */
  free(input: FreeCartUnitsInput, who: Identity): Promise<CartDoc>;
  /** Lines were changed: units that the cart does not want any more are given back. */
  fit(cart: CartDoc, who: Identity): Promise<CartDoc>;
}

type Carts = Pick<CartStore, 'open' | 'change'>;
interface Holding {
  readonly parts: OrdersParts;
  readonly carts: Carts;
}

const termsOf = ({ settings }: OrdersParts): HoldTerms => {
  const { cartHoldMinutes, cartHoldLimitMinutes } = settings.current();
  return { holdMs: cartHoldMinutes * 60_000, longestMs: cartHoldLimitMinutes * 60_000 };
};

function requireHoldable(cart: CartDoc): void {
  if (cart.lines.length === 0) throw codedError('CART_EMPTY', 'The cart has no lines; add one first.');
  if (cart.destination === undefined)
    throw codedError('CART_INCOMPLETE', 'The cart has no destination; set its address first.');
}

type Held = { readonly decision: Decision; readonly untilMs: number };

/** Looks for locations that have the units now and holds them there. */
async function holdSomewhere(
  { promise, catalog, settings, newId }: OrdersParts,
  cart: CartDoc,
  { deliveryOptionHandle: handle, windowStartAt }: HoldCartUnitsInput,
  ttlSeconds: number,
): Promise<Held | Refused | Failed> {
  const windowStartAtMs = windowStartAt ?? undefined;
  const { promotionCodes = [] } = cart;
  const excluded: string[] = [];
  let lacking: readonly string[] = [];
  for (let attempt = 1; attempt <= settings.current().sourcingAttempts; attempt++) {
    const asked = { handle, cart, windowStartAtMs, excludedLocationIds: excluded, promotionCodes };
    const sourced = await promise.source(asked, cart._id);
    if (sourced.kind === 'refused') return refusal(sourced, lacking);
    const { decision } = sourced;
    // A key of its own: whatever a lost answer held before is replaced, for a cart has one hold.
    const ask = { key: newId(), cartId: cart._id, ttlSeconds, lines: holdLines(decision) };
    const outcome = await catalog.holdForCart(ask, cart._id);
    if (outcome.kind === 'held') return { decision, untilMs: outcome.untilMs };
    lacking = [...new Set(outcome.shortages.map((each) => each.sku))];
    const short = newlyShort(outcome, excluded);
    if (short.length === 0) break;
    excluded.push(...short);
  }
  return { kind: 'outOfStock', message: 'Some units have just been sold.', skus: lacking };
}

const sameLines = (a: CartDoc, b: CartDoc): boolean =>
  a.lines.length === b.lines.length &&
  a.lines.every(({ id, quantity }, at) => b.lines[at]?.id === id && b.lines[at].quantity === quantity);

async function holdCart(
  { parts, carts }: Holding,
  input: HoldCartUnitsInput,
  who: Identity,
): Promise<HoldResult | Failed> {
  const cart = await carts.open(input.cartId, who);
  const nowMs = parts.journal.clock.nowMs();
  const sinceMs = holdsSince(cart.held, nowMs);
  const ttlSeconds = holdSeconds(sinceMs, termsOf(parts), nowMs);
  if (ttlSeconds === 0)
    return {
      ...{ kind: 'error', code: 'CART_HOLD_LIMIT' },
      message: 'The cart has held its units long enough; order it, or free it first.',
    };
  const found = await holdSomewhere(parts, cart, input, ttlSeconds);
  if ('kind' in found) return found;
  parts.crashpoint('cartHold.afterHold');
  const { decision, untilMs } = found;
  const windowStartAtMs = input.windowStartAt ?? undefined;
  const held: CartHold = {
    ...{ sinceMs, untilMs, handle: input.deliveryOptionHandle, decision, lines: holdLines(decision) },
    ...(windowStartAtMs === undefined ? {} : { windowStartAtMs }),
  };
  try {
    await carts.change(cart._id, who, (now) => {
      if (!sameLines(now, cart))
        throw codedError('CONFLICT', 'The cart was changed meanwhile; ask for delivery options again.');
      return { ...now, held };
    });
  } catch (error) {
    // Ordered, changed or gone meanwhile: this hold is for a cart that is no more. One that an order took is its own.
    await parts.catalog.freeCart(cart._id, parts.newId());
    const code = errorCodeOf(error);
    if (code !== 'CONFLICT' && code !== 'CART_ORDERED') throw error;
    return { kind: 'error', code, message: error instanceof Error ? error.message : '' };
  }
  return { kind: 'held', untilMs };
}

async function holdOnce(
  holding: Holding,
  idempotency: Idempotency,
  { idempotencyKey: key, ...input }: HoldCartUnitsInput,
  who: Identity,
): Promise<HoldResult> {
  const scope = { principal: who.subject, operation: 'holdCartUnits', key, input };
  requireHoldable(await holding.carts.open(input.cartId, who));
  const { result } = await idempotency.inSteps<object, HoldResult | Failed>(scope, {
    first: () => Promise.resolve({}),
    rest: async (claim) => {
      const held = await holdCart(holding, { idempotencyKey: key, ...input }, who);
      await idempotency.close(claim, held);
      return held;
    },
  });
  return orThrow(result);
}

function orThrow(result: HoldResult | Failed): HoldResult {
  if (result.kind === 'error') throw codedError(result.code, result.message);
  return result;
}

async function prolong(
  { parts, carts }: Holding,
  { cartId, idempotencyKey }: ProlongCartUnitsInput,
  who: Identity,
): Promise<CartDoc> {
  const cart = await carts.open(cartId, who);
  const nowMs = parts.journal.clock.nowMs();
  const { held } = cart;
  if (held === undefined || held.untilMs <= nowMs) return cart;
  const ttlSeconds = holdSeconds(held.sinceMs, termsOf(parts), nowMs);
  if (ttlSeconds === 0) return cart;
  const untilMs = await parts.catalog.prolongCart(cartId, { key: idempotencyKey, ttlSeconds });
  return carts.change(cartId, who, ({ held: before, ...now }) =>
    before === undefined || untilMs === null ? now : { ...now, held: { ...before, untilMs } },
  );
}

async function fit({ parts, carts }: Holding, cart: CartDoc, who: Identity): Promise<CartDoc> {
  const { held } = cart;
  const nowMs = parts.journal.clock.nowMs();
  if (held === undefined || held.untilMs <= nowMs) return cart;
  const lines = wantedOfHold(held.lines, cart.lines);
  if (unitsOfHold(lines) === unitsOfHold(held.lines)) return cart;
  const key = parts.newId();
  if (lines.length === 0) await parts.catalog.freeCart(cart._id, key);
  else {
    const ttlSeconds = Math.max(1, Math.floor((held.untilMs - nowMs) / 1_000));
    await parts.catalog.holdForCart({ key, cartId: cart._id, ttlSeconds, lines }, cart._id);
  }
  return carts.change(cart._id, who, ({ held: before, ...now }) =>
    before === undefined || lines.length === 0 ? now : { ...now, held: { ...before, lines } },
  );
}

export function createCartHolds(parts: () => OrdersParts, carts: Carts, idempotency: Idempotency): CartHolds {
  const holding = (): Holding => ({ parts: parts(), carts });
  return {
    hold: (input, who) => holdOnce(holding(), idempotency, input, who),
    prolong: (input, who) => prolong(holding(), input, who),
    free: async ({ cartId, idempotencyKey }, who) => {
      await carts.open(cartId, who);
      await parts().catalog.freeCart(cartId, idempotencyKey);
      return carts.change(cartId, who, ({ held: _gone, ...cart }) => cart);
    },
    fit: (cart, who) => fit(holding(), cart, who),
  };
}
