import { askGraphAt } from '../console/server/askGraph.ts';
import { consoleRoutes } from '../console/server/consoleRoutes.ts';
import { developmentSignIn } from '../console/server/developmentSignIn.ts';
import { oidcSignIn } from '../console/server/oidcSignIn.ts';
import type { SignIn } from '../console/server/signIn.ts';
import { readWebFiles } from '../console/server/webFiles.ts';
import type { HttpRoute } from '../platform/http/httpRoute.ts';
import type { Application } from './application.ts';
import type { AppConfig } from './config.ts';
import { openSecrets } from './secrets.ts';
import { devCallers, type Tokens } from './tokens.ts';

/** The web application as this process serves it. */
export interface Console {
  /** None where it has not been built. */
  readonly routes: readonly HttpRoute[];
  /** Told once the process listens: its address, for whoever has configured no other. */
  listensAt(url: string): void;
}

/** Nobody can sign in: a provider issues the tokens, and the console is none of its clients. */
const nobodySignsIn: SignIn = {
  roles: [],
  takeRole: () => Promise.resolve(undefined),
  visit: () => Promise.resolve(undefined),
  renew: () => Promise.resolve(undefined),
};

function signInOf(config: AppConfig, tokens: Tokens, staffAt: readonly string[]): SignIn {
  const { JWT_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config;
  if (clientId !== undefined) {
    if (issuer === undefined || config.JWKS_URL === undefined)
      throw new Error('OIDC_CLIENT_ID needs JWT_ISSUER and JWKS_URL beside it.');
    return oidcSignIn({
      ...{ issuer, clientId, scopes: config.OIDC_SCOPES, audience: config.JWT_AUDIENCE, fetch },
      ...(clientSecret !== undefined && { clientSecret }),
    });
  }
  return tokens.issue === undefined ? nobodySignsIn : developmentSignIn(devCallers(staffAt), tokens.issue);
}

/** The web application in front of the graph; `staffAt` are the places of the ready-made associate. */
export function openConsole(application: Application, tokens: Tokens, staffAt: readonly string[]): Console {
  const { config, log } = application;
  const files = readWebFiles();
  const signIn = signInOf(config, tokens, staffAt);
  if (files === undefined) {
    log.warn({ kind: 'console' }, 'The console has not been built and is not served: run npm run build.');
    return { routes: [], listensAt: () => undefined };
  }
  let own = '';
  const publicUrl = (): string => config.PUBLIC_URL?.replace(/\/$/, '') ?? own;
  const routes = consoleRoutes({
    ask: askGraphAt(() => own),
    ...{ files, signIn, publicUrl, verify: tokens.verifier, secret: openSecrets(config).handle },
    nowMs: Date.now,
  });
  return { routes, listensAt: (url) => (own = url) };
}
