import type { Language } from './text.ts';

/** A mail's words, in the order in which they are read. */
export interface MailContent {
  readonly language: Language;
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** What is in the parcel or order. */
  readonly lines: readonly string[];
  readonly details: readonly string[];
  readonly button?: { readonly text: string; readonly link: string };
  /** One for each rating, from 1 on. */
  readonly ratingLinks: readonly string[];
  readonly offer?: string;
  readonly footer: string;
  readonly unsubscribe?: { readonly text: string; readonly link: string };
  readonly senderName: string;
}

const escapes: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** Dark and light by what the reader's device asks for; mail programs that know neither show the light one. */
const style = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #14171a !important; } .card { background: #1f2428 !important; }
  .words, .words td, .words p { color: #e8eaed !important; } .small { color: #9aa0a6 !important; }
  .box { background: #2a3036 !important; }
}`;
const font = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';

/** The mail as tables, which every mail program draws; nothing is fetched from anywhere. */
export function htmlOf(content: MailContent): string {
  const { language, subject, greeting, paragraphs, lines, details, button, offer, footer } = content;
  const p = (text: string): string =>
    `<p style="margin:0 0 16px;font-size:16px;line-height:24px">${escapeHtml(text)}</p>`;
  const box = [
    ...lines.map((line) => `<p style="margin:0 0 4px;font-size:15px">${escapeHtml(line)}</p>`),
    ...details.map(
      (detail) =>
        `<p class="small" style="margin:8px 0 0;font-size:13px;color:#5f6368">${escapeHtml(detail)}</p>`,
    ),
  ].join('');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title><style>${style}</style></head>
<body class="page" style="margin:0;padding:0;background:#f1f3f4">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table class="card words" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:8px;${font};color:#202124">
<tr><td style="padding:28px 28px 0;font-size:14px;letter-spacing:.04em;font-weight:600">${escapeHtml(content.senderName)}</td></tr>
<tr><td style="padding:12px 28px 0"><h1 style="margin:0 0 20px;font-size:22px;line-height:30px">${escapeHtml(subject)}</h1>
${p(greeting)}${paragraphs.map(p).join('')}</td></tr>
<tr><td style="padding:0 28px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td class="box" style="background:#f8f9fa;border-radius:6px;padding:14px 16px">${box}</td></tr></table></td></tr>
${ratingsOf(content.ratingLinks)}
${button === undefined ? '' : buttonOf(button)}
${offer === undefined ? '' : `<tr><td class="small" style="padding:20px 28px 0;font-size:14px;color:#5f6368">${escapeHtml(offer)}</td></tr>`}
<tr><td class="small" style="padding:24px 28px 28px;font-size:12px;line-height:18px;color:#5f6368">${escapeHtml(footer)}${unsubscribeOf(content)}</td></tr>
</table></td></tr></table></body></html>
`;
}

const ratingsOf = (links: readonly string[]): string =>
  links.length === 0
    ? ''
    : `<tr><td style="padding:20px 28px 0">${links
        .map(
          (link, index) =>
            `<a href="${escapeHtml(link)}" style="display:inline-block;border:1px solid #0b57d0;border-radius:6px;padding:10px 16px;margin-right:6px;font-size:16px;text-decoration:none;color:inherit">${index + 1}</a>`,
        )
        .join('')}</td></tr>`;

const buttonOf = ({ text, link }: { readonly text: string; readonly link: string }): string =>
  `<tr><td style="padding:20px 28px 0"><a href="${escapeHtml(link)}" style="display:inline-block;background:#0b57d0;color:#ffffff;text-decoration:none;border-radius:6px;padding:12px 20px;font-size:15px">${escapeHtml(text)}</a></td></tr>`;

const unsubscribeOf = ({ unsubscribe }: MailContent): string =>
  unsubscribe === undefined
    ? ''
    : ` <a href="${escapeHtml(unsubscribe.link)}" style="color:inherit">${escapeHtml(unsubscribe.text)}</a>`;
