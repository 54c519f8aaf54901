import type { Identity } from '../../schema/identity.ts';
import type { CatalogApplication } from './application.ts';
import type { CatalogLoaders } from './store/loaders.ts';

/** What a resolver of the catalogue may use. Built once per call. */
export interface Context {
  readonly identity: Identity;
  readonly requestId: string;
  readonly loaders: CatalogLoaders;
  readonly application: CatalogApplication;
}
