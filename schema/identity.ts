import { z } from 'zod';

/** The kinds of caller the graph knows. `system` is a subgraph of ours calling another one; it never comes from outside. */
export const identityKinds = [
  'anonymous',
  'guest',
  'shopper',
  'agent',
  'associate',
  'partner',
  'admin',
  'system',
] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** Every scope a token may carry; a field names the ones it needs with `@requiresScopes`. */
export const scopes = [
  'catalog:write',
  'channels:write',
  'customers:privacy',
  'store:sell',
  'stock:read',
  'stock:write',
  'orders:read',
  'orders:write',
  'fulfillment:work',
  'locations:write',
  'shipping:read',
  'shipping:work',
  'carriers:write',
  'returns:work',
  'rules:read',
  'rules:write',
  'insights:read',
  'settings:read',
  'settings:write',
  'partner:trade',
  'clock:write',
  'system',
] as const;
export type Scope = (typeof scopes)[number];

/** Who asks, as verified by the gateway and signed for every subgraph. */
export const identitySchema = z.object({
  /** Opaque id of the caller; rows they own carry it. Never an e-mail address. */
  subject: z.string().min(1).max(200),
  kind: z.enum(identityKinds),
  scopes: z.array(z.string().max(100)).max(50),
  /** Locations an associate works at. */
  locationIds: z.array(z.string().max(100)).max(500).optional(),
  /** The sales channel a partner is bound to. */
  channel: z.string().max(100).optional(),
  /** Groups of customers the caller belongs to, which rules of the promise may ask about. */
  groups: z.array(z.string().min(1).max(100)).max(20).optional(),
  /** Second since the epoch at which the caller's token ends. */
  expiresAt: z.number().int().optional(),
});
export type Identity = z.infer<typeof identitySchema>;

export const anonymous: Identity = { subject: 'anonymous', kind: 'anonymous', scopes: [] };

/** The identity a subgraph uses for its own commands to another subgraph. */
export const systemIdentity = (subgraph: string): Identity => ({
  subject: `system:${subgraph}`,
  kind: 'system',
  scopes: [...scopes],
});

/** What of a row decides who may see it. */
export interface RowScope {
  /** Subject of the shopper or guest the row belongs to. */
  readonly owner?: string | undefined;
  readonly channel?: string | undefined;
  /** Locations that work on the row. */
  readonly locationIds?: readonly string[] | undefined;
}

/**
 * How far a kind of caller reaches: `own` are rows of their own, `orders` are all rows with a scope for orders, `returns`
 * with one for orders or returns, `expected` are rows of their own locations and, with a scope for returns, those that
 * no location has yet.
 */
type Reach = 'all' | 'own' | 'channel' | 'locations' | 'orders' | 'returns' | 'expected' | 'none';

const customerRows = {
  ...{ anonymous: 'none', guest: 'own', shopper: 'own', partner: 'channel', agent: 'orders' },
  ...{ associate: 'locations', admin: 'all', system: 'all' },
} as const satisfies Record<IdentityKind, Reach>;
const anyRow = {
  ...{ anonymous: 'all', guest: 'all', shopper: 'all', partner: 'all', agent: 'all' },
  ...{ associate: 'all', admin: 'all', system: 'all' },
} as const satisfies Record<IdentityKind, Reach>;

/** The kinds of row, and how far each kind of caller reaches: one table, so that two subgraphs cannot disagree. */
export const rowRules = {
  /** No row of anybody. */
  none: anyRow,
  /** Carts: those that an associate opens belong to a store. */
  cart: customerRows,
  order: customerRows,
  /** Fulfillment orders. */
  work: customerRows,
  shipment: customerRows,
  /** Returns, for whoever decides about them. */
  return: { ...customerRows, agent: 'returns' },
  /** Returns, for whoever looks at them or takes them in: goods come back where the customer brings them. */
  expectedReturn: { ...customerRows, agent: 'returns', associate: 'expected' },
  /** Stock at a location: an associate changes that of their own. */
  location: { ...anyRow, associate: 'locations' },
  /** Customers, as they are exported and erased: their own, and any for whoever may. */
  customer: {
    ...{ anonymous: 'none', guest: 'own', shopper: 'own', partner: 'none' },
    ...{ agent: 'all', associate: 'none', admin: 'all', system: 'all' },
  },
  /** Purchase orders: a supplier works at its own location, as an associate or with a partner's token. */
  purchase: {
    ...{ anonymous: 'none', guest: 'none', shopper: 'none', partner: 'locations' },
    ...{ agent: 'orders', associate: 'locations', admin: 'all', system: 'all' },
  },
  /** Sales channels: the channel itself says who sells in it. */
  channel: anyRow,
} as const satisfies Record<string, Readonly<Record<IdentityKind, Reach>>>;
export type RowRule = keyof typeof rowRules;

const holdsAny = (who: Identity, ...wanted: readonly Scope[]): boolean =>
  wanted.some((scope) => who.scopes.includes(scope));
const takesIn = (who: Identity): boolean =>
  holdsAny(who, 'returns:work') && (who.locationIds ?? []).length > 0;
const isUnbound = ({ locationIds = [] }: RowScope): boolean => locationIds.length === 0;

/** One rule for every row in every subgraph, so that two subgraphs cannot disagree about who sees an order. */
export function mayReadRow(who: Identity, row: RowScope, rule: RowRule = 'order'): boolean {
  const reach: Reach = rowRules[rule][who.kind];
  const atOwn = (row.locationIds ?? []).some((id) => who.locationIds?.includes(id) ?? false);
  switch (reach) {
    case 'all':
      return true;
    case 'orders':
      return holdsAny(who, 'orders:read', 'orders:write');
    case 'returns':
      return holdsAny(who, 'orders:read', 'orders:write', 'returns:work');
    case 'locations':
      return atOwn;
    case 'expected':
      return atOwn || (isUnbound(row) && takesIn(who));
    case 'channel':
      return who.channel !== undefined && row.channel === who.channel;
    case 'own':
      return row.owner !== undefined && row.owner === who.subject;
    case 'none':
      return false;
    default:
      return reach satisfies never;
  }
}

/**
 * The rows of `mayReadRow` as a filter of documents; null when there are none to see. `locationField` names where the
 * documents keep their locations; without it an associate sees none.
 */
export function readableRows(
  who: Identity,
  locationField?: string,
  rule: RowRule = 'order',
): Record<string, unknown> | null {
  const reach: Reach = rowRules[rule][who.kind];
  const locations = who.locationIds ?? [];
  switch (reach) {
    case 'all':
      return {};
    case 'orders':
    case 'returns':
      return mayReadRow(who, {}, rule) ? {} : null;
    case 'locations':
      return locationField === undefined ? null : { [locationField]: { $in: [...locations] } };
    case 'expected':
      if (locationField === undefined) return null;
      // Null finds rows without a location.
      return {
        [locationField]: { $in: takesIn(who) ? [...locations, null] : [...locations] },
      };
    case 'channel':
      return who.channel === undefined ? null : { channel: who.channel };
    case 'own':
      return { owner: who.subject };
    case 'none':
      return null;
    default:
      return reach satisfies never;
  }
}

/** Who works for the retailer, and so acts on rows of customers. */
export const isStaff = ({ kind }: Identity): boolean =>
  kind === 'agent' || kind === 'associate' || kind === 'admin';

/**
 * Does this caller see a customer's row whole? Whoever only works on a part of it sees that part and what it takes to send
 * it; the store where it is collected sees all, because it may have to take the money.
 */
export const seesWhole = (who: Identity, row: { readonly collectAtId?: string | undefined }): boolean =>
  who.kind !== 'associate' ||
  (row.collectAtId !== undefined && (who.locationIds ?? []).includes(row.collectAtId));
