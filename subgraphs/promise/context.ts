import type { Identity } from '../../schema/identity.ts';
import type { PromiseRoom } from './promiseRoom.ts';

/** What a resolver of the promise room may use. Built once per call. */
export interface Context {
  readonly identity: Identity;
  readonly requestId: string;
  readonly room: PromiseRoom;
}
