import { createHash } from 'node:crypto';
import { IntlMessageFormat } from 'intl-messageformat';
import { codedError } from '../../../platform/errors/codedError.ts';
import { ruleOf, type FactName, type MessageCode } from '../domain/codes.ts';
import type { Facts, KnownFacts } from '../domain/facts.ts';
import { en } from './en/en.ts';
import { fr } from './fr/fr.ts';
import { it } from './it/it.ts';
import { htmlOf, type MailContent } from './layout.ts';
import { languageOf, type Language, type LanguageTexts } from './text.ts';
import { instantText, moneyText } from './values.ts';

const texts: Readonly<Record<Language, LanguageTexts>> = { en, fr, it };

/** Everything a text is made of beside its words. */
export interface RenderInput {
  readonly code: MessageCode;
  readonly locale: string;
  readonly facts: KnownFacts;
  readonly orderNumber: string;
  readonly timeZone: string;
  readonly senderName: string;
  readonly customerName?: string | undefined;
  /** Name of the carrier's service, of the store, and of each line, in the language of the message. */
  readonly names: { readonly carrier?: string; readonly place?: string; readonly lines: readonly string[] };
  readonly orderLink?: string | undefined;
  /** Whether an offer may stand in it. */
  readonly offers: boolean;
  readonly unsubscribeLink?: string | undefined;
  /** One for each rating, from 1 on; in surveys. */
  readonly ratingLinks?: readonly string[];
}

/** A message, ready to be sent on either channel. */
export interface Rendered {
  readonly language: Language;
  /** Names the words it was written with. */
  readonly textVersion: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Absent for codes that are not sent to telephones. */
  readonly sms?: string;
}

/** Writes a message; BAD_USER_INPUT when a fact it needs is not known. */
export function render(input: RenderInput): Rendered {
  const language = languageOf(input.locale);
  requireFacts(input);
  const { shared, messages } = texts[language];
  const { subject, body, sms } = messages[input.code];
  const values = valuesOf(input, language);
  const write = (text: string): string => format(text, language, values);
  const content: MailContent = {
    language,
    subject: write(subject),
    greeting: write(input.customerName === undefined ? shared.greetingWithoutName : shared.greeting),
    paragraphs: body.map(write),
    lines: input.names.lines,
    details: [
      write(shared.order),
      ...(input.facts.tracking === undefined || input.facts.tracking.length === 0
        ? []
        : [`${shared.tracking}: ${input.facts.tracking.join(', ')}`]),
    ],
    ...(input.orderLink === undefined ? {} : { button: { text: shared.orderLink, link: input.orderLink } }),
    ...(input.offers ? { offer: shared.offers } : {}),
    ratingLinks: input.ratingLinks ?? [],
    footer: write(shared.footer),
    ...(input.unsubscribeLink === undefined
      ? {}
      : { unsubscribe: { text: shared.unsubscribe, link: input.unsubscribeLink } }),
    senderName: input.senderName,
  };
  return {
    ...{ language, textVersion: textVersionOf(input.code, language) },
    ...{ subject: content.subject, html: htmlOf(content), text: textOf(content) },
    ...(sms === undefined ? {} : { sms: write(sms) }),
  };
}

const versions = new Map<string, string>();

/** Names the words of a code in a language, and those it shares with others: the same words have the same version. */
export function textVersionOf(code: MessageCode, language: Language): string {
  const key = `${language}:${code}`;
  const known = versions.get(key);
  if (known !== undefined) return known;
  const { shared, messages } = texts[language];
  const words = JSON.stringify([shared, messages[code]]);
  const version = createHash('sha256').update(words).digest('hex').slice(0, 12);
  versions.set(key, version);
  return version;
}

/** Facts as they stand in texts, by the word the texts use. */
const factTexts: Readonly<Record<FactName, string>> = {
  ...{ amount: 'amount', latestAtMs: 'latest', previousLatestAtMs: 'previous', untilMs: 'until' },
  ...{ units: 'units', lines: 'lines', carrier: 'carrier', tracking: 'tracking', place: 'place' },
  ...{ remedy: 'remedy', number: 'ticket' },
};

/** Words a text of this code may use. */
export const placeholdersOf = (code: MessageCode): ReadonlySet<string> =>
  new Set([
    ...[...ruleOf(code).needs, ...(ruleOf(code).may ?? [])].map((fact) => factTexts[fact]),
    ...(ruleOf(code).needs.includes('number') ? ['return'] : []),
    ...['number', 'sender', 'name'],
  ]);

function requireFacts({ code, facts }: RenderInput): void {
  const missing = ruleOf(code).needs.filter((fact) => facts[fact as keyof Facts] === undefined);
  if (missing.length > 0)
    throw codedError(
      'BAD_USER_INPUT',
      `The message ${code} needs ${missing.join(', ')}, which the order lacks.`,
    );
}

function valuesOf(input: RenderInput, language: Language): Record<string, string | number> {
  const { facts, names, timeZone } = input;
  const at = (ms: number): string => instantText(ms, language, timeZone);
  const unknown = ruleOf(input.code).may ?? [];
  return {
    // Texts choose their words by it.
    ...Object.fromEntries(unknown.map((fact) => [factTexts[fact], 'unknown'])),
    ...{ number: input.orderNumber, sender: input.senderName, name: input.customerName ?? '' },
    ...(facts.amount && { amount: moneyText(facts.amount, language) }),
    ...(facts.latestAtMs !== undefined && { latest: at(facts.latestAtMs) }),
    ...(facts.previousLatestAtMs !== undefined && { previous: at(facts.previousLatestAtMs) }),
    ...(facts.untilMs !== undefined && { until: at(facts.untilMs) }),
    ...(facts.units !== undefined && { units: facts.units }),
    ...(facts.carrier !== undefined && { carrier: names.carrier ?? facts.carrier }),
    ...(facts.place !== undefined && { place: names.place ?? facts.place }),
    ...(facts.tracking && { tracking: facts.tracking.join(', ') }),
    ...(facts.remedy && { remedy: facts.remedy }),
    ...(facts.number !== undefined && { return: facts.number, ticket: facts.number }),
  };
}

const formats = new Map<string, IntlMessageFormat>();

function format(text: string, language: Language, values: Record<string, string | number>): string {
  const key = `${language}:${text}`;
  let found = formats.get(key);
  if (found === undefined)
    formats.set(key, (found = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })));
  return String(found.format(values));
}

/** The same without pictures and colours. */
function textOf(content: MailContent): string {
  const { greeting, paragraphs, lines, details, button, offer, footer, unsubscribe } = content;
  return [
    greeting,
    ...paragraphs,
    ...(lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')]),
    details.join('\n'),
    ...(content.ratingLinks.length === 0
      ? []
      : [content.ratingLinks.map((link, index) => `${index + 1}: ${link}`).join('\n')]),
    ...(button === undefined ? [] : [`${button.text}: ${button.link}`]),
    ...(offer === undefined ? [] : [offer]),
    content.senderName,
    `--\n${footer}`,
    ...(unsubscribe === undefined ? [] : [`${unsubscribe.text}: ${unsubscribe.link}`]),
  ].join('\n\n');
}
