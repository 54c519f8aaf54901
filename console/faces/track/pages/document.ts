import { html, type Html } from './html.ts';
import type { Words } from './words.ts';

/** What the document around a page needs. */
export interface DocumentParts {
  readonly title: string;
  readonly body: Html;
  readonly words: Words;
  readonly styles: readonly string[];
  readonly icon: string;
  /** The script that keeps the page as it is now; absent where nothing changes. */
  readonly script?: string;
}

const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="9" />
  <path d="M9 17.5l4.6 4.5L23.5 11" />
</svg>`;

/** A whole document: complete as it is sent. */
export const documentOf = ({ title, body, words, styles, icon, script }: DocumentParts): string =>
  html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="icon" type="image/svg+xml" href="${icon}" />
        <title>${title}</title>
        ${styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        ${script === undefined ? '' : html`<script type="module" src="${script}"></script>`}
      </head>
      <body class="track">
        <header class="top">
          <a class="brand" href="/track">${mark}<span>Promesse</span></a>
        </header>
        <p class="notice warning" id="stale" role="status" hidden>${words.t('stale')}</p>
        <main id="content">${body}</main>
        <p class="visually-hidden" id="news" aria-live="polite"></p>
      </body>
    </html>`.text;
