import type { ParsedMail } from 'mailparser';
import { hasTooManyParts } from './letter.ts';

/** What a machine wrote about one of our mails. */
export interface MailReport {
  readonly kind: 'BOUNCED' | 'COMPLAINED' | 'DELIVERED';
  /** Key of the mail, from the part of it that came back. */
  readonly key: string;
  /** Address the report names. */
  readonly address?: string;
}

/**
 * Reads delivery status notifications (RFC 3464) and feedback reports (RFC 5965). Undefined for anything else: letters of
 * people, absence notes, delays of which the other side takes care itself, and whatever does not name one of our mails.
 */
export async function readMailReport(raw: Buffer): Promise<MailReport | undefined> {
  if (hasTooManyParts(raw)) return undefined;
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true }).catch(() => undefined);
  if (mail === undefined) return undefined;
  const key = keyOf(mail);
  if (key === undefined) return undefined;
  const feedback = partOf(mail, 'message/feedback-report');
  if (feedback !== undefined) return complaintOf(feedback, key);
  // The parser takes a delivery status for text.
  const status = partOf(mail, 'message/delivery-status') ?? (isDeliveryReport(mail) ? mail.text : undefined);
  return status === undefined ? undefined : bounceOf(status, key);
}

function complaintOf(feedback: string, key: string): MailReport | undefined {
  if (!/^feedback-type:\s*abuse/im.test(feedback)) return undefined;
  const address = /^original-rcpt-to:\s*<?([^\s<>]+)>?/im.exec(feedback)?.[1];
  return { kind: 'COMPLAINED', key, ...(address === undefined ? {} : { address }) };
}

function bounceOf(status: string, key: string): MailReport | undefined {
  const action = /^action:\s*(\w+)/im.exec(status)?.[1]?.toLowerCase();
  const code = /^status:\s*([245])\.\d{1,3}\.\d{1,3}/im.exec(status)?.[1];
  const recipient = /^final-recipient:\s*rfc822;\s*<?([^\s<>]+)>?/im.exec(status)?.[1];
  const address = recipient === undefined ? {} : { address: recipient };
  if (action === 'delivered') return { kind: 'DELIVERED', key, ...address };
  // "delayed" and 4.x.x: the other side is still trying.
  return action === 'failed' && code === '5' ? { kind: 'BOUNCED', key, ...address } : undefined;
}

const isDeliveryReport = ({ headerLines }: ParsedMail): boolean =>
  headerLines.some(({ key, line }) => key === 'content-type' && /report-type="?delivery-status/i.test(line));
const partOf = ({ attachments }: ParsedMail, type: string): string | undefined =>
  attachments.find(({ contentType }) => contentType.toLowerCase() === type)?.content.toString('latin1');

/** Key of the mail that came back, whole or by its headers alone. */
function keyOf(mail: ParsedMail): string | undefined {
  const returned = [partOf(mail, 'message/rfc822'), partOf(mail, 'text/rfc822-headers'), mail.text].filter(
    (text) => text !== undefined,
  );
  for (const text of returned) {
    const found = /^x-message-key:\s*([0-9a-f]{32})\s*$/im.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}
