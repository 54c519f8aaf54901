import type { ParsedMail } from 'mailparser';

/** A mail that a person may have written, as far as it is used. */
export interface Letter {
  /** The one address it comes from, in small letters. */
  readonly from: string;
  readonly subject: string;
  /** Names this mail for ever: its Message-ID, or its bytes where it has none. */
  readonly id: string;
  /** Message-IDs it answers to, newest first, without their brackets. */
  readonly answersTo: readonly string[];
  /** Its words without what they answer to; empty if there are none. */
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
}

/** Why a mail is not taken as a person's. */
export type Refusal = 'UNREADABLE' | 'AUTOMATIC' | 'LIST' | 'OWN' | 'NO_SENDER' | 'FORGED' | 'TOO_MANY_PARTS';

const mostWords = 5_000;
const mostReferences = 50;
const mostAttachments = 20;
const mostParts = 500;

/** Reads a mail; a refusal says what it is instead of a person's. Never throws, whatever the bytes. */
export async function readLetter(
  raw: Buffer,
  { ownAddress, bytesId }: { readonly ownAddress: string; readonly bytesId: string },
): Promise<Letter | Refusal> {
  // Each part is an object of the parser; a mail of nothing but boundaries would make millions of them.
  if (hasTooManyParts(raw)) return 'TOO_MANY_PARTS';
  const { simpleParser } = await import('mailparser');
  const options = { skipImageLinks: true, skipTextToHtml: true, maxHtmlLengthToParse: 1_000_000 };
  const mail = await simpleParser(raw, options).catch(() => undefined);
  if (mail === undefined) return 'UNREADABLE';
  const senders = (mail.from?.value ?? []).flatMap((each) => each.group ?? [each]);
  const from = senders[0]?.address?.trim().toLowerCase() ?? '';
  // Two senders in one header: programs do not agree on which one it is.
  if (senders.length !== 1 || headerCount(mail, 'from') !== 1 || !/^[^\s@<>"]+@[^\s@<>"]+$/.test(from))
    return 'NO_SENDER';
  const why = notAPerson(mail, from, ownAddress.toLowerCase());
  if (why !== undefined) return why;
  return {
    ...{ from, subject: oneLine(mail.subject ?? '', 300), text: ownWords(mail.text ?? '') },
    id: bareId(mail.messageId ?? '') || bytesId,
    answersTo: idsOf(mail),
    attachments: mail.attachments.slice(0, mostAttachments).map(({ filename, contentType, size }) => ({
      ...{ name: oneLine(filename ?? '', 100), type: oneLine(contentType, 60), bytes: size },
    })),
  };
}

/** Whether a mail has more parts than anybody writes. */
export const hasTooManyParts = (raw: Buffer): boolean => partsIn(raw) > mostParts;

function partsIn(raw: Buffer): number {
  let count = 0;
  for (let at = raw.indexOf('\n--'); at !== -1 && count <= mostParts; at = raw.indexOf('\n--', at + 3))
    count += 1;
  return count;
}

const headerCount = ({ headerLines }: ParsedMail, name: string): number =>
  headerLines.filter(({ key }) => key === name).length;
const headerText = ({ headerLines }: ParsedMail, name: string): string =>
  headerLines
    .filter(({ key }) => key === name)
    .map(({ line }) => line.slice(line.indexOf(':') + 1).trim())
    .join('\n');

/** Mails of machines, of lists, of ourselves, and those whose sender was found to be forged (RFC 3834, 2919, 8601). */
function notAPerson(mail: ParsedMail, from: string, own: string): Refusal | undefined {
  const of = (name: string): string => headerText(mail, name).toLowerCase();
  if (from === own || headerCount(mail, 'x-message-key') > 0) return 'OWN';
  if (headerCount(mail, 'list-id') > 0 || headerCount(mail, 'list-unsubscribe') > 0) return 'LIST';
  const auto = of('auto-submitted');
  const isAutomatic =
    (auto !== '' && !/^no\b/.test(auto)) ||
    /\b(bulk|junk|list|auto_reply)\b/.test(of('precedence')) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress', 'x-loop'].some(
      (name) => headerCount(mail, name) > 0,
    ) ||
    of('return-path') === '<>' ||
    /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+@._-])/.test(from) ||
    /multipart\/report/.test(of('content-type'));
  if (isAutomatic) return 'AUTOMATIC';
  const verdicts = of('authentication-results');
  const isForged =
    /\bdmarc=fail\b/.test(verdicts) ||
    (/\bspf=(soft)?fail\b/.test(verdicts) && !/\bdkim=pass\b/.test(verdicts));
  return isForged ? 'FORGED' : undefined;
}

const bareId = (id: string): string => oneLine(id, 500).replace(/^<|>$/g, '');

function idsOf({ inReplyTo, references }: ParsedMail): string[] {
  const all = [...[references ?? []].flat(), inReplyTo ?? ''].flatMap((text) => text.split(/\s+/));
  return [...new Set(all.map(bareId).filter((id) => id !== ''))].reverse().slice(0, mostReferences);
}

/** One line of plain characters. */
const oneLine = (text: string, most: number): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, most);

const quoteStarts = [
  /^>/,
  /^-{2,}\s*(original message|message d.origine|messaggio originale)/i,
  /^_{10,}$/,
  /^(on|le|il giorno|il|am)\b.{4,200}\b(wrote|a écrit|ha scritto|schrieb)\s?:$/i,
  /^(from|de|da|von):\s.+@/i,
];

/** What was written above what it answers to; control characters become blanks, and no line is endless. */
function ownWords(text: string): string {
  const lines = text
    .slice(0, 200_000)
    .replace(/[^\P{Cc}\n]|\p{Cf}/gu, ' ')
    .split('\n')
    .map((line) => line.trimEnd().slice(0, 2_000));
  const end = lines.findIndex((line) => quoteStarts.some((start) => start.test(line.trim())));
  const own = (end === -1 ? lines : lines.slice(0, end)).join('\n').trim();
  // Who answers below what they quote has said something all the same.
  const words =
    own === '' && end !== -1
      ? lines
          .filter((line) => !line.startsWith('>'))
          .join('\n')
          .trim()
      : own;
  return words.replace(/\n{3,}/g, '\n\n').slice(0, mostWords);
}

/** The number of a ticket in a subject, as our own mails carry it. */
export const ticketNumberIn = (subject: string): string | undefined => /\bT-[0-9A-F]{8}\b/.exec(subject)?.[0];

/** The key of one of our mails in a Message-ID. */
export const messageKeyIn = (id: string): string | undefined => /^([0-9a-f]{32})@/.exec(id)?.[1];
