import { notFound } from '../../../platform/errors/codedError.ts';
import { orNull } from '../../../platform/graph/orNull.ts';
import { requireScope } from '../../../platform/identity/scopes.ts';
import { mayReadRow, type Identity, type Scope } from '../../../schema/identity.ts';
import type { Context } from '../context.ts';
import type { Shipment } from '../domain/shipment.ts';

/** FORBIDDEN unless the caller holds one of the scopes. */
export function requireAnyScope(identity: Identity, first: Scope, ...others: readonly Scope[]): void {
  if (!others.some((scope) => identity.scopes.includes(scope))) requireScope(identity, first);
}

export const maySee = (identity: Identity, { owner, channel, locationId }: Shipment): boolean =>
  mayReadRow(identity, { owner, channel, locationIds: [locationId] });

/** The shipment if the caller may see it, null otherwise. */
export async function findShipment(id: string, { identity, loaders }: Context): Promise<Shipment | null> {
  const found = await orNull(loaders.shipment.load(id));
  return found !== null && maySee(identity, found) ? found : null;
}

/** The shipment if the caller may see it; a foreign id looks like an unknown one. */
export async function ownShipment(id: string, context: Context): Promise<Shipment> {
  const found = await findShipment(id, context);
  if (found === null) throw notFound('shipment');
  return found;
}
