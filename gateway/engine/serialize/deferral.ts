import type { DirectiveNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';

/** Name of the plan part that brings what a `@defer` holds back. */
export type PartOf = (directive: DirectiveNode) => string;

/** Where a fragment is held back, and what the client calls it. */
export interface Deferral {
  readonly part: string;
  /** The client's own label. */
  readonly label: string | undefined;
}

/** A fragment whose fields come later, as found in the document. */
export interface DeferredFragment extends Deferral {
  readonly set: SelectionSetNode;
}

/** Reads the `@defer` of a fragment (its condition resolved before); undefined when there is none. */
export function readDeferral(
  directives: readonly DirectiveNode[] | undefined,
  partOf: PartOf,
): Deferral | undefined {
  const directive = directives?.find((candidate) => candidate.name.value === 'defer');
  if (!directive) return undefined;
  const label = directive.arguments?.find((argument) => argument.name.value === 'label')?.value;
  return { part: partOf(directive), label: label?.kind === Kind.STRING ? label.value : undefined };
}
