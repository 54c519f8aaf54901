import { request } from 'undici';
import { ProviderError, type OutgoingSms, type SmsTransport } from '../ports.ts';

/** Account at a provider whose API takes a form with To, From and Body. */
export interface RestSmsOptions {
  /** Address of the collection of messages, such as https://api.provider.example/2010-04-01/Accounts/AC1/Messages.json */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Number or name it comes from. */
  readonly from: string;
  /** Where the provider reports what became of it. */
  readonly statusUrl?: string;
}

const timeoutMs = 10_000;

/** Short messages by the form that most providers take. The key goes along as Idempotency-Key, for those that know it. */
export const restSms = ({ url, user, password, from, statusUrl }: RestSmsOptions): SmsTransport => ({
  send: async ({ key, to, text }: OutgoingSms) => {
    const form = new URLSearchParams({ To: to, From: from, Body: text });
    if (statusUrl !== undefined) form.set('StatusCallback', `${statusUrl}?message=${key}`);
    const answer = await request(url, {
      method: 'POST',
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
        'idempotency-key': key,
      },
      body: form.toString(),
    }).catch(() => {
      throw new ProviderError('The provider of short messages was not reached.', false);
    });
    // Its words repeat the number: they are thrown away.
    await answer.body.dump();
    const { statusCode } = answer;
    if (statusCode < 300) return;
    // 401, 403, 408, 429 and 5xx are no fault of this message.
    const isFinal = statusCode === 400 || statusCode === 404 || statusCode === 422;
    throw new ProviderError(`The provider of short messages answered ${statusCode}.`, isFinal);
  },
  stop: () => Promise.resolve(),
});
