import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { codedError } from '../../../platform/errors/codedError.ts';
import { staffReason } from '../../../platform/identity/requireReason.ts';
import { requireScope } from '../../../platform/identity/scopes.ts';
import { mayReadRow, type Scope } from '../../../schema/identity.ts';
import { importProducts } from '../commands/importProducts.ts';
import { importStock } from '../commands/stock/importStock.ts';
import type { ReserveOutcome } from '../commands/reservations/reservationCommands.ts';
import type { Context } from '../context.ts';
import type { Reservation } from '../domain/reservation.ts';
import type { LineUnits } from '../domain/units.ts';
import type { Resolvers, ReservationLineInput } from '../generated/resolverTypes.ts';
import { listConditions, listWriteOffs } from '../queries/conditions.ts';
import { listProducts, listStock } from '../queries/lists.ts';
import type { Cause } from '../store/stockStore.ts';
import { orNull } from '../../../platform/graph/orNull.ts';
import { gtin14 } from '../../../platform/values/gtin.ts';
import type { VariantDoc } from '../store/models.ts';

/** Checks the caller's scope again, row by row as it were: a subgraph trusts the signed identity, not the path it came. */
const allowed = ({ identity, requestId }: Context, ...anyOf: readonly Scope[]): Cause => {
  if (!anyOf.some((scope) => identity.scopes.includes(scope))) requireScope(identity, anyOf[0] ?? 'system');
  return { actor: identity.subject, cause: requestId };
};

/** Stock is changed by staff, an associate's at locations of their own. */
const atLocation = (context: Context, ...locationIds: readonly string[]): Cause => {
  if (!locationIds.every((id) => mayReadRow(context.identity, { locationIds: [id] }, 'location')))
    throw codedError('FORBIDDEN', 'Stock is changed at a location of your own.');
  return allowed(context, 'stock:write');
};

const unitsOf = (lines: readonly ReservationLineInput[]): LineUnits[] =>
  lines.map(({ sku, locationId, quantity, future }) => ({
    sku,
    locationId,
    quantity,
    future: future ?? false,
  }));

const reserveResult = (outcome: ReserveOutcome) =>
  outcome.kind === 'reserved'
    ? { __typename: 'ReserveStockSuccess' as const, reservation: outcome.reservation }
    : { __typename: 'ReservationOutOfStock' as const, shortages: [...outcome.shortages] };

/** Most SKUs of one question: the lines of the longest cart. */
const maxSkus = 500;

export const Query: NonNullable<Resolvers['Query']> = {
  catalogSettings: settingsResolvers.read,
  product: (_parent, { id }, { loaders }) => orNull(loaders.product.load(id)),
  products: (_parent, args, { application }) => listProducts(application.models, args),
  variant: (_parent, { sku }, { loaders }) => orNull(loaders.variant.load(sku)),
  variantByGtin: (_parent, { gtin: scanned }, { application }) => {
    const gtin = gtin14(scanned);
    return gtin === undefined
      ? null
      : application.models.Variant.findOne({ gtin }).sort({ _id: 1 }).lean<VariantDoc>();
  },
  variants: async (_parent, { skus }, { loaders }) => {
    if (skus.length > maxSkus)
      throw codedError('BAD_USER_INPUT', `At most ${maxSkus} SKUs are asked for at once.`, { field: 'skus' });
    const found = await Promise.all([...new Set(skus)].map((sku) => orNull(loaders.variant.load(sku))));
    return found.filter((variant) => variant !== null);
  },
  stockPositions: (_parent, args, context) => {
    allowed(context, 'stock:read', 'partner:trade');
    return listStock(context.application.models, args);
  },
  conditionStock: (_parent, { condition, ...args }, context) => {
    allowed(context, 'stock:read');
    return listConditions(context.application.models, condition, args);
  },
  writeOffs: (_parent, args, context) => {
    allowed(context, 'stock:read');
    return listWriteOffs(context.application.models, args);
  },
  cartHold: (_parent, { cartId }, context) => {
    allowed(context, 'system');
    return context.application.reservations.cartHold(cartId);
  },
  reservation: async (_parent, { id }, context) => {
    allowed(context, 'system');
    return context.application.models.Reservation.findOne({
      _id: id,
    }).lean<Reservation>();
  },
};

export const Mutation: NonNullable<Resolvers['Mutation']> = {
  changeCatalogSettings: settingsResolvers.change,
  resetCatalogSettings: settingsResolvers.reset,
  importProducts: async (_parent, { input }, context) => {
    const by = allowed(context, 'catalog:write');
    const outcome = await importProducts(context.application, input, by);
    return { ...outcome, refused: [...outcome.refused] };
  },
  importStock: async (_parent, { input }, context) => {
    const by = atLocation(context, ...input.positions.map(({ locationId }) => locationId));
    const outcome = await importStock(context.application, input, by);
    return { ...outcome, refused: [...outcome.refused] };
  },
  adjustStock: async (_parent, { input }, context) => {
    const { refused, position } = await context.application.adjustments.adjust(
      input,
      atLocation(context, input.locationId),
    );
    return { __typename: refused ? 'AdjustmentBelowReserved' : 'AdjustStockSuccess', position };
  },
  announceReceipt: (_parent, { input }, context) =>
    context.application.adjustments.announce(input, atLocation(context, input.locationId)),
  receiveStock: (_parent, { input }, context) =>
    context.application.adjustments.receive(input, atLocation(context, input.locationId)),
  setSafetyStock: (_parent, { input }, context) => {
    const by = atLocation(context, input.locationId);
    const reason = staffReason(context.identity, input.reason) ?? null;
    return context.application.adjustments.setSafetyStock({ ...input, reason }, by);
  },
  moveConditionStock: (_parent, { input }, context) =>
    context.application.conditions.move(input, atLocation(context, input.locationId)),
  reserveStock: async (_parent, { input }, context) => {
    const by = allowed(context, 'system');
    const { idempotencyKey: key, state, lines } = input;
    if (state !== 'SOFT' && state !== 'FIRM')
      throw codedError('BAD_USER_INPUT', `A reservation begins as SOFT or FIRM, not ${state}.`);
    const ttlSeconds = input.ttlSeconds ?? undefined;
    const cartId = input.cartId ?? undefined;
    const reserve = { key, state, ttlSeconds, cartId, lines: unitsOf(lines) } as const;
    return reserveResult(await context.application.reservations.reserve(reserve, by));
  },
  holdForCart: async (_parent, { input }, context) => {
    const by = allowed(context, 'system');
    const { idempotencyKey, cartId, lines } = input;
    const ttlSeconds = input.ttlSeconds ?? undefined;
    const insteadOf = input.insteadOf ?? undefined;
    const key = `cart:${cartId}:${idempotencyKey}`;
    const hold = { key, state: 'SOFT', ttlSeconds, cartId, insteadOf, lines: unitsOf(lines) } as const;
    const outcome = await context.application.reservations.reserve(hold, by);
    return outcome.kind === 'reserved'
      ? { __typename: 'CartHold', ...outcome.reservation }
      : { __typename: 'ReservationOutOfStock', shortages: [...outcome.shortages] };
  },
  prolongCartHold: (_parent, { cartId, ttlSeconds, idempotencyKey: key }, context) => {
    const by = allowed(context, 'system');
    const prolong = { cartId, key, ttlSeconds: ttlSeconds ?? undefined };
    return context.application.reservations.prolongCartHold(prolong, by);
  },
  freeCartHold: async (_parent, { cartId, idempotencyKey: key }, context) => {
    await context.application.reservations.freeCartHold({ cartId, key }, allowed(context, 'system'));
    return true;
  },
  firmReservation: (_parent, { id }, context) =>
    context.application.reservations.firm(id, allowed(context, 'system')),
  transferReservation: async (_parent, { input }, context) => {
    const by = allowed(context, 'system');
    const { id, idempotencyKey: key, release, take } = input;
    const units = { key, release: unitsOf(release), take: unitsOf(take) };
    return reserveResult(await context.application.reservations.transfer(id, units, by));
  },
  releaseReservation: (_parent, { id, idempotencyKey: key, lines }, context) => {
    const by = allowed(context, 'system');
    const units = { key, lines: lines == null ? undefined : unitsOf(lines) };
    return context.application.reservations.release(id, units, by);
  },
  commitReservation: (_parent, { id, idempotencyKey: key, lines }, context) => {
    const by = allowed(context, 'system');
    return context.application.reservations.commit(id, { key, lines: unitsOf(lines) }, by);
  },
};
