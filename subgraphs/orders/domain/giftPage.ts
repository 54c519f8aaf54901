import { languageOf } from '@promesse/geography/locales';

/** What a receipt without prices says. */
interface Printed {
  readonly code: string;
  readonly number: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
}

const texts = {
  en: { title: 'Gift receipt', code: 'Code', units: 'Units', sku: 'Article', how: 'To exchange or return something, give this code. What it cost becomes a gift card of yours.' }, // prettier-ignore
  fr: { title: 'Ticket cadeau', code: 'Code', units: 'Quantité', sku: 'Article', how: 'Pour échanger ou retourner un article, donnez ce code. Son prix devient une carte cadeau à votre nom.' }, // prettier-ignore
  it: { title: 'Scontrino regalo', code: 'Codice', units: 'Quantità', sku: 'Articolo', how: 'Per cambiare o rendere un articolo, dia questo codice. Il suo prezzo diventa una carta regalo per lei.' }, // prettier-ignore
} as const;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A page to print: code and articles, no price and no name. */
export function giftPage({ code, number, lines }: Printed, locale: string): string {
  const language = languageOf(locale);
  const say = texts[language];
  const rows = lines
    .filter(({ quantity }) => quantity > 0)
    .map(({ sku, quantity }) => `<tr><td>${escaped(sku)}</td><td>${quantity}</td></tr>`)
    .join('');
  return (
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${say.title}</title>` +
    `<h1>${say.title}</h1><p>${escaped(number)}</p><p>${say.code}: <strong>${escaped(code)}</strong></p>` +
    `<table><tr><th>${say.sku}</th><th>${say.units}</th></tr>${rows}</table><p>${say.how}</p></html>`
  );
}
