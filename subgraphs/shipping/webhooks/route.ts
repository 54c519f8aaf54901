import { errorCodeOf, statusOfCode } from '../../../platform/errors/codedError.ts';
import {
  jsonResponse,
  type HttpRequest,
  type HttpResponse,
  type HttpRoute,
} from '../../../platform/http/httpRoute.ts';
import type { Log } from '../../../platform/log/log.ts';
import { createRefusalLog } from '../../../platform/log/refusalLog.ts';
import type { Carriers } from '../carriers/carriers.ts';
import type { Tracking } from '../commands/tracking.ts';

/** Carriers' webhooks: `POST /webhooks/carriers/:carrier`. */
export function carrierWebhookRoute(deps: { carriers: Carriers; tracking: Tracking; log: Log }): HttpRoute {
  const { carriers, tracking, log } = deps;
  const refusals = createRefusalLog(log);
  return {
    method: 'POST',
    path: '/webhooks/carriers/:carrier',
    handle: async ({ params, body, headers }: HttpRequest): Promise<HttpResponse> => {
      const carrier = params['carrier'] ?? '';
      try {
        const webhook = carriers.of(carrier).parseWebhook({ rawBody: body, headers });
        return jsonResponse(200, await tracking.apply(carrier, webhook));
      } catch (error) {
        const code = errorCodeOf(error);
        if (code === undefined || !(error instanceof Error)) {
          log.error({ carrier, error }, 'a carrier webhook failed');
          return refusal(500, 'INTERNAL', 'Something went wrong on our side; send it again.');
        }
        refusals.note({ code, path: '/webhooks/carriers', name: carrier });
        return refusal(statusOfCode(code), code, error.message);
      }
    },
  };
}

const refusal = (status: number, code: string, message: string): HttpResponse =>
  jsonResponse(status, { error: { code, message } });
