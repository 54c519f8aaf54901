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

/** What the customer was told on the way, and what had become old news before it was told. */
export async function tellMessages({ shopper }: Callers, orderId: string, url: string): Promise<void> {
  chapter('What the customer was told');
  const load = async () =>
    (await shopper.run<{ order: { messages: readonly Message[] } }>(operations.messages, { id: orderId }))
      .order.messages;
  const told = await until(
    load,
    // Short messages wait for the morning.
    (messages) => messages.every(({ status, reason }) => status !== 'DUE' || reason === 'QUIET_HOURS'),
    'the last message to be sent',
  );
  for (const { code, channel, language, status } of told.filter((each) => each.status === 'SENT'))
    say(
      `${channel.padEnd(5)} ${language}  ${code.toLowerCase().replaceAll('_', ' ')}: ${status.toLowerCase()}`,
    );
  for (const { code, channel } of told.filter(({ reason }) => reason === 'QUIET_HOURS'))
    say(`${channel.padEnd(5)} ${code.toLowerCase().replaceAll('_', ' ')}: waits for the morning`);
  const old = told.filter(({ reason }) => reason === 'NEWER_FACT').length;
  say(`${old} not sent, since something newer had happened; all of them at ${url}/mailbox`);
}
