import { randomBytes } from 'node:crypto';
import type { HttpRequest, HttpResponse, HttpRoute } from '../../platform/http/httpRoute.ts';
import { pageHeaders } from './policy.ts';
import type { WebFiles } from './webFiles.ts';

/** Paths of the application's pages; what comes after a face's own part is the face's matter. */
const pages = [
  '/',
  '/sign-in',
  ...['shop', 'store', 'desk', 'tower'].flatMap((face) => [`/${face}`, `/${face}/*`]),
];

function page({ document }: WebFiles): HttpResponse {
  const nonce = randomBytes(16).toString('base64');
  return { status: 200, headers: pageHeaders(nonce), body: document.replaceAll('%NONCE%', nonce) };
}

function asset({ assets }: WebFiles, { params, headers }: HttpRequest): HttpResponse {
  const file = assets.get(params['name'] ?? '');
  if (file === undefined) return { status: 404, headers: { 'cache-control': 'no-store' } };
  const { type, content, gzip } = file;
  const zipped = gzip !== undefined && /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  return {
    status: 200,
    headers: {
      'content-type': type,
      // Another content has another name.
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(zipped && { 'content-encoding': 'gzip' }),
    },
    body: zipped ? gzip : content,
  };
}

/** The application's pages and its files. */
export const appRoutes = (files: WebFiles): HttpRoute[] => [
  ...pages.map((path): HttpRoute => ({ method: 'GET', path, handle: () => Promise.resolve(page(files)) })),
  { method: 'GET', path: '/assets/:name', handle: (request) => Promise.resolve(asset(files, request)) },
];
