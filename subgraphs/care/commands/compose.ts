import { localized } from '../../../platform/values/localized.ts';
import type { CareApplication } from '../application.ts';
import type { KnownFacts } from '../domain/facts.ts';
import { ruleOf, type MessageCode } from '../domain/codes.ts';
import type { MessageState } from '../domain/message.ts';
import type { OrderView } from '../domain/views.ts';
import { orderLink, ownOrderPage, surveyLinks, unsubscribeLink } from '../links/signedLink.ts';
import type { Contact, OutgoingMail, OutgoingSms } from '../ports.ts';
import { render, type Rendered } from '../templates/render.ts';
import { languageOf } from '../templates/text.ts';
import { smsTextOf } from '../transport/smsText.ts';

/** What is to be written, to whom. */
export interface Writing {
  readonly code: MessageCode;
  readonly order: OrderView;
  readonly facts: KnownFacts;
  readonly locale: string;
  readonly contact: Contact;
}

/** More lines than this are counted, not listed. */
const maxLines = 12;

/** Writes a message as its reader will see it. */
export async function write(application: CareApplication, writing: Writing): Promise<Rendered> {
  const { code, order, facts, locale, contact } = writing;
  const { settings, config } = application;
  const { senderName, orderPageUrl } = settings.current();
  return render({
    ...{ code, locale, facts, orderNumber: order.number, timeZone: order.timeZone, senderName },
    ...{ customerName: contact.name, offers: contact.offers },
    names: await namesOf(application, facts, locale),
    orderLink: orderLink(orderPageUrl || ownOrderPage(config), order._id, config.linkSecret),
    ratingLinks: code === 'SURVEY' ? surveyLinks(config, order._id) : [],
    unsubscribeLink: unsubscribeLink(config, order.owner, ruleOf(code).group),
  });
}

async function namesOf({ models, catalog }: CareApplication, facts: KnownFacts, locale: string) {
  const language = languageOf(locale);
  const { carrier, place, lines = [] } = facts;
  const [service, store, ...titles] = await Promise.all([
    carrier === undefined ? null : models.Service.findOne({ _id: carrier }).lean(),
    place === undefined ? null : models.Place.findOne({ _id: place }).lean(),
    // A catalogue that does not answer shall not hold the message up.
    ...lines.slice(0, maxLines).map(({ sku }) => catalog.title(sku, language, sku).catch(() => sku)),
  ]);
  const listed = titles.map((title, index) => `${lines[index]?.quantity ?? 1} × ${title}`);
  const more = lines.length - listed.length;
  return {
    ...(service === null ? {} : { carrier: localized(service.name, language) }),
    ...(store === null ? {} : { place: `${store.name}, ${store.city}` }),
    lines: more > 0 ? [...listed, `+ ${more}`] : listed,
  };
}

/** To whom a message goes. */
export interface Letter {
  readonly order: OrderView;
  readonly contact: Contact;
  /** Address or number. */
  readonly to: string;
}

/** Writes a decided message, in the language of the order whoever set it off. */
export const writeTo = (
  application: CareApplication,
  { code, facts }: Pick<MessageState, 'code' | 'facts'>,
  { order, contact }: Letter,
): Promise<Rendered> => write(application, { code, order, facts, locale: order.locale, contact });

/** A written message as a mail. */
export function mailOf(
  application: CareApplication,
  { _id: key, code }: Pick<MessageState, '_id' | 'code'>,
  { order, contact, to }: Letter,
  { subject, html, text }: Rendered,
): OutgoingMail {
  const { senderName, senderAddress } = application.settings.current();
  const link = unsubscribeLink(application.config, order.owner, ruleOf(code).group);
  return {
    ...{ key, subject, html, text },
    from: { name: senderName, address: senderAddress },
    to: { ...(contact.name === undefined ? {} : { name: contact.name }), address: to },
    headers: {
      // Nobody's absence note shall answer, and nothing that answers by itself shall open a request (RFC 3834).
      ...{ 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      ...(link === undefined
        ? {}
        : { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
}

/** A written message as a short one, counted. */
export function smsOf({ sms = '' }: Rendered): Pick<OutgoingSms, 'text' | 'parts'> {
  const { text, parts } = smsTextOf(sms);
  return { text, parts };
}
