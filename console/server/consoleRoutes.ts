import type { HttpRoute } from '../../platform/http/httpRoute.ts';
import { appRoutes } from './appRoutes.ts';
import { createSealed } from './sealed.ts';
import { sessionRoutes, type SessionParts } from './sessionRoutes.ts';
import type { WebFiles } from './webFiles.ts';

export interface ConsoleParts extends Omit<SessionParts, 'sealed'> {
  readonly files: WebFiles;
  /** The deployment's secret; the same in every process that serves the console. */
  readonly secret: string;
}

/** Everything of the console that is served: pages, files, sessions. */
export function consoleRoutes({ files, secret, ...session }: ConsoleParts): HttpRoute[] {
  const sealed = createSealed(secret, 'sessions of the console', session.nowMs);
  return [...appRoutes(files), ...sessionRoutes({ ...session, sealed })];
}
