import type { ExecutionResult } from 'graphql';
import { consumes, createSubgraph, type SubgraphSettings } from '../../main/subgraphs.ts';
import { subgraphNames, type SubgraphName } from '../../main/subgraphNames.ts';
import type { Crashpoint } from '../../platform/crashpoint/crashpoint.ts';
import { createSubgraphClient } from '../../platform/graph/subgraphClient.ts';
import type { SubgraphService } from '../../platform/graph/subgraph.ts';
import { seededIds } from '../../platform/ids/ids.ts';
import { seededRandom } from '../../platform/random/random.ts';
import type { Identity } from '../../schema/identity.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Connection } from '../../platform/mongo/mongoTypes.ts';
import { placeInput, productInput, serviceInput } from './retailerInput.ts';
import { inTurns } from './inTurns.ts';
import { callAs, callers, createWorld, type TestWorld } from './world.ts';

/** All subgraphs in one test process, with a small retailer: places, one carrier service, some variants. */
export interface TradingApplication extends TestWorld {
  /** The database of a subgraph, for invariants read behind the application's back. */
  database(subgraph: SubgraphName): Connection;
  /** A subgraph; its processes in turn, if it has several. */
  subgraph(name: SubgraphName): SubgraphService;
  /** Each process of a subgraph by itself. */
  processes(name: SubgraphName): readonly SubgraphService[];
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

/** How the application is opened. */
export interface TradingOptions extends Pick<SubgraphSettings, 'mail' | 'publicUrl' | 'postalFolder'> {
  /** Processes of each subgraph, on one database. @default TEST_PROCESSES, or 1 */
  readonly processes?: number;
  /** Called at named points of commands; throws where the process should have died. */
  readonly crashpoint?: Crashpoint;
  /** @default none */
  readonly log?: Log;
}

/** Opens the application with `warehouse` and `store` ready to ship. */
export async function openTradingApplication(options: TradingOptions = {}): Promise<TradingApplication> {
  const { log } = options;
  const world = await createWorld({ consumes, ...(log === undefined ? {} : { log }) });
  const { services, processes, databases } = await openSubgraphs(world, options);
  const calls = callsOf(services);
  const application: TradingApplication = {
    ...world,
    ...calls,
    database: (subgraph) => databases.get(subgraph) as Connection,
    subgraph: (name) => required(services, name),
    processes: (name) => processes.get(name) ?? [],
    sell: async (...variants) => {
      const products = variants.map(({ sku, priceMinor, ...more }) => productInput(sku, priceMinor, more));
      await importWhole(calls, 'catalog', 'importProducts', { products });
      await world.settle();
    },
    stock: async (sku, locationId, onHand, safetyStock = 0) => {
      const positions = [{ sku, locationId, onHand, safetyStock }];
      await importWhole(calls, 'catalog', 'importStock', { positions });
      await world.settle();
    },
  };
  await openRetailer(calls);
  await world.settle();
  return application;
}

type Services = ReadonlyMap<string, SubgraphService>;

function required(services: Services, subgraph: string): SubgraphService {
  const service = services.get(subgraph);
  if (service === undefined) throw new Error(`There is no subgraph ${subgraph}.`);
  return service;
}

/** All subgraphs, which find each other in this process. */
async function openSubgraphs(world: TestWorld, options: TradingOptions) {
  const {
    processes: count = Number(process.env['TEST_PROCESSES'] ?? 1),
    crashpoint,
    log: _,
    ...more
  } = options;
  const services = new Map<SubgraphName, SubgraphService>();
  const processes = new Map<SubgraphName, SubgraphService[]>();
  const databases = new Map<SubgraphName, Connection>();
  const newId = seededIds('subgraphs', world.clock);
  const secrets = { subgraph: handleSecret, handle: handleSecret, webhook: handleSecret };
  const settings = { ...more, production: false, secrets };
  for (const name of subgraphNames) {
    const ofThis: SubgraphService[] = [];
    for (let at = 0; at < count; at++) {
      const deps = await world.deps(name);
      const base = crashpoint === undefined ? deps : { ...deps, crashpoint };
      if (at === 0) databases.set(name, base.connection as Connection);
      const client = createSubgraphClient({ caller: name, newId, target: (to) => required(services, to) });
      // Two processes never draw the same numbers.
      const random = at === 0 ? base.random : seededRandom(`${name}#${at}`);
      ofThis.push(createSubgraph(name, { ...base, client, random }, settings));
    }
    processes.set(name, ofThis);
    services.set(name, inTurns(ofThis));
  }
  for (const service of services.values()) await world.add(service);
  return { services, processes, databases };
}

/** Calls of subgraphs, by the system unless another caller is named. */
type Calls = Pick<TradingApplication, 'run' | 'ok' | 'code'>;

function callsOf(services: Services): Calls {
  const run: Calls['run'] = (subgraph, query, variables = {}, who = callers.system) =>
    required(services, subgraph).execute({ query, variables: { ...variables } }, callAs(who));
  return {
    run,
    ok: async <T>(...args: Parameters<Calls['run']>) => {
      const result = await run(...args);
      const [fault] = result.errors ?? [];
      if (fault !== undefined) throw new Error(`${fault.message} (${String(fault.extensions['code'])})`);
      return result.data as T;
    },
    code: async (...args) => (await run(...args)).errors?.[0]?.extensions['code'],
  };
}

/** An import that must not refuse anything. @param field the mutation; its input is of the type named after it. */
async function importWhole(
  { ok }: Calls,
  subgraph: SubgraphName,
  field: string,
  input: object,
): Promise<void> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const refusals = subgraph === 'catalog' ? 'refused { message }' : '';
  const query = `mutation($input: ${type}!) { outcome: ${field}(input: $input) { __typename ${refusals} } }`;
  const { outcome } = await ok<{ outcome: { refused?: { message: string }[] } }>(subgraph, query, { input });
  const [refused] = outcome.refused ?? [];
  if (refused !== undefined) throw new Error(`${field} refused: ${refused.message}`);
}

/** A small retailer: two places, one carrier service, and a channel that partners and agents sell on. */
async function openRetailer(calls: Calls): Promise<void> {
  const locations = [
    placeInput('warehouse', 'WAREHOUSE', { city: 'Paris', postalCode: '75001' }),
    placeInput('store', 'STORE', { city: 'Lille', postalCode: '59000' }),
  ];
  await importWhole(calls, 'fulfillment', 'importLocations', { locations });
  await importWhole(calls, 'shipping', 'importCarrierServices', { services: [serviceInput] });
  const channel = { code: 'marketplace', name: 'Marketplace', sellers: ['PARTNER', 'AGENT'] };
  const paymentMethods = ['CARD', 'INVOICE'];
  const save = 'mutation($input: SaveChannelInput!) { saveChannel(input: $input) { code } }';
  await calls.ok('orders', save, { input: { ...channel, paymentMethods } });
}
