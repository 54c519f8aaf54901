import { expect } from 'vitest';
import { signWebhook } from '../../subgraphs/shipping/webhooks/signature.ts';
import { newKey, type ReturnDesk } from './returnDesk.ts';
import { handleSecret } from './tradingApplication.ts';

/** A carrier's signed webhook, into the route of shipping. */
export async function postCarrier(
  { application }: ReturnDesk,
  content: { readonly carrier: string; readonly [more: string]: unknown },
): Promise<void> {
  const route = application
    .subgraph('shipping')
    .routes?.find(({ path }) => path.startsWith('/webhooks/carriers'));
  const body = JSON.stringify(content);
  const headers = signWebhook(handleSecret, {
    id: `msg-${newKey()}`,
    nowMs: application.clock.nowMs(),
    body,
  });
  const answer = await route?.handle({
    ...{
      method: 'POST',
      path: `/webhooks/carriers/${content.carrier}`,
      params: { carrier: content.carrier },
    },
    ...{ headers: { ...headers }, query: new URLSearchParams(), body: Buffer.from(body, 'utf8') },
    signal: new AbortController().signal,
  });
  expect(answer?.status).toBe(200);
}
