import type { Clock } from '../platform/clock/clock.ts';
import type { ClientDocument } from '../platform/graph/clientDocument.ts';
import {
  createSubgraphClient,
  type SubgraphClient,
  type SubgraphTarget,
} from '../platform/graph/subgraphClient.ts';
import { uuidIds } from '../platform/ids/ids.ts';
import { seededRandom } from '../platform/random/random.ts';
import { scopes, type Identity } from '../schema/identity.ts';
import { retailerChannels } from './channels.ts';
import { retailerLocations } from './locations.ts';
import { retailerProducts } from './products.ts';
import { retailerServices } from './services.ts';
import { retailerSettings } from './settings.ts';
import { startingStock } from './stock.ts';

const seed = 'maison-lumen';
/** Who loads the retailer: an administrator, through the same commands as anybody else. */
const loader: Identity = {
  subject: 'retailer-loader',
  kind: 'admin',
  scopes: scopes.filter((scope) => scope !== 'system'),
};
const mostAtOnce = 500;
const anyLocation: ClientDocument<
  { readonly locations: { readonly edges: readonly unknown[] } },
  Readonly<Record<string, never>>
> = {
  subgraph: 'fulfillment',
  text: 'query AnyLocation { locations(first: 1) { edges { node { id } } } }',
};

function* chunks<T>(rows: readonly T[], size: number): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}

/**
 * Loads the ready-made retailer into an empty application; an application with locations is left as it is. Returns the locations
 * at which the ready-made store associate works.
 */
export async function loadRetailer(
  target: (subgraph: string) => SubgraphTarget,
  clock: Clock,
  progress: (step: string) => void = () => undefined,
): Promise<string[]> {
  const client = createSubgraphClient({ caller: 'retailer', newId: uuidIds(), target });
  const { locations: known } = await client.call(anyLocation, { variables: {} });
  const locations = retailerLocations(new Date(clock.nowMs()).getUTCFullYear());
  if (known.edges.length === 0) {
    progress('the ready-made retailer, once');
    await loadAll(client, clock, locations);
  }
  return staffLocations(clock);
}

/** Locations at which the ready-made store associate works: all that hold stock. */
export const staffLocations = (clock: Clock): string[] =>
  retailerLocations(new Date(clock.nowMs()).getUTCFullYear())
    .filter((location) => location.kind !== 'PICKUP_POINT')
    .map((location) => location.id);

async function loadAll(
  client: SubgraphClient,
  clock: Clock,
  locations: ReturnType<typeof retailerLocations>,
): Promise<void> {
  const random = seededRandom(seed);
  const send = async (subgraph: string, field: string, type: string, input: object): Promise<void> => {
    const query = `mutation($input: ${type}!) { ${field}(input: $input) { __typename } }`;
    await client.callText(subgraph, query, { variables: { input }, identity: loader, timeoutMs: 60_000 });
  };
  await decideSettings(client);
  await send('shipping', 'importCarrierServices', 'ImportCarrierServicesInput', {
    services: retailerServices,
  });
  await send('fulfillment', 'importLocations', 'ImportLocationsInput', { locations });
  for (const channel of retailerChannels)
    await send('orders', 'saveChannel', 'SaveChannelInput', { ...channel, reason: 'the retailer begins' });
  const products = retailerProducts(random, clock.nowMs());
  for (const batch of productBatches(products))
    await send('catalog', 'importProducts', 'ImportProductsInput', { products: batch });
  const skus = products.flatMap((product) => product.variants.map((variant) => variant.sku));
  for (const positions of chunks(startingStock(random, skus, locations), mostAtOnce))
    await send('catalog', 'importStock', 'ImportStockInput', { positions });
}

/** Sets what the retailer decides, through the same commands as anybody; what somebody has changed is left as it is. */
async function decideSettings(client: SubgraphClient): Promise<void> {
  for (const [subgraph, values] of Object.entries(retailerSettings)) {
    const read = `{ settings: ${subgraph}Settings { version } }`;
    const found = (await client.callText(subgraph, read, { identity: loader })) as {
      readonly settings: { readonly version: number };
    };
    if (found.settings.version !== 0) continue;
    const name = `change${subgraph.charAt(0).toUpperCase()}${subgraph.slice(1)}Settings`;
    const query = `mutation($input: ChangeSettingsInput!) { ${name}(input: $input) { version } }`;
    const changes = Object.entries(values).map(([key, value]) => ({ key, value }));
    const input = { version: 0, changes, reason: 'terms of the ready-made retailer', idempotencyKey: seed };
    await client.callText(subgraph, query, { variables: { input }, identity: loader });
  }
}

/** Products in groups of at most 500 variants. */
function* productBatches(products: ReturnType<typeof retailerProducts>): Generator<typeof products> {
  let batch: typeof products = [];
  let variants = 0;
  for (const product of products) {
    if (variants + product.variants.length > mostAtOnce) {
      yield batch;
      [batch, variants] = [[], 0];
    }
    batch.push(product);
    variants += product.variants.length;
  }
  yield batch;
}
