import type { OperationKind } from '../types.ts';

/** What to do to answer one operation: the tree every planner's output is turned into. */
export type PlanNode =
  | { readonly kind: 'sequence'; readonly nodes: readonly PlanNode[] }
  | { readonly kind: 'parallel'; readonly nodes: readonly PlanNode[] }
  | FetchNode
  | EntitiesNode
  | {
      readonly kind: 'condition';
      readonly variable: string;
      readonly then?: PlanNode;
      readonly otherwise?: PlanNode;
    }
  | DeferNode
  | { readonly kind: 'subscription'; readonly primary: FetchNode; readonly rest?: PlanNode };

/** One operation text for one subgraph. */
export interface OperationSpec {
  readonly subgraph: string;
  readonly operationKind: OperationKind;
  readonly operationName: string | undefined;
  readonly text: string;
  /** Client variables the text uses. */
  readonly variables: readonly string[];
}

/** Fetches root fields; with a path, the root fields belong below every object found there. */
export interface FetchNode {
  readonly kind: 'fetch';
  readonly operation: OperationSpec;
  readonly path: Path;
  readonly outputRewrites: readonly Rewrite[];
  /** Name deferred parts wait for. */
  readonly fetchId?: string;
}

/** Fetches more fields of objects already known, by representation; several lists may travel in one operation. */
export interface EntitiesNode {
  readonly kind: 'entities';
  readonly operation: OperationSpec;
  readonly batches: readonly EntityBatch[];
  readonly fetchId?: string;
}

/** One list of representations and where its objects come from and go to. */
export interface EntityBatch {
  /** Response key of the list: `_entities` or an alias. */
  readonly key: string;
  /** Variable carrying the representations. */
  readonly variable: string;
  readonly paths: readonly Path[];
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
}

export type RequiresSelection =
  | {
      readonly kind: 'field';
      /** Key in the data gathered so far. */
      readonly from: string;
      /** Key in the representation. */
      readonly to: string;
      readonly selections: readonly RequiresSelection[] | undefined;
    }
  | {
      readonly kind: 'fragment';
      readonly type: string | undefined;
      readonly selections: readonly RequiresSelection[];
    };

/** A way down from the root of the data: a field, into every list item, or only where the type fits. */
export type PathStep =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'type'; readonly names: readonly string[] };

export type Path = readonly PathStep[];

/** A correction of data between client shape and subgraph shape. `items` steps do not occur: lists are entered by themselves. */
export type Rewrite =
  | { readonly kind: 'rename'; readonly path: Path; readonly to: string }
  | { readonly kind: 'set'; readonly path: Path; readonly value: unknown };

/** Answer the primary part first, each deferred part when its fetches are done. */
export interface DeferNode {
  readonly kind: 'defer';
  readonly primary: PlanNode | undefined;
  readonly deferred: readonly DeferredPart[];
}

export interface DeferredPart {
  /** Name other parts wait for; undefined when nothing does. */
  readonly label: string | undefined;
  /** Fetch ids or labels that must be finished first. */
  readonly depends: readonly string[];
  /** Response keys down to the object the fragment was on. */
  readonly queryPath: readonly string[];
  readonly node: PlanNode | undefined;
}
