import type { ServerResponse } from 'node:http';
import type { ApolloPath } from '../apollo/apolloPath.ts';
import { createCors } from '../http/cors.ts';
import { createDoorHandler } from '../http/doorHandler.ts';
import type { ErrorShield } from '../http/errorShield.ts';
import type { UpgradeHandler } from '../http/httpHost.ts';
import type { PersistedOperations } from '../http/persisted.ts';
import { createPropagation } from '../http/propagation.ts';
import type { NodeRoute } from '../http/routeTable.ts';
import type { Budget } from '../limits/budget.ts';
import type { Tracing } from '../ops/tracing.ts';
import { createOpenStreams } from '../streams/openStreams.ts';
import { createSocketDoor } from '../streams/socketDoor.ts';
import { createSocketOperations } from '../streams/socketOperations.ts';
import { createStreamAnswers } from '../streams/streamAnswers.ts';
import { createAdmission } from './admission.ts';
import type { Authenticate } from './caller.ts';
import type { DoorConfig } from './doorConfig.ts';
import type { EngineSlot } from './engineSlot.ts';
import type { DoorObserver } from './observer.ts';
import type { RunOperation } from './sharedRuns.ts';

/** One entrance to one schema: GraphQL over HTTP, event streams and WebSocket on one path. */
export interface Door {
  readonly path: string;
  readonly route: NodeRoute;
  readonly upgrade: UpgradeHandler;
  /** Ends event streams and sockets, telling each client to come back. */
  close(graceMs: number): Promise<void>;
}

export interface DoorOptions {
  readonly path: string;
  readonly slot: EngineSlot;
  readonly config: DoorConfig;
  readonly authenticate: Authenticate;
  readonly persisted: PersistedOperations;
  readonly budget: Budget | undefined;
  readonly run: RunOperation;
  readonly apollo: ApolloPath | undefined;
  readonly shield: ErrorShield;
  readonly observer: DoorObserver;
  readonly tracing?: Tracing;
  readonly newId: () => string;
  readonly nowMs: () => number;
  /** Shown to browsers that open the path. */
  readonly page?: (res: ServerResponse) => void;
}

export function createDoor(options: DoorOptions): Door {
  const { path, slot, config, authenticate, shield, observer, newId, nowMs } = options;
  const admission = createAdmission({ slot, persisted: options.persisted, budget: options.budget });
  const cors = createCors(config.cors);
  const propagation = createPropagation(config.propagation);
  const shared = {
    ...{ door: path, admission, authenticate, cors, shield, propagation, observer, newId, nowMs },
    tracing: options.tracing,
  };
  const open = createOpenStreams(nowMs);
  const handle = createDoorHandler({
    ...shared,
    path,
    streams: createStreamAnswers({ door: path, config: config.streams, open, observer, shield }),
    apollo: options.apollo,
    run: options.run,
    trustedProxies: config.trustedProxies,
    bodyBytes: config.bodyBytes,
    timeoutMs: config.timeoutMs,
    ...(options.page && { page: options.page }),
  });
  const sockets = createSocketDoor({
    ...shared,
    config: config.sockets,
    trustedProxies: config.trustedProxies,
    operations: createSocketOperations({
      ...shared,
      subscriptions: config.sockets.subscriptions,
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
      await sockets.close(graceMs);
    },
  };
}
