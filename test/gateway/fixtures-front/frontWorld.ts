import { randomUUID } from 'node:crypto';
import type { GatewayOptions } from '../../../gateway/createGateway.ts';
import { createGateway } from '../../../gateway/createGateway.ts';
import type { GatewaySettings } from '../../../gateway/settings.ts';
import { defaultSettings } from '../../../gateway/settings.ts';
import { deriveContract } from '../../../gateway/contracts/deriveContract.ts';
import { silentLog } from '../../../platform/log/log.ts';
import { inProcessTransports } from './inProcess.ts';
import { compose, createShopSchemas, createSwitches, shopSubgraphs } from './shopGraph.ts';

/** The partner contract of the test graph. */
export function partnerSdl(): string {
  const contract = deriveContract(shopSubgraphs(), { include: ['partner'] });
  if (!contract.ok) throw new Error(contract.reasons.join('\n'));
  return contract.supergraphSdl;
}

/** A gateway with two endpoints over subgraphs in process, on a port of its own. */
export async function createWorld(
  settings: Partial<GatewaySettings> = {},
  options: Partial<GatewayOptions> = {},
) {
  const switches = createSwitches();
  const gateway = await createGateway({
    endpoints: [
      { path: '/graphql', supergraphSdl: compose(shopSubgraphs()) },
      { path: '/partner/graphql', supergraphSdl: partnerSdl() },
    ],
    transports: inProcessTransports(createShopSchemas(switches), switches.calls),
    settings: { ...defaultSettings(), ...settings },
    log: silentLog(),
    newId: randomUUID,
    ...options,
  });
  const port = await gateway.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}/graphql`;
  const post = (body: unknown, headers: Record<string, string> = {}, to = url) =>
    fetch(to, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    gateway,
    switches,
    port,
    url,
    partnerUrl: `http://127.0.0.1:${port}/partner/graphql`,
    wsUrl: `ws://127.0.0.1:${port}/graphql`,
    post,
    /** Posts a query and reads the answer. */
    ask: async (query: string, headers: Record<string, string> = {}, to = url) =>
      (await (await post({ query }, headers, to)).json()) as {
        data?: Record<string, unknown> | null;
        errors?: { message: string; path?: unknown[]; extensions?: Record<string, unknown> }[];
      },
    stop: () => gateway.stop(),
    [Symbol.asyncDispose]: () => gateway.stop(),
  };
}
export type World = Awaited<ReturnType<typeof createWorld>>;
