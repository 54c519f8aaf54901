import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';

/** The operation to run with the fragments of its document. */
export interface SelectedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}
