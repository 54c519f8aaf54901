import type { HttpRequest, HttpResponse, HttpRoute } from '../../../platform/http/httpRoute.ts';
import type { CareApplication } from '../application.ts';
import { unsubscribe } from '../commands/preferences.ts';
import type { MessageGroup } from '../domain/codes.ts';
import { isSigned, unsubscribePath as path, withLink as groups } from '../links/signedLink.ts';

/** A GET only asks, since mail programs open links by themselves; a POST does it. */
export const unsubscribeRoutes = (application: () => CareApplication): HttpRoute[] => [
  { method: 'GET', path, handle: (request) => Promise.resolve(ask(application(), request)) },
  { method: 'POST', path, maxBodyBytes: 4_096, handle: (request) => apply(application(), request) },
];

const page = (status: number, words: string, form = ''): HttpResponse => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'",
    'cache-control': 'no-store',
  },
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Messages</title><style>:root{color-scheme:light dark}body{font:18px system-ui;max-width:30rem;margin:4rem auto;padding:0 1rem}</style></head><body><p>${words}</p>${form}</body></html>`,
});

function wishOf(
  { config }: CareApplication,
  { query }: HttpRequest,
): { owner: string; group: MessageGroup } | undefined {
  const [owner, of, token] = ['who', 'of', 'token'].map((name) => query.get(name) ?? '');
  const group = groups.find((each) => each === of);
  if (owner === undefined || group === undefined || token === undefined) return undefined;
  return isSigned(token, 'unsubscribe', `${group} ${owner}`, config.linkSecret)
    ? { owner, group }
    : undefined;
}

const unknown = (): HttpResponse =>
  page(404, 'This link is not valid. / Ce lien n’est pas valable. / Link non valido.');

const ask = (application: CareApplication, request: HttpRequest): HttpResponse =>
  wishOf(application, request) === undefined
    ? unknown()
    : page(
        200,
        'Ne plus recevoir ces messages ? / No more of these messages? / Non ricevere più questi messaggi?',
        '<form method="post"><button>OK</button></form>',
      );

async function apply(application: CareApplication, request: HttpRequest): Promise<HttpResponse> {
  const wish = wishOf(application, request);
  if (wish === undefined) return unknown();
  await unsubscribe(application, wish.owner, wish.group);
  return page(200, 'C’est fait. / Done. / Fatto.');
}
