import type { Identity } from '../../schema/identity.ts';
import type { Catalogue } from './catalogue.ts';
import type { CatalogLoaders } from './store/loaders.ts';

/** What a resolver of the catalogue may use. Built once per call. */
export interface Context {
  readonly identity: Identity;
  readonly requestId: string;
  readonly loaders: CatalogLoaders;
  readonly catalogue: Catalogue;
}
