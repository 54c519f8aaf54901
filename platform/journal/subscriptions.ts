/** Which subgraphs are owed which event types. Every process knows the whole table, since producers write the names down. */
export interface Subscriptions {
  consumersOf(type: string): readonly string[];
  readonly consumers: readonly string[];
}

/** Build the table from what each subgraph consumes: `{ fulfillment: ['OrderPlaced'], ... }`. */
export function subscriptionTable(consumedTypes: Readonly<Record<string, readonly string[]>>): Subscriptions {
  const byType = new Map<string, string[]>();
  for (const [consumer, types] of Object.entries(consumedTypes)) {
    for (const type of types) byType.set(type, [...(byType.get(type) ?? []), consumer]);
  }
  return { consumersOf: (type) => byType.get(type) ?? [], consumers: Object.keys(consumedTypes) };
}
