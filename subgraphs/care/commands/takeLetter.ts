import { createHash } from 'node:crypto';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import type { MessageState } from '../domain/message.ts';
import type { TicketState } from '../domain/ticket.ts';
import type { OrderView } from '../domain/views.ts';
import { messageKeyIn, readLetter, ticketNumberIn, type Letter, type Refusal } from '../inbound/letter.ts';
import { writeOn } from './noteOn.ts';
import { tell } from './tell.ts';
import { numberOf, openTicketIn, shortHash } from './tickets.ts';

/** What became of a mail that came in. */
export type Taken =
  | { readonly applied: true; readonly ticketId: string }
  | { readonly applied: false; readonly reason: Refusal | 'UNKNOWN' | 'EMPTY' | 'TOO_MANY' | 'TWICE' };

/** Mails that one ticket takes from its customer within an hour: two programs that answer each other come to an end. */
const mostAnHour = 20;
const hourMs = 3_600_000;
const refused = (reason: Exclude<Taken, { applied: true }>['reason']): Taken => ({ applied: false, reason });

/**
 * Takes a mail in: words for the ticket that it answers to, or a new one about the order that it names. It counts only if
 * it comes from the address that the order's customer is reached at: whoever knows a number or a Message-ID of a thread
 * cannot write into it.
 */
export async function takeLetter(application: CareApplication, raw: Buffer): Promise<Taken> {
  const bytesId = createHash('sha256').update(raw).digest('hex');
  const { senderAddress } = application.settings.current();
  const letter = await readLetter(raw, { ownAddress: senderAddress, bytesId });
  if (typeof letter === 'string') return refused(letter);
  const words = wordsOf(letter);
  if (words === '') return refused('EMPTY');
  const found = await placeOf(application, letter);
  if (found === undefined) return refused('UNKNOWN');
  return withTransaction(application.journal.connection, (tx) =>
    write(application, { letter, words, ...found }, tx),
  );
}

function wordsOf({ text, subject, attachments }: Letter): string {
  const named = attachments.map(
    ({ name, type, bytes }) => `[${name === '' ? 'attachment' : name}, ${type}, ${bytes} bytes]`,
  );
  return [text === '' && named.length === 0 ? subject : text, ...named].join('\n').trim().slice(0, 5_000);
}

interface Place {
  readonly order: OrderView;
  readonly ticket: TicketState | undefined;
}

/** The order and ticket that a letter is about, if its sender is the order's customer. */
async function placeOf(application: CareApplication, letter: Letter): Promise<Place | undefined> {
  for (const place of await candidates(application, letter)) {
    const contact = await application.orders.contact(place.order._id, shortHash(letter.id));
    if (contact.email?.trim().toLowerCase() === letter.from) return place;
  }
  return undefined;
}

/** By the mails it answers to, then by a ticket's number in its subject, then by an order's. */
async function candidates({ models }: CareApplication, { answersTo, subject }: Letter): Promise<Place[]> {
  const places: Place[] = [];
  const add = async (orderId: string, number: string | undefined): Promise<void> => {
    const order = await models.Order.findOne({ _id: orderId }).lean<OrderView>();
    if (order === null) return;
    const filter = builtFilter<TicketState>({ orderId, ...(number === undefined ? {} : { number }) });
    const [ticket] = await models.Ticket.find(filter).sort({ openedAtMs: -1 }).limit(1).lean<TicketState[]>();
    places.push({ order, ticket: number === undefined ? undefined : ticket });
  };
  const keys = answersTo.flatMap((id) => messageKeyIn(id) ?? []).slice(0, 10);
  for (const _id of keys) {
    const message = await models.Message.findOne({ _id }).lean<MessageState>();
    if (message !== null) await add(message.orderId, message.facts.number);
  }
  const number = ticketNumberIn(subject);
  const ticket = number === undefined ? null : await models.Ticket.findOne({ number }).lean<TicketState>();
  if (ticket !== null) await add(ticket.orderId, ticket.number);
  for (const word of subject
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((each) => each.length >= 4)
    .slice(0, 10)) {
    const order = await models.Order.findOne({ number: word }, { _id: 1 }).lean();
    if (order !== null) await add(order._id, undefined);
  }
  return places;
}

interface Writing extends Place {
  readonly letter: Letter;
  readonly words: string;
}

/** Adds the words to the ticket, or opens one: a closed ticket is over, and what comes after it is a new one. */
async function write(
  application: CareApplication,
  { letter, words, order, ticket }: Writing,
  tx: Tx,
): Promise<Taken> {
  const { clock, models } = application;
  const mailId = shortHash(`mail|${letter.from}|${letter.id}`).slice(0, 32);
  if ((await models.TicketText.findOne({ _id: mailId }).session(tx.session).lean()) !== null)
    return refused('TWICE');
  const nowMs = clock.nowMs();
  const goesOn = ticket !== undefined && ticket.status !== 'CLOSED';
  const lately = goesOn
    ? ticket.notes.filter(({ by, atMs }) => by === 'CUSTOMER' && nowMs - atMs < hourMs).length
    : await models.Ticket.countDocuments(
        builtFilter<TicketState>({ orderId: order._id, openedAtMs: { $gt: nowMs - hourMs } }),
      ).session(tx.session);
  if (lately >= mostAnHour) return refused('TOO_MANY');
  const ticketId = goesOn ? ticket._id : shortHash(`letter|${mailId}`).slice(0, 32);
  const by = { actor: order.owner, cause: `mail:${mailId}` };
  if (!goesOn) await open(application, { order, ticketId, by }, tx);
  const note = { ticketId, orderId: order._id, noteId: mailId, text: words, visibility: 'PUBLIC' } as const;
  await writeOn(application, note, { by: 'CUSTOMER', ...by }, tx);
  return { applied: true, ticketId };
}

async function open(
  application: CareApplication,
  { order, ticketId, by }: { order: OrderView; ticketId: string; by: { actor: string; cause: string } },
  tx: Tx,
): Promise<void> {
  const ticket = { ticketId, order, reason: 'OTHER', priority: 'NORMAL', ...by } as const;
  await openTicketIn(application, ticket, tx);
  const telling = {
    ...{ orderId: order._id, version: ticketId, facts: { number: numberOf(ticketId) } },
    code: 'TICKET_OPENED',
    factAtMs: application.clock.nowMs(),
  } as const;
  await tell(application, telling, { id: ticketId, actor: by.actor }, tx);
}
