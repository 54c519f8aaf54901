import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { codedError } from '../../../platform/errors/codedError.ts';

/** Ways to reach somebody. */
export const contactChannels = ['EMAIL', 'SMS'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** What somebody said to offers on one channel, and when (epoch ms). Messages about an order need no consent. */
export interface Consent {
  readonly channel: ContactChannel;
  readonly offers: boolean;
  readonly atMs: number;
}

/** How a customer is reached, in the one form in which it is kept and compared. */
export interface Contact {
  /** In small letters, its domain in ASCII. */
  readonly email?: string;
  /** E.164, such as +393887403368. */
  readonly phone?: string;
  readonly consents: readonly Consent[];
}

export const noContact: Contact = { consents: [] };

/** Changes of a contact: null takes away, undefined leaves as it is. */
export interface ContactChange {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  /** Country in which a telephone number without + is read. */
  readonly phoneCountry?: string | null | undefined;
  readonly consents?:
    readonly { readonly channel: ContactChannel; readonly offers: boolean }[] | null | undefined;
}

const wrong = (field: string, message: string) => codedError('BAD_USER_INPUT', message, { field });

/** Letters of a local part as mail servers take them; letters of any script, but no quotes, spaces or control characters. */
const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domainPart = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** A domain in small ASCII letters; empty when it is none. */
function asciiDomain(written: string): string {
  const url = `http://${written}`;
  return /^[\p{L}\p{N}\p{M}.-]+$/u.test(written) && URL.canParse(url) ? new URL(url).hostname : '';
}

/** An e-mail address in its one form, or undefined when it cannot be one. */
export function readEmail(written: string): string | undefined {
  const text = written.trim().normalize('NFC');
  const at = text.lastIndexOf('@');
  if (at < 1 || text.length > 254) return undefined;
  const local = text.slice(0, at).toLowerCase();
  const domain = asciiDomain(text.slice(at + 1));
  return localPart.test(local) && new TextEncoder().encode(local).length <= 64 && domainPart.test(domain)
    ? `${local}@${domain}`
    : undefined;
}

/** A telephone number as E.164, or undefined when it is none. Without a country it has to begin with + and its country. */
export function readPhone(written: string, country?: string): string | undefined {
  if (written.length > 40 || !/^[\s\d+().\/-]+$/.test(written)) return undefined;
  const home = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const read = parsePhoneNumberFromString(written, home);
  return read?.isValid() === true && read.ext === undefined ? read.number : undefined;
}

function emailOf(written: string): string {
  const email = readEmail(written);
  if (email === undefined)
    throw wrong('email', 'This is no e-mail address; one looks like name@example.com.');
  return email;
}

function phoneOf(written: string, country: string | undefined): string {
  const phone = readPhone(written, country);
  if (phone !== undefined) return phone;
  const where = country === undefined ? 'a country that is not given: begin with + and its code' : country;
  throw wrong('phone', `This is no telephone number of ${where}.`);
}

/** Consents after a change: the instant stays that of the first time somebody said so. */
function consentsAfter(
  before: readonly Consent[],
  said: NonNullable<ContactChange['consents']>,
  nowMs: number,
): Consent[] {
  if (new Set(said.map(({ channel }) => channel)).size < said.length)
    throw wrong('consents', 'A channel has one consent.');
  const changed = said.map(
    ({ channel, offers }) =>
      before.find((each) => each.channel === channel && each.offers === offers) ?? {
        ...{ channel, offers },
        atMs: nowMs,
      },
  );
  const kept = before.filter(({ channel }) => !said.some((each) => each.channel === channel));
  return [...kept, ...changed];
}

/** A contact after a change; BAD_USER_INPUT names the part that is wrong. `home` reads numbers without a country. */
export function contactAfter(
  before: Contact,
  change: ContactChange,
  home: string | undefined,
  nowMs: number,
): Contact {
  const email = change.email === undefined ? before.email : change.email && emailOf(change.email);
  const country = change.phoneCountry ?? home;
  const phone = change.phone === undefined ? before.phone : change.phone && phoneOf(change.phone, country);
  return {
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    consents: consentsAfter(before.consents, change.consents ?? [], nowMs),
  };
}

/** Words of a name by which it is found: small letters without accents. */
export function nameWordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 20);
}
