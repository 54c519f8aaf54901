/* Generated from subgraphs/catalog/clients/promise.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type PromiseHorizonResult = { readonly promiseNetwork: { readonly horizonDays: number } };

export type PromiseHorizonVariables = Readonly<Record<string, never>>;

export const promiseHorizon: ClientDocument<PromiseHorizonResult, PromiseHorizonVariables> = {
  subgraph: 'promise',
  text: `query PromiseHorizon {
  promiseNetwork {
    horizonDays
  }
}`,
};
