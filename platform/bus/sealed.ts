import { createHmac, timingSafeEqual } from 'node:crypto';
import { messageLimits, readJson } from '../http/readJson.ts';
import type { BusMessage } from './bus.ts';
import { speaksForItself } from './speaker.ts';

/** Longest message that is read, characters. */
const longestMessage = 1_048_576;

const mac = (secret: string, topic: string, from: string, text: string): string =>
  createHmac('sha256', secret).update(`${topic}\n${from}\n${text}`).digest('base64url');

/** A message as it lies in a broker: who says it and proof of that, before the JSON text. */
export function seal(secret: string, from: string, topic: string, message: BusMessage): string {
  const text = JSON.stringify(message);
  return `${mac(secret, topic, from, text)} ${from} ${text}`;
}

/**
 * The message of a sealed text; undefined when it was not sealed by a subgraph of this deployment for this topic, or is
 * not its sender's to say. What is heard twice is applied once, so a text may come again.
 */
export function unseal(secret: string, topic: string, sealed: string): BusMessage | undefined {
  if (sealed.length > longestMessage) return undefined;
  const [proof = '', from = ''] = sealed.split(' ', 2);
  const text = sealed.slice(proof.length + from.length + 2);
  const expected = Buffer.from(mac(secret, topic, from, text));
  const given = Buffer.from(proof);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  try {
    const message = readJson(text, 'The message', messageLimits);
    if (typeof message !== 'object' || message === null) return undefined;
    return speaksForItself(from, topic, message as BusMessage) ? (message as BusMessage) : undefined;
  } catch {
    return undefined;
  }
}
