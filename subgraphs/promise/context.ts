import type { Identity } from '../../schema/identity.ts';
import type { PromiseApplication } from './application.ts';

/** What a resolver of the promise subgraph may use. Built once per call. */
export interface Context {
  readonly identity: Identity;
  readonly requestId: string;
  readonly application: PromiseApplication;
}
