import type { Context } from 'graphql-ws';
import type { Caller } from '../model/caller.ts';
import type { BoundedStream } from './boundedStream.ts';

/** What an endpoint remembers of one socket. */
export interface SocketState {
  readonly headers: Readonly<Record<string, string>>;
  readonly address: string;
  readonly streams: Set<BoundedStream>;
  caller?: Caller;
  /** The credential the socket was introduced with. */
  authorization?: string | undefined;
  /** What is given back when the socket closes. */
  readonly release: (() => void)[];
}

export type SocketContext = Context<Record<string, unknown> | undefined, SocketState>;
