import type { Callers } from './callers.ts';
import * as operations from './operations.ts';
import { chapter, say } from './say.ts';
import { until } from './until.ts';

interface Message {
  readonly code: string;
  readonly channel: string;
  readonly status: string;
  readonly reason: string | null;
  readonly language: string | null;
}

const messagesOf = async ({ shopper }: Callers, id: string): Promise<readonly Message[]> =>
  (await shopper.run<{ order: { messages: readonly Message[] } }>(operations.messages, { id })).order
    .messages;

/** Waits until the customer of an order was told something by mail, and says all they were told so far. */
export async function sayToldSoFar(callers: Callers, orderId: string, code: string): Promise<void> {
  const told = await until(
    () => messagesOf(callers, orderId),
    (messages) => messages.some((each) => each.code === code && each.status === 'SENT'),
    `the message ${code}`,
  );
  for (const message of told.filter(({ status }) => status === 'SENT')) say(lineOf(message));
}

const lineOf = ({ channel, language, code, status }: Message): string =>
  `${channel.padEnd(5)} ${language}  ${code.toLowerCase().replaceAll('_', ' ')}: ${status.toLowerCase()}`;

/** What the customer was told on the way, and what had become old news before it was told. */
export async function tellMessages(callers: Callers, orderId: string, url: string): Promise<void> {
  chapter('What the customer was told');
  const told = await until(
    () => messagesOf(callers, orderId),
    // Short messages wait for the morning.
    (messages) => messages.every(({ status, reason }) => status !== 'DUE' || reason === 'QUIET_HOURS'),
    'the last message to be sent',
  );
  for (const message of told.filter((each) => each.status === 'SENT')) say(lineOf(message));
  for (const { code, channel } of told.filter(({ reason }) => reason === 'QUIET_HOURS'))
    say(`${channel.padEnd(5)} ${code.toLowerCase().replaceAll('_', ' ')}: waits for the morning`);
  const old = told.filter(({ reason }) => reason === 'NEWER_FACT').length;
  say(`${old} not sent, since something newer had happened; all of them at ${url}/mailbox`);
}
