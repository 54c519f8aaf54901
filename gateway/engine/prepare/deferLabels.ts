import type { DirectiveNode } from 'graphql';
import { Kind } from 'graphql';

/** Label a `@defer` carries in the text given to the planner: unique, whatever the client called it. */
export type DeferLabel = (directive: DirectiveNode) => string;

/** Numbers the `@defer` directives of one document as they are met. */
export function createDeferLabels(): DeferLabel {
  const labels = new Map<DirectiveNode, string>();
  return (directive) => {
    let label = labels.get(directive);
    if (label === undefined) labels.set(directive, (label = `part${labels.size}`));
    return label;
  };
}

/** The same directive under the planner's label. */
export function relabel(directive: DirectiveNode, label: string): DirectiveNode {
  const others = (directive.arguments ?? []).filter((argument) => argument.name.value !== 'label');
  const value = { kind: Kind.STRING, value: label } as const;
  const name = { kind: Kind.NAME, value: 'label' } as const;
  return { ...directive, arguments: [...others, { kind: Kind.ARGUMENT, name, value }] };
}
