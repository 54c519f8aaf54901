import type { HttpRequest, HttpResponse, HttpRoute } from '../../platform/http/httpRoute.ts';
import { jsonResponse } from '../../platform/http/httpRoute.ts';
import type { TokenVerifier } from '../../platform/identity/verifyToken.ts';
import { cookieOf, setCookie, type CookieRules } from './cookies.ts';
import type { Sealed } from './sealed.ts';
import type { Issued, SignIn } from './signIn.ts';

export interface SessionParts {
  readonly signIn: SignIn;
  readonly verify: TokenVerifier;
  /** Seals what a browser keeps for us. */
  readonly sealed: Sealed;
  /** Address under which people reach the application. */
  readonly publicUrl: () => string;
  readonly nowMs: () => number;
}

const callbackPath = '/session/callback';
const rememberS = 600;

/** A path of this application to go back to, whatever was asked for. */
export const ownPath = (path: string | null): string =>
  path !== null && /^\/(?![/\\])[\w\-./?=&%:,+]*$/.test(path) ? path : '/';

/**
 * Sessions of browsers. The cookie holds what renews an access token, sealed, and no script can read it; a page keeps the
 * short-lived access token in its memory. The graph itself takes no cookie, so nothing can be forged with one.
 */
export function sessionRoutes(parts: SessionParts): HttpRoute[] {
  const sessions = new Sessions(parts);
  return [
    {
      method: 'POST',
      path: '/session/token',
      maxBodyBytes: 1_024,
      handle: (request) => sessions.token(request),
    },
    {
      method: 'POST',
      path: '/session/role',
      maxBodyBytes: 1_024,
      handle: (request) => sessions.role(request),
    },
    {
      method: 'POST',
      path: '/session/guest',
      maxBodyBytes: 1_024,
      handle: (request) => sessions.guest(request),
    },
    { method: 'POST', path: '/session/end', maxBodyBytes: 1_024, handle: (request) => sessions.end(request) },
    { method: 'GET', path: '/session/sign-in', handle: (request) => sessions.begin(request) },
    { method: 'GET', path: callbackPath, handle: (request) => sessions.finish(request) },
  ];
}

const refusal = (status: number, code: string, message: string): HttpResponse =>
  jsonResponse(status, { error: { code, message } }, { 'cache-control': 'no-store' });

/** Another site's page can send no JSON without asking first, and is not allowed to. */
function refuseForged({ headers }: HttpRequest): HttpResponse | undefined {
  const site = headers['sec-fetch-site'];
  const isOurs = site === undefined || site === 'same-origin';
  if (isOurs && headers['content-type'] === 'application/json') return undefined;
  return refusal(403, 'CSRF_PREVENTED', 'Sessions are changed by pages of this application, with JSON.');
}

const roleOf = (body: Buffer): string => {
  try {
    const { role } = JSON.parse(body.toString('utf8')) as { role?: unknown };
    return typeof role === 'string' ? role : '';
  } catch {
    return '';
  }
};

class Sessions {
  readonly #parts: SessionParts;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  async token(request: HttpRequest): Promise<HttpResponse> {
    const forged = refuseForged(request);
    if (forged) return forged;
    const { sealed, signIn } = this.#parts;
    const held = sealed.open(cookieOf(request.headers.cookie, this.#session().name) ?? '');
    const issued = held === undefined ? undefined : await signIn.renew(held);
    return issued === undefined ? this.#nobody() : this.#signedIn(issued);
  }

  async role(request: HttpRequest): Promise<HttpResponse> {
    const forged = refuseForged(request);
    if (forged) return forged;
    const issued = await this.#parts.signIn.takeRole(roleOf(request.body));
    return issued === undefined
      ? refusal(404, 'NOT_FOUND', 'There is no such role to take.')
      : this.#signedIn(issued);
  }

  async guest(request: HttpRequest): Promise<HttpResponse> {
    const forged = refuseForged(request);
    if (forged) return forged;
    const issued = await this.#parts.signIn.visit();
    return issued === undefined ? this.#nobody() : this.#signedIn(issued);
  }

  end(request: HttpRequest): Promise<HttpResponse> {
    return Promise.resolve(refuseForged(request) ?? this.#nobody());
  }

  /** To the provider, or in development to the page with the roles. */
  async begin({ query }: HttpRequest): Promise<HttpResponse> {
    const { signIn, sealed, nowMs } = this.#parts;
    const back = ownPath(query.get('return'));
    if (signIn.begin === undefined)
      return redirect(`/sign-in?${new URLSearchParams({ return: back }).toString()}`);
    const { address, remember } = await signIn.begin(this.#callback());
    const kept = sealed.seal({ remember, back }, nowMs() + rememberS * 1_000);
    return redirect(address, setCookie(this.#pending(), kept, rememberS));
  }

  async finish({ query, headers }: HttpRequest): Promise<HttpResponse> {
    const { signIn, sealed } = this.#parts;
    const kept = sealed.open(cookieOf(headers.cookie, this.#pending().name) ?? '') as
      { readonly remember: unknown; readonly back: string } | undefined;
    const issued = await signIn.finish?.(query, kept?.remember, this.#callback());
    if (issued === undefined) return redirect('/sign-in?failed=1');
    return redirect(ownPath(kept?.back ?? null), this.#cookieOf(issued));
  }

  async #signedIn(issued: Issued): Promise<HttpResponse> {
    const identity = await this.#parts.verify(issued.token);
    const { subject, kind, scopes, locationIds = [], expiresAt = 0 } = identity;
    return jsonResponse(
      200,
      { signedIn: true, token: issued.token, expiresAt, identity: { subject, kind, scopes, locationIds } },
      { 'cache-control': 'no-store', 'set-cookie': this.#cookieOf(issued) },
    );
  }

  /** Nobody is signed in: who can be, and how. */
  #nobody(): HttpResponse {
    const { signIn } = this.#parts;
    return jsonResponse(
      200,
      { signedIn: false, roles: signIn.roles, provider: signIn.begin !== undefined },
      { 'cache-control': 'no-store', 'set-cookie': setCookie(this.#session(), '', 0) },
    );
  }

  #cookieOf({ credential: { held, keepForS } }: Issued): string {
    const { sealed, nowMs } = this.#parts;
    return setCookie(this.#session(), sealed.seal(held, nowMs() + keepForS * 1_000), keepForS);
  }

  readonly #callback = (): string => `${this.#parts.publicUrl()}${callbackPath}`;
  readonly #secure = (): boolean => this.#parts.publicUrl().startsWith('https:');
  readonly #session = (): CookieRules => ({
    ...{ name: 'promesse_session', sameSite: 'Strict', path: '/session', secure: this.#secure() },
  });
  readonly #pending = (): CookieRules => ({
    ...{ name: 'promesse_signing_in', sameSite: 'Lax', path: callbackPath, secure: this.#secure() },
  });
}

const redirect = (location: string, cookie?: string): HttpResponse => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store', ...(cookie !== undefined && { 'set-cookie': cookie }) },
});
