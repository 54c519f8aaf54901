import { useSyncExternalStore } from 'react';

/** Who is signed in, as the verified access token says. */
export interface Person {
  readonly subject: string;
  readonly kind: string;
  readonly scopes: readonly string[];
  readonly locationIds: readonly string[];
}

/** How signing in stands. The access token lives in this module's memory alone. */
export type Session =
  | { readonly phase: 'opening' }
  | { readonly phase: 'out'; readonly roles: readonly string[]; readonly provider: boolean }
  | { readonly phase: 'in'; readonly person: Person }
  /** It was in, and the server gives no new token: the person signs in again, and nothing on the page is lost. */
  | { readonly phase: 'over'; readonly person: Person };

interface SignedIn {
  readonly signedIn: true;
  readonly token: string;
  /** Second since the epoch. */
  readonly expiresAt: number;
  readonly identity: Person;
}
interface SignedOut {
  readonly signedIn: false;
  readonly roles: readonly string[];
  readonly provider: boolean;
}
type Answer = SignedIn | SignedOut;

let session: Session = { phase: 'opening' };
let token: { readonly text: string; readonly untilMs: number } | undefined;
let renewing: Promise<void> | undefined;
const listeners = new Set<() => void>();

function become(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

async function post(path: string, body: object = {}): Promise<Answer> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}.`);
  return (await answer.json()) as Answer;
}

function take(answer: Answer): void {
  if (answer.signedIn) {
    token = { text: answer.token, untilMs: answer.expiresAt * 1_000 };
    // The same person keeps the pages as they are.
    const known = session.phase === 'in' && session.person.subject === answer.identity.subject;
    if (!known) become({ phase: 'in', person: answer.identity });
    return;
  }
  token = undefined;
  const { roles, provider } = answer;
  if (session.phase === 'in' || session.phase === 'over') become({ phase: 'over', person: session.person });
  else become({ phase: 'out', roles, provider });
}

const renew = (): Promise<void> =>
  (renewing ??= post('/session/token')
    .then(take)
    .finally(() => (renewing = undefined)));

/** Seconds before its end at which a token is renewed. */
const marginMs = 60_000;

/** An access token that holds for a while; undefined when nobody is signed in. Rejects when the server cannot be reached. */
export async function accessToken(): Promise<string | undefined> {
  if (session.phase === 'out') return undefined;
  if (token === undefined || token.untilMs - marginMs < Date.now()) await renew();
  return token?.text;
}

/** Forgets a token that the server did not believe; the next request asks for another. */
export const dropToken = (): void => void (token = undefined);

/** Asks who is signed in, once, when the page opens. */
export const openSession = (): Promise<void> =>
  renew().catch(() => become({ phase: 'out', roles: [], provider: false }));

/** Takes a ready-made role; development servers alone have such. */
export async function takeRole(role: string): Promise<void> {
  take(await post('/session/role', { role }));
}

/** Becomes a visitor of the shop without an account, unless somebody is signed in. */
export async function beGuest(): Promise<void> {
  if (session.phase === 'out') take(await post('/session/guest'));
}

export async function signOut(): Promise<void> {
  const answer = await post('/session/end');
  token = undefined;
  if (!answer.signedIn) become({ phase: 'out', roles: answer.roles, provider: answer.provider });
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSession = (): Session => useSyncExternalStore(subscribe, () => session);
