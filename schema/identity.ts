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
  readonly owner?: string;
  readonly channel?: string;
  /** Locations that work on the row. */
  readonly locationIds?: readonly string[];
}

/** One rule for every row in every subgraph, so that two subgraphs cannot disagree about who sees an order. */
export function mayReadRow(who: Identity, row: RowScope): boolean {
  switch (who.kind) {
    case 'system':
    case 'admin':
      return true;
    case 'agent':
      return who.scopes.includes('orders:read');
    case 'associate':
      return (row.locationIds ?? []).some((id) => who.locationIds?.includes(id) ?? false);
    case 'partner':
      return who.channel !== undefined && row.channel === who.channel;
    case 'guest':
    case 'shopper':
      return row.owner !== undefined && row.owner === who.subject;
    case 'anonymous':
      return false;
    default:
      return who.kind satisfies never;
  }
}

/**
 * The rows of `mayReadRow` as a filter of documents; null when there are none to see. `locationField` names where the
 * documents keep their locations; without it an associate sees none.
 */
export function readableRows(who: Identity, locationField?: string): Record<string, unknown> | null {
  switch (who.kind) {
    case 'system':
    case 'admin':
      return {};
    case 'agent':
      return who.scopes.includes('orders:read') ? {} : null;
    case 'associate':
      return locationField === undefined ? null : { [locationField]: { $in: [...(who.locationIds ?? [])] } };
    case 'partner':
      return who.channel === undefined ? null : { channel: who.channel };
    case 'guest':
    case 'shopper':
      return { owner: who.subject };
    case 'anonymous':
      return null;
    default:
      return who.kind satisfies never;
  }
}
