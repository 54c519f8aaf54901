import type { ServerResponse } from 'node:http';
import type { ApolloPath } from '../apollo/apolloPath.ts';
import { createCors } from '../http/cors.ts';
import { createEndpointHandler } from './endpointHandler.ts';
import type { ErrorMask } from '../../platform/http/errorMask.ts';
import type { UpgradeHandler } from '../../platform/http/httpHost.ts';
import type { PersistedOperations } from '../admission/persisted.ts';
import { createPropagation } from '../http/propagation.ts';
import type { NodeRoute } from '../../platform/http/routeTable.ts';
import type { Budget } from '../limits/budget.ts';
import type { Tracing } from '../ops/tracing.ts';
import { createOpenStreams } from '../streams/openStreams.ts';
import { createSocketEndpoint } from '../streams/socketEndpoint.ts';
import { createSocketOperations } from '../streams/socketOperations.ts';
import { createStreamAnswers } from '../streams/streamAnswers.ts';
import { createAdmission } from '../admission/admission.ts';
import type { Authenticate } from '../model/caller.ts';
import type { EndpointConfig } from './endpointConfig.ts';
import type { EngineSlot } from '../admission/engineSlot.ts';
import type { EndpointObserver } from '../model/observer.ts';
import type { RunOperation } from '../admission/sharedRuns.ts';
import { createRechecks } from '../auth/recheck.ts';
import type { Holdings } from '../limits/holdings.ts';
import type { Audit } from '../ops/audit.ts';

/** One entrance to one schema: GraphQL over HTTP, event streams and WebSocket on one path. */
export interface Endpoint {
  readonly path: string;
  readonly route: NodeRoute;
  readonly upgrade: UpgradeHandler;
  /** Ends event streams and sockets, telling each client to come back. */
  close(graceMs: number): Promise<void>;
}

export interface EndpointOptions {
  readonly path: string;
  readonly slot: EngineSlot;
  readonly config: EndpointConfig;
  readonly authenticate: Authenticate;
  readonly persisted: PersistedOperations;
  readonly budget: Budget | undefined;
  readonly run: RunOperation;
  readonly apollo: ApolloPath | undefined;
  readonly mask: ErrorMask;
  readonly observer: EndpointObserver;
  readonly audit: Audit;
  /** What each caller holds open, over all endpoints. */
  readonly sockets: Holdings;
  readonly streams: Holdings;
  /** How often credentials of what is open are looked at again, milliseconds. */
  readonly recheckMs: number;
  readonly tracing?: Tracing;
  readonly newId: () => string;
  readonly nowMs: () => number;
  /** Shown to browsers that open the path. */
  readonly page?: (res: ServerResponse) => void;
}

export function createEndpoint(options: EndpointOptions): Endpoint {
  const { path, slot, config, authenticate, mask, observer, audit, newId, nowMs } = options;
  const admission = createAdmission({ slot, persisted: options.persisted, budget: options.budget });
  const cors = createCors(config.cors);
  const propagation = createPropagation(config.propagation);
  const shared = {
    ...{ endpoint: path, admission, authenticate, cors, mask, propagation, observer, audit, newId, nowMs },
    tracing: options.tracing,
  };
  const open = createOpenStreams(nowMs);
  const rechecks = createRechecks(authenticate, options.recheckMs);
  const { streams } = options;
  const handle = createEndpointHandler({
    ...shared,
    path,
    streams: createStreamAnswers({
      ...{ endpoint: path, config: config.streams, open, observer, mask },
      ...{ streams, rechecks },
    }),
    apollo: options.apollo,
    run: options.run,
    trustedProxies: config.trustedProxies,
    bodyBytes: config.bodyBytes,
    timeoutMs: config.timeoutMs,
    ...(options.page && { page: options.page }),
  });
  const sockets = createSocketEndpoint({
    ...shared,
    config: config.sockets,
    held: options.sockets,
    rechecks,
    trustedProxies: config.trustedProxies,
    operations: createSocketOperations({
      ...shared,
      subscriptions: config.sockets.subscriptions,
      streams,
      queue: config.streams.queue,
      timeoutMs: config.timeoutMs,
    }),
  });
  return {
    path,
    route: { path, handle },
    upgrade: (req, socket, head) => sockets.upgrade(req, socket, head),
    async close(graceMs) {
      open.endAll('closing');
      rechecks.close();
      await sockets.close(graceMs);
    },
  };
}
