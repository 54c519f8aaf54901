import type { FieldAuthority } from '../engine/types.ts';

/** Who sent a request, as far as an endpoint cares. */
export interface Caller {
  /** Handed to transports unseen: signing hooks and in-process subgraphs read it. */
  readonly identity: unknown;
  /** Which protected fields this caller may see. */
  readonly authority: FieldAuthority;
  /** Whose budget a request is counted against: the subject, or the address of someone unknown. */
  readonly budgetKey: string;
  /** Epoch milliseconds at which the credential ends, and with it every stream opened on it. */
  readonly expiresAtMs?: number;
}

/** What a request says about its sender. */
export interface Credentials {
  /** The `authorization` value of a header or of a socket's connection payload. */
  readonly authorization: string | undefined;
  /** Address of the peer, for those who bring no credential. */
  readonly address: string;
}

/** Decides who is calling. Rejects with a `RequestFault` when a credential is there but not valid. */
export type Authenticate = (credentials: Credentials) => Promise<Caller> | Caller;
