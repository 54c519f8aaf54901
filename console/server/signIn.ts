/** What a browser that has signed in leaves with us, sealed, to be given new access tokens. */
export interface Credential {
  /** Opaque to everybody but the way of signing in. */
  readonly held: object;
  /** Longest time without a renewal, seconds. */
  readonly keepForS: number;
}

/** An access token for the graph, and what to keep for the next one. */
export interface Issued {
  readonly token: string;
  readonly credential: Credential;
}

/** A way of signing in. */
export interface SignIn {
  /** Roles that can be taken without a proof, in development alone. */
  readonly roles: readonly string[];
  /** An access token for a ready-made role; undefined when there is no such. */
  takeRole(role: string): Promise<Issued | undefined>;
  /** A visitor of the shop without an account; undefined where the provider gives none. */
  visit(): Promise<Issued | undefined>;
  /** Where the browser goes to sign in, and what is to be remembered until it comes back; undefined without a provider. */
  begin?(callback: string): Promise<{ readonly address: string; readonly remember: object }>;
  /** The browser is back; undefined when the provider or what came with it is not to be believed. */
  finish?(query: URLSearchParams, remembered: unknown, callback: string): Promise<Issued | undefined>;
  /** A new access token; undefined when the person has to sign in again. */
  renew(held: unknown): Promise<Issued | undefined>;
}
