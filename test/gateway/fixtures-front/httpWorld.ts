import { afterEach, beforeEach } from 'vitest';
import type { GatewaySettings } from '../../../gateway/settings.ts';
import { defaultSettings } from '../../../gateway/settings.ts';
import type { PropagationRules } from '../../../gateway/http/propagation.ts';
import { createPropagation } from '../../../gateway/http/propagation.ts';
import type { HttpSubgraphsOptions } from '../../../gateway/upstream/httpSubgraphs.ts';
import { httpSubgraphs } from '../../../gateway/upstream/httpSubgraphs.ts';
import { createWorld } from './frontWorld.ts';
import type { HttpSubgraph } from './httpSubgraph.ts';
import { startHttpSubgraph } from './httpSubgraph.ts';
import type { Switches } from './shopGraph.ts';
import { compose, createShopSchemas, createSwitches, shopSubgraphs } from './shopGraph.ts';

const { endpoint } = defaultSettings();

/** Answers in a subgraph's place where it returns true. */
export type Misbehaviour = NonNullable<Parameters<typeof startHttpSubgraph>[1]>;

interface Setup {
  rules?: PropagationRules;
  subgraphs?: Partial<HttpSubgraphsOptions>;
  settings?: Partial<GatewaySettings>;
  gateway?: Parameters<typeof createWorld>[1];
}

function startGateway(urls: Record<'products' | 'reviews', string>, setup: Setup) {
  const { rules = { request: [], response: [] }, subgraphs, settings, gateway } = setup;
  return createWorld(
    { endpoint: { ...endpoint, propagation: rules }, ...settings },
    {
      endpoints: [{ path: '/graphql', supergraphSdl: compose(shopSubgraphs(urls)) }],
      transports: httpSubgraphs({ propagation: createPropagation(rules), ...subgraphs }),
      ...gateway,
    },
  );
}

/** Two subgraphs over HTTP, new for every case; `start` puts a gateway before them, stopped with the case. */
export function useHttpSubgraphs() {
  let switches: Switches;
  let products: HttpSubgraph;
  let reviews: HttpSubgraph;
  let misbehave: Misbehaviour;
  let setCookies: string[];
  const stops: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    switches = createSwitches();
    misbehave = () => false;
    setCookies = [];
    const schemas = createShopSchemas(switches);
    products = await startHttpSubgraph(schemas.products, (_req, res) => {
      res.setHeader('set-cookie', setCookies);
      res.setHeader('x-internal', 'node-17');
      return false;
    });
    reviews = await startHttpSubgraph(schemas.reviews, (req, res, body) => {
      res.setHeader('set-cookie', ['reviews=1; Path=/']);
      return misbehave(req, res, body);
    });
    stops.push(
      () => products.stop(),
      () => reviews.stop(),
    );
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  async function start(setup: Setup = {}) {
    const world = await startGateway({ products: products.url, reviews: reviews.url }, setup);
    stops.push(() => world.stop());
    return world;
  }

  return {
    get switches() {
      return switches;
    },
    get products() {
      return products;
    },
    get reviews() {
      return reviews;
    },
    /** How reviews answers from now on, where it answers otherwise than it should. */
    misbehave(how: Misbehaviour) {
      misbehave = how;
    },
    /** Cookies that products sets from now on. */
    setCookies(cookies: string[]) {
      setCookies = cookies;
    },
    /** Stops products now instead of with the case. */
    async stopProducts() {
      await products.stop();
      stops.splice(0, 1);
    },
    /** Something else that ends with the case. */
    onEnd: (stop: () => Promise<unknown>) => void stops.push(stop),
    start,
  };
}
