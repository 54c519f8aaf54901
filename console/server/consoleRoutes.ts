import type { HttpRoute } from '../../platform/http/httpRoute.ts';
import { appRoutes } from './appRoutes.ts';
import type { AskGraph } from './askGraph.ts';
import { createSealed } from './sealed.ts';
import { sessionRoutes, type SessionParts } from './sessionRoutes.ts';
import { trackRoutes } from './trackRoutes.ts';
import type { WebFiles } from './webFiles.ts';

export interface ConsoleParts extends Omit<SessionParts, 'sealed'> {
  readonly files: WebFiles;
  /** Asks the graph what the live order page shows. */
  readonly ask: AskGraph;
  /** The deployment's secret; the same in every process that serves the console. */
  readonly secret: string;
}

/** Everything of the console that is served: pages, files, sessions. */
export function consoleRoutes({ files, ask, secret, ...session }: ConsoleParts): HttpRoute[] {
  const sealed = createSealed(secret, 'sessions of the console', session.nowMs);
  return [
    ...appRoutes(files),
    ...trackRoutes({ files, ask, nowMs: session.nowMs }),
    ...sessionRoutes({ ...session, sealed }),
  ];
}
