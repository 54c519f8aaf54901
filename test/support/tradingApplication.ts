import type { ExecutionResult } from 'graphql';
import { consumes, createSubgraph, type SubgraphSettings } from '../../main/subgraphs.ts';
import { subgraphNames, type SubgraphName } from '../../main/subgraphNames.ts';
import { createSubgraphClient } from '../../platform/graph/subgraphClient.ts';
import type { SubgraphService } from '../../platform/graph/subgraph.ts';
import { seededIds } from '../../platform/ids/ids.ts';
import type { Identity } from '../../schema/identity.ts';
import type { Connection } from '../../platform/mongo/mongoTypes.ts';
import { placeInput, productInput, serviceInput } from './retailerInput.ts';
import { callAs, callers, createWorld, type TestWorld } from './world.ts';

/** All subgraphs in one test process, with a small retailer: places, one carrier service, some variants. */
export interface TradingApplication extends TestWorld {
  /** The database of a subgraph, for invariants read behind the application's back. */
  database(subgraph: SubgraphName): Connection;
  subgraph(name: SubgraphName): SubgraphService;
  run(subgraph: SubgraphName, query: string, variables?: object, who?: Identity): Promise<ExecutionResult>;
  /** Data of an operation that must succeed. */
  ok<T>(subgraph: SubgraphName, query: string, variables?: object, who?: Identity): Promise<T>;
  /** Code of the first error; undefined when it succeeded. */
  code(subgraph: SubgraphName, query: string, variables?: object, who?: Identity): Promise<unknown>;
  /** Puts variants on sale. */
  sell(...variants: { sku: string; priceMinor?: number; [more: string]: unknown }[]): Promise<void>;
  /** Sets counted stock. */
  stock(sku: string, locationId: string, onHand: number, safetyStock?: number): Promise<void>;
}

/** Secret of delivery option handles in tests. */
export const handleSecret = 'a-secret-of-tests-with-at-least-32-chars';

/** Opens the application with `warehouse` and `store` ready to ship. */
export async function openTradingApplication(
  more: Pick<SubgraphSettings, 'mail' | 'publicUrl'> = {},
): Promise<TradingApplication> {
  const world = await createWorld({ consumes });
  const services = new Map<SubgraphName, SubgraphService>();
  const databases = new Map<SubgraphName, Connection>();
  const newId = seededIds('subgraphs', world.clock);
  const settings = {
    ...more,
    production: false,
    secrets: { subgraph: handleSecret, handle: handleSecret, webhook: handleSecret },
  };
  for (const name of subgraphNames) {
    const base = await world.deps(name);
    databases.set(name, base.connection as Connection);
    const client = createSubgraphClient({ caller: name, newId, target: (subgraph) => required(subgraph) });
    services.set(name, createSubgraph(name, { ...base, client }, settings));
  }
  const required = (subgraph: string): SubgraphService => {
    const service = services.get(subgraph as SubgraphName);
    if (service === undefined) throw new Error(`There is no subgraph ${subgraph}.`);
    return service;
  };
  for (const service of services.values()) await world.add(service);

  const run: TradingApplication['run'] = (subgraph, query, variables = {}, who = callers.system) =>
    required(subgraph).execute({ query, variables: { ...variables } }, callAs(who));
  const ok: TradingApplication['ok'] = async <T>(...args: Parameters<TradingApplication['run']>) => {
    const result = await run(...args);
    const [fault] = result.errors ?? [];
    if (fault !== undefined) throw new Error(`${fault.message} (${String(fault.extensions['code'])})`);
    return result.data as T;
  };
  const importOnly = async (
    subgraph: SubgraphName,
    field: string,
    type: string,
    input: object,
  ): Promise<void> => {
    const refusals = subgraph === 'catalog' ? 'refused { message }' : '';
    const query = `mutation($input: ${type}!) { outcome: ${field}(input: $input) { __typename ${refusals} } }`;
    const { outcome } = await ok<{ outcome: { refused?: { message: string }[] } }>(subgraph, query, {
      input,
    });
    const [refused] = outcome.refused ?? [];
    if (refused !== undefined) throw new Error(`${field} refused: ${refused.message}`);
  };
  const application: TradingApplication = {
    ...world,
    database: (subgraph) => databases.get(subgraph) as Connection,
    subgraph: required,
    run,
    ok,
    code: async (...args) => (await run(...args)).errors?.[0]?.extensions['code'],
    sell: async (...variants) => {
      const products = variants.map(({ sku, priceMinor, ...more }) => productInput(sku, priceMinor, more));
      await importOnly('catalog', 'importProducts', 'ImportProductsInput', { products });
      await world.settle();
    },
    stock: async (sku, locationId, onHand, safetyStock = 0) => {
      const positions = [{ sku, locationId, onHand, safetyStock }];
      await importOnly('catalog', 'importStock', 'ImportStockInput', { positions });
      await world.settle();
    },
  };
  const locations = [
    placeInput('warehouse', 'WAREHOUSE', { city: 'Paris', postalCode: '75001' }),
    placeInput('store', 'STORE', { city: 'Lille', postalCode: '59000' }),
  ];
  await importOnly('fulfillment', 'importLocations', 'ImportLocationsInput', { locations });
  await importOnly('shipping', 'importCarrierServices', 'ImportCarrierServicesInput', {
    services: [serviceInput],
  });
  const channel = { code: 'marketplace', name: 'Marketplace', sellers: ['PARTNER', 'AGENT'] };
  const paymentMethods = ['CARD', 'INVOICE'];
  const save = 'mutation($input: SaveChannelInput!) { saveChannel(input: $input) { code } }';
  await ok('orders', save, { input: { ...channel, paymentMethods } });
  await world.settle();
  return application;
}
