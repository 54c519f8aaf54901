import type { GraphClient } from '../../tools/client/graphClient.ts';

/** How long after its stock changed a location's promise changes, ms. */
export interface Freshness {
  readonly p50Ms: number;
  readonly worstMs: number;
  /** Changes measured. */
  readonly changes: number;
}

const CHANGES = 100;
/** A change that shows no sooner is no change that shows. */
const PATIENCE_MS = 10_000;

const place = { locationId: 'st-paris-republique', destination: { country: 'FR', postalCode: '75003' } };
const find = 'query($at: ID!) { stockPositions(locationId: $at, first: 1) { edges { node { sku } } } }';
const spread = 'query($sku: ID!) { stockPositions(sku: $sku, first: 100) { edges { node { locationId } } } }';
const count =
  'mutation($positions: [StockCountInput!]!) { importStock(input: { positions: $positions }) { changed } }';
const ask = 'query($input: PromiseInput!) { promise(input: $input) { options { code } } }';

/**
 * Empties an article everywhere, then puts it into one store and takes it out again, over and over: from the moment
 * the change is acknowledged to the first promise of reserve-and-collect that knows of it, both over HTTP.
 */
export async function measureFreshness(admin: GraphClient): Promise<Freshness> {
  const sku = (await nodes<{ sku: string }>(admin, find, { at: place.locationId }))[0]!.sku;
  const held = await nodes<{ locationId: string }>(admin, spread, { sku });
  const set = (locationIds: readonly string[], onHand: number) =>
    admin.run(count, { positions: locationIds.map((locationId) => ({ sku, locationId, onHand })) });
  const input = {
    ...{ channel: 'web', currency: 'EUR', destination: place.destination, lines: [{ sku, quantity: 1 }] },
    methodTypes: ['RESERVE_AND_COLLECT'],
  };
  const offered = async (): Promise<boolean> =>
    (await admin.run<{ promise: { options: unknown[] } }>(ask, { input })).promise.options.length > 0;
  const until = async (wanted: boolean): Promise<number> => {
    const start = performance.now();
    while ((await offered()) !== wanted) {
      if (performance.now() - start > PATIENCE_MS)
        throw new Error(`Stock of ${sku} never reached its promise.`);
    }
    return performance.now() - start;
  };

  const all = held.map(({ locationId }) => locationId);
  await set(all, 0);
  await until(false);
  const took: number[] = [];
  for (let change = 0; change < CHANGES; change++) {
    const there = change % 2 === 0;
    await set([place.locationId], there ? 50 : 0);
    took.push(await until(there));
  }
  took.sort((a, b) => a - b);
  return { p50Ms: took[CHANGES / 2]!, worstMs: took[CHANGES - 1]!, changes: CHANGES };
}

async function nodes<N>(
  client: GraphClient,
  query: string,
  variables: Record<string, unknown>,
): Promise<N[]> {
  const data = await client.run<{ stockPositions: { edges: { node: N }[] } }>(query, variables);
  return data.stockPositions.edges.map(({ node }) => node);
}
