import type DataLoader from 'dataloader';
import type { Identity } from '../../schema/identity.ts';
import type { Returns } from './returns.ts';
import type { ReturnDoc } from './store/models.ts';

/** What a resolver of returns may use. Built once per call. */
export interface Context {
  readonly identity: Identity;
  readonly requestId: string;
  readonly subgraph: Returns;
  readonly returnsOfOrder: DataLoader<string, ReturnDoc[]>;
}
