import type { DirectiveNode, FragmentDefinitionNode, SelectionNode, SelectionSetNode } from 'graphql';
import { Kind, visit } from 'graphql';
import type { SelectedOperation } from '../document/selectedOperation.ts';

type Variables = Readonly<Record<string, unknown>>;

const conditional = new Set(['skip', 'include', 'defer']);

/** The variables that decide which selections count: those in the `if` of `@skip`, `@include` and `@defer`. */
export function conditionVariables({ operation, fragments }: SelectedOperation): readonly string[] {
  const names = new Set<string>();
  for (const root of [operation, ...fragments.values()]) {
    visit(root, {
      Directive(directive) {
        const value = conditional.has(directive.name.value) ? conditionOf(directive) : undefined;
        if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  }
  return [...names];
}

/**
 * The operation as it is for given values of its condition variables: without `@skip` and `@include`, and with those
 * `@defer` that apply. Planning each combination by itself keeps conditions out of plans and of the answer's writing.
 */
export function resolveConditions(selected: SelectedOperation, variables: Variables): SelectedOperation {
  const resolveSet = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((selection) => resolveSelection(selection) ?? []),
  });
  const resolveSelection = (selection: SelectionNode): SelectionNode | undefined => {
    const directives = resolveDirectives(selection.directives ?? [], variables);
    if (!directives) return undefined;
    if (selection.kind === Kind.FRAGMENT_SPREAD) return { ...selection, directives };
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return { ...selection, directives, selectionSet: resolveSet(selection.selectionSet) };
    }
    const { selectionSet } = selection;
    return { ...selection, directives, ...(selectionSet && { selectionSet: resolveSet(selectionSet) }) };
  };
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const [name, fragment] of selected.fragments) {
    fragments.set(name, { ...fragment, selectionSet: resolveSet(fragment.selectionSet) });
  }
  const { operation } = selected;
  return { operation: { ...operation, selectionSet: resolveSet(operation.selectionSet) }, fragments };
}

/** Directives that remain; undefined when the selection does not count. */
function resolveDirectives(
  directives: readonly DirectiveNode[],
  variables: Variables,
): readonly DirectiveNode[] | undefined {
  const remaining: DirectiveNode[] = [];
  for (const directive of directives) {
    const name = directive.name.value;
    if (!conditional.has(name)) {
      remaining.push(directive);
      continue;
    }
    const holds = conditionHolds(directive, variables);
    if (name === 'defer' && holds) remaining.push(withoutCondition(directive));
    if (name === 'skip' ? holds : name === 'include' && !holds) return undefined;
  }
  return remaining;
}

function conditionHolds(directive: DirectiveNode, variables: Variables): boolean {
  const value = conditionOf(directive);
  if (value?.kind === Kind.VARIABLE) return variables[value.name.value] === true;
  return value?.kind !== Kind.BOOLEAN || value.value;
}

function conditionOf(directive: DirectiveNode) {
  return directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
}

function withoutCondition(directive: DirectiveNode): DirectiveNode {
  const others = (directive.arguments ?? []).filter((argument) => argument.name.value !== 'if');
  return { ...directive, arguments: others };
}
