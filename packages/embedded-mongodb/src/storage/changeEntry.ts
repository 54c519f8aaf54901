import type { Doc } from '../document/types.ts';
import type { Collection } from './collection.ts';

/** A change of one document, as the writer reports it. */
export interface DocumentChange {
  readonly op: 'insert' | 'update' | 'replace' | 'delete';
  readonly collection: Collection;
  readonly key: Doc;
  readonly before?: Buffer;
  readonly beforeDoc?: Doc;
  readonly after?: Buffer;
  readonly afterDoc?: Doc;
}

/** A change of the catalogue. */
export interface CatalogChange {
  readonly op: 'create' | 'drop' | 'rename' | 'dropDatabase' | 'createIndexes' | 'dropIndexes' | 'modify';
  readonly db: string;
  readonly collection?: Collection;
  /** What the event tells besides, such as the new name. */
  readonly detail?: Doc;
}

/** One entry of the change history. */
export type ChangeEntry = DocumentChange | CatalogChange;
