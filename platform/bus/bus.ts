/** What travels on the bus: plain data, JSON only. */
export type BusMessage = Readonly<Record<string, unknown>>;

/** Hears the messages of one topic. A rejection is the handler's own affair: the bus does not repeat. */
export type BusHandler = (message: BusMessage) => void | Promise<void>;

/**
 * Notifications between subgraphs. The bus may lose, repeat and reorder everything; whoever needs certainty keeps a row
 * in the database and publishes again. Topics are `<kind>.<subgraph>`; the subgraph is where the message is heard.
 */
export interface Bus {
  /** Messages never leave this process, so what arrives was written by ourselves. @default false */
  readonly inProcess?: boolean;
  /** Resolves once the message is handed over, not once it is handled. Never rejects because nobody listens. */
  publish(topic: string, message: BusMessage): Promise<void>;
  /** Returns the way to stop listening. */
  subscribe(topic: string, handler: BusHandler): () => void;
  close(): Promise<void>;
}

/** The subgraph a topic is heard in: `event.orders` is heard in orders. */
export function subgraphOfTopic(topic: string): string {
  return topic.slice(topic.indexOf('.') + 1).split('.')[0] ?? '';
}
