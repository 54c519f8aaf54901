import type { DirectiveNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import type { Conditions, IsIncluded } from './conditions.ts';
import type { WriteValue } from './writing.ts';

/** Name of the plan part that brings what a `@defer` holds back. */
export type PartOf = (directive: DirectiveNode) => string;

/** A fragment whose fields come later, as found in the document. */
export interface DeferredFragment {
  readonly part: string;
  readonly label: string | undefined;
  readonly set: SelectionSetNode;
  readonly conditions: Conditions;
}

/** A deferred fragment of one selection, compiled. */
export interface DeferredWriter {
  readonly part: string;
  readonly label: string | undefined;
  readonly included: IsIncluded | undefined;
  readonly write: WriteValue;
}

/** A deferred fragment of one object of the answer, waiting for its part. */
export interface PendingFragment {
  readonly part: string;
  readonly label: string | undefined;
  readonly object: unknown;
  readonly path: readonly (string | number)[];
  readonly write: WriteValue;
}

/** How a `@defer` splits a fragment: the conditions under which it is answered now, and later; undefined for never. */
export interface Deferral {
  readonly part: string;
  readonly label: string | undefined;
  readonly now: Conditions | undefined;
  readonly later: Conditions | undefined;
}

/** Reads the `@defer` of a fragment; undefined when there is none. */
export function readDeferral(
  directives: readonly DirectiveNode[] | undefined,
  conditions: Conditions,
  partOf: PartOf,
): Deferral | undefined {
  const directive = directives?.find((candidate) => candidate.name.value === 'defer');
  if (!directive) return undefined;
  const argument = (name: string) => directive.arguments?.find((one) => one.name.value === name)?.value;
  const labelNode = argument('label');
  const label = labelNode?.kind === Kind.STRING ? labelNode.value : undefined;
  const base = { part: partOf(directive), label };
  const when = argument('if');
  if (when?.kind === Kind.VARIABLE) {
    const test = (wanted: boolean): Conditions => [...conditions, { variable: when.name.value, wanted }];
    return { ...base, now: test(false), later: test(true) };
  }
  const off = when?.kind === Kind.BOOLEAN && !when.value;
  return { ...base, now: off ? conditions : undefined, later: off ? undefined : conditions };
}
