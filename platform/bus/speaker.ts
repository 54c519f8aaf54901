import type { BusMessage } from './bus.ts';
import { subgraphOfTopic } from './bus.ts';

/** Longest id or name in a message, characters. */
const longestName = 1_000;

const named = (message: BusMessage, field: string): string | undefined => {
  const value = message[field];
  return typeof value === 'string' && value !== '' && value.length <= longestName ? value : undefined;
};

/** Who may say what under each kind of topic: the member of the message that has to name its sender. */
const senderField: Readonly<Record<string, string>> = {
  event: 'owner',
  alive: 'owner',
  ack: 'consumer',
  awake: 'consumer',
};

/**
 * True when a message is one that this subgraph may send: events of its own alone, and acknowledgements of its own alone.
 * `tail` messages go between processes of one subgraph.
 */
export function speaksForItself(sender: string, topic: string, message: BusMessage): boolean {
  const kind = topic.slice(0, topic.indexOf('.'));
  if (kind === 'tail') return subgraphOfTopic(topic) === sender;
  const field = Object.hasOwn(senderField, kind) ? senderField[kind] : undefined;
  return field !== undefined && named(message, field) === sender;
}

/** A topic and a plain message, or undefined when it is neither. */
export function readMessage(value: unknown): { topic: string; message: BusMessage } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { topic, message } = value as Readonly<Record<string, unknown>>;
  if (typeof topic !== 'string' || !/^[a-z]{1,20}\.[A-Za-z][\w.-]{0,100}$/.test(topic)) return undefined;
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return undefined;
  return { topic, message: message as BusMessage };
}
