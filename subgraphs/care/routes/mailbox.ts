import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpResponse, HttpRoute } from '../../../platform/http/httpRoute.ts';
import { escapeHtml } from '../templates/layout.ts';

/** Newest mails the page lists. */
const listed = 100;
const page = (body: string, title: string): HttpResponse => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'",
    'cache-control': 'no-store',
  },
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>:root{color-scheme:light dark}body{font:16px system-ui;margin:2rem auto;max-width:60rem;padding:0 1rem}
td,th{text-align:left;padding:.3rem .8rem .3rem 0;vertical-align:top}iframe{width:100%;height:70vh;border:1px solid #8886}</style>
</head><body>${body}</body></html>`,
});
const absent: HttpResponse = {
  ...{
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: 'There is no such mail.',
  },
};

/** The mails of development, to be read in a browser. Only a process with a mailbox of its own has these routes. */
export const mailboxRoutes = (folder: string): HttpRoute[] => [
  { method: 'GET', path: '/mailbox', handle: () => list(folder) },
  { method: 'GET', path: '/mailbox/:name', handle: ({ params }) => show(folder, params['name'] ?? '') },
  {
    method: 'GET',
    path: '/mailbox/:name/html',
    handle: ({ params }) => content(folder, params['name'] ?? ''),
  },
];

async function parsed(folder: string, name: string) {
  if (!/^[A-Za-z0-9_-]{1,100}$/.test(name)) return undefined;
  const bytes = await readFile(join(folder, `${name}.eml`)).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const { simpleParser } = await import('mailparser');
  return simpleParser(bytes);
}

async function list(folder: string): Promise<HttpResponse> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const files = await Promise.all(
    names.map(async (name) => ({ name: name.slice(0, -4), atMs: (await stat(join(folder, name))).mtimeMs })),
  );
  const newest = files.sort((a, b) => b.atMs - a.atMs).slice(0, listed);
  const rows = await Promise.all(
    newest.map(async ({ name, atMs }) => {
      const mail = await parsed(folder, name);
      const to = [mail?.to]
        .flat()
        .map((each) => each?.text ?? '')
        .join(', ');
      return `<tr><td>${new Date(atMs).toISOString().slice(0, 19)}</td><td>${escapeHtml(to)}</td><td><a href="/mailbox/${name}">${escapeHtml(mail?.subject ?? name)}</a></td></tr>`;
    }),
  );
  return page(
    `<h1>Mailbox</h1><p>${files.length} mails; nothing left this machine.</p><table><tr><th>Written</th><th>To</th><th>Subject</th></tr>${rows.join('')}</table>`,
    'Mailbox',
  );
}

async function show(folder: string, name: string): Promise<HttpResponse> {
  const mail = await parsed(folder, name);
  if (mail === undefined) return absent;
  const { subject = '', text = '' } = mail;
  return page(
    `<p><a href="/mailbox">All mails</a></p><h1>${escapeHtml(subject)}</h1><iframe sandbox src="/mailbox/${name}/html" title="The mail"></iframe><h2>As text</h2><pre>${escapeHtml(text)}</pre>`,
    subject,
  );
}

async function content(folder: string, name: string): Promise<HttpResponse> {
  const mail = await parsed(folder, name);
  if (mail === undefined || typeof mail.html !== 'string') return absent;
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      // A mail runs nothing and fetches nothing.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      'cache-control': 'no-store',
    },
    body: mail.html,
  };
}
