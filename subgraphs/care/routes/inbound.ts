import {
  jsonResponse,
  type HttpRequest,
  type HttpResponse,
  type HttpRoute,
} from '../../../platform/http/httpRoute.ts';
import type { CareApplication } from '../application.ts';
import { lift, report, suppress } from '../commands/suppression.ts';
import { takeLetter } from '../commands/takeLetter.ts';
import { readMailReport } from '../inbound/mailReport.ts';
import { isSigned } from '../links/signedLink.ts';

const maxMailBytes = 26_214_400;
const stopWords = /^\s*(stop|arret|arrêt|basta|unsubscribe|cancel|end|quit|ferma)\s*$/i;
const startWords = /^\s*(start|unstop|inizia|reprendre)\s*$/i;
const refused = jsonResponse(401, {
  error: { code: 'BAD_SIGNATURE', message: 'The address of this hook is not known.' },
});

/**
 * What providers send here. The last part of each path is a token (`signToken('inbound', 'mail' | 'sms', secret)`), since
 * mail servers and providers of short messages sign in ways of their own or not at all.
 */
export const inboundRoutes = (application: () => CareApplication): HttpRoute[] => [
  {
    ...{ method: 'POST', path: '/webhooks/care/mail/:token', maxBodyBytes: maxMailBytes },
    handle: guarded('mail', application, async ({ body }) => {
      const found = await readMailReport(body);
      if (found === undefined) return takeLetter(application(), body);
      const { key: messageId, kind: status, address } = found;
      return {
        applied: await report(application(), {
          messageId,
          status,
          ...(address === undefined ? {} : { address }),
        }),
      };
    }),
  },
  {
    ...{ method: 'POST', path: '/webhooks/care/sms/:token', maxBodyBytes: 65_536 },
    handle: guarded('sms', application, async ({ body, query }) => {
      const form = new URLSearchParams(body.toString('utf8'));
      const messageId = query.get('message');
      if (messageId !== null) return { applied: await smsStatus(application(), messageId, form) };
      const from = form.get('From') ?? '';
      const words = form.get('Body') ?? '';
      if (from === '') return { applied: false };
      if (stopWords.test(words)) await suppress(application(), 'SMS', from, 'STOPPED');
      else if (startWords.test(words)) await lift(application(), 'SMS', from);
      else return { applied: false };
      return { applied: true };
    }),
  },
];

async function smsStatus(
  application: CareApplication,
  messageId: string,
  form: URLSearchParams,
): Promise<boolean> {
  const status = form.get('MessageStatus');
  if (status === 'delivered') return report(application, { messageId, status: 'DELIVERED' });
  return status === 'undelivered' || status === 'failed'
    ? report(application, { messageId, status: 'BOUNCED' })
    : false;
}

const guarded =
  (
    what: 'mail' | 'sms',
    application: () => CareApplication,
    run: (request: HttpRequest) => Promise<{ readonly applied: boolean }>,
  ) =>
  async (request: HttpRequest): Promise<HttpResponse> =>
    isSigned(request.params['token'] ?? '', 'inbound', what, application().config.linkSecret)
      ? jsonResponse(200, await run(request))
      : refused;
