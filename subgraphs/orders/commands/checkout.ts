import { codedError } from '../../../platform/errors/codedError.ts';
import { withTransaction } from '../../../platform/mongo/withTransaction.ts';
import type { Idempotency, KeyScope, Steps } from '../../../platform/journal/idempotency.ts';
import type { Claim } from '../../../platform/journal/keyRows.ts';
import { SubgraphError } from '../../../platform/graph/subgraphClient.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { PlaceOrderInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import type { CheckoutDoc, CheckoutRequest } from '../store/checkoutModel.ts';
import type { CartDoc } from '../store/models.ts';
import { checkRequest, claimCart, claimImport, requestOf } from './checkoutClaim.ts';
import type { CheckoutResult } from './checkoutResult.ts';
import { runCheckout } from './checkoutSteps.ts';

/** What a checkout ends with, unless the caller made a mistake. */
export type FinalResult = Exclude<CheckoutResult, { kind: 'error' }>;

/** Turns carts into orders. */
export interface Checkout {
  /** Throws coded errors for the caller's mistakes; everything expected is in the result. */
  place(input: PlaceOrderInput, who: Identity): Promise<FinalResult>;
  /** The same for an order from elsewhere, with the cart it would have had here. */
  placeImported(cart: CartDoc, request: CheckoutRequest, who: Identity, key: string): Promise<FinalResult>;
  /** Ends a checkout that a crash or a vanished caller left behind. */
  resume(checkout: CheckoutDoc): Promise<void>;
}

/** How long one caller may work on a checkout before another may take it over. */
export const checkoutLeaseMs = 30_000;

/** A subgraph that did not answer leaves the checkout open: the same key goes on from there. */
function retryable(error: unknown): never {
  const code = error instanceof SubgraphError ? error.code : '';
  const passing = [
    'DEADLINE_EXCEEDED',
    'SERVICE_UNAVAILABLE',
    'CONFLICT',
    'IDEMPOTENCY_IN_PROGRESS',
  ] as const;
  const found = passing.find((each) => each === code);
  if (found !== undefined)
    throw codedError(found, 'The order is not placed yet; repeat the call with the same idempotency key.');
  throw error;
}

/** What a key stands for. Cart and handle of an import are made anew by each call. */
function keyedInput(request: CheckoutRequest): object {
  if (request.imported === undefined) return request;
  const { cartId: _cart, handle: _handle, ...rest } = request;
  return rest;
}

const scopeOf = (principal: string, key: string, request: CheckoutRequest) => ({
  principal,
  operation: request.imported === undefined ? 'placeOrder' : 'importOrder',
  key,
  input: keyedInput(request),
});

/** Runs a checkout to its end and frees its cart if no order came of it. */
async function finish(
  application: OrdersParts,
  idempotency: Idempotency,
  checkout: CheckoutDoc,
  claim: Claim,
): Promise<CheckoutResult> {
  const { models, crashpoint, journal } = application;
  const result = await runCheckout(application, checkout, claim, idempotency);
  if (result.kind !== 'placed') {
    const mine = { _id: checkout.cart._id, orderId: checkout._id };
    // Together: a cart set free by a checkout that may still be resumed could be ordered twice.
    await withTransaction(journal.connection, async (tx) => {
      const { session } = tx;
      await models.Import.deleteOne({ orderId: checkout._id }, { session });
      await models.Cart.updateOne(mine, { $unset: { orderId: 1 }, $inc: { version: 1 } }, { session });
      await idempotency.close(claim, result, tx);
    });
  }
  crashpoint('checkout.afterClose');
  await models.Checkout.updateOne({ _id: checkout._id }, { $set: { done: true } });
  return result;
}

const orThrow = (result: CheckoutResult): FinalResult => {
  if (result.kind === 'error') throw codedError(result.code, result.message);
  return result;
};

/** The row of a checkout that has been claimed. */
async function claimed({ models }: OrdersParts, orderId: string): Promise<CheckoutDoc> {
  const checkout = await models.Checkout.findOne({ _id: orderId }).lean<CheckoutDoc>();
  if (checkout === null) throw new Error('A claimed checkout has no row.');
  return checkout;
}

type Work = Steps<{ orderId: string }, CheckoutResult>;

export function createCheckout(application: () => OrdersParts, idempotency: Idempotency): Checkout {
  const rest: Work['rest'] = async (claim, { orderId }) => {
    application().crashpoint('checkout.afterClaim');
    return finish(application(), idempotency, await claimed(application(), orderId), claim);
  };
  const run = (scope: KeyScope, first: Work['first']) =>
    idempotency.inSteps<{ orderId: string }, CheckoutResult>(scope, { first, rest });
  return {
    placeImported: async (cart, request, who, key) => {
      const { result } = await run(scopeOf(who.subject, key, request), (tx) =>
        claimImport(application(), cart, { request, who, key }, tx),
      ).catch(retryable);
      return orThrow(result);
    },
    place: async (input, who) => {
      const request = requestOf(input);
      checkRequest(request, who, application().settings.current());
      const { result } = await run(scopeOf(who.subject, input.idempotencyKey, request), (tx) =>
        claimCart(application(), input, who, tx),
      ).catch(retryable);
      return orThrow(result);
    },
    resume: async ({ _id, principal, key, request }) => {
      // The row stands for what was asked, also if an earlier version wrote it down another way.
      const { input: _asked, ...scope } = scopeOf(principal, key, request);
      const { replay } = await idempotency.resume<{ orderId: string }, CheckoutResult>(scope, rest);
      if (replay) await application().models.Checkout.updateOne({ _id }, { $set: { done: true } });
    },
  };
}
