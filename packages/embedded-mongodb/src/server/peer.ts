import type { Client } from '../engine/client.ts';
import type { Request } from '../wire/message.ts';

/** A client as the dispatcher answers it. */
export interface Peer extends Client {
  /** Sends a reply, unless the client wanted none or is gone; `withTimes` adds the time of the last change. */
  send(request: Request, reply: object, withTimes: boolean): void;
  /** Ends the connection at once. */
  close(): void;
}
