import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { handleSecret, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callAs, callers } from '../../../test/support/world.ts';
import { signToken } from '../links/signedLink.ts';
import { openCareShop, type CareShop } from './careShop.ts';

const hook = `/webhooks/care/mail/${signToken('inbound', 'mail', handleSecret)}`;
interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly notes: readonly { readonly by: string; readonly text: string | null }[];
}

describe('letters of customers', () => {
  let shop: CareShop;
  let application: TradingApplication;
  let letters = 0;

  const ticketsOf = async (id: string): Promise<Ticket[]> => {
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order {
      tickets { id number status notes { by text } } } } }`;
    const of = [{ __typename: 'Order', id }];
    return (await application.ok<{ _entities: { tickets: Ticket[] }[] }>('care', query, { of }))._entities[0]?.tickets ?? []; // prettier-ignore
  };
  /** A customer, their order, and how they are reached. */
  const customer = async (
    name: string,
  ): Promise<{ who: Buyer; id: string; address: string; number: string }> => {
    const who = buyerIn(application, callers.shopper(name));
    const id = await shop.order({ who });
    await shop.moveOn(2_000);
    const [mail] = await shop.mails(id);
    const address = [mail?.to].flat()[0]?.value[0]?.address ?? '';
    const query = 'query($id: ID!) { order(id: $id) { number } }';
    const { order } = await application.ok<{ order: { number: string } }>('orders', query, { id });
    return { who, id, address, number: order.number };
  };
  const send = async (
    from: string,
    { subject = 'Hello', headers = [] as string[], words = 'Where is it?', id = '' } = {},
  ) => {
    const messageId = id === '' ? `m${++letters}@mx.example` : id;
    const lines = [
      `From: ${from}`,
      `Subject: ${subject}`,
      `Message-ID: <${messageId}>`,
      ...headers,
      '',
      words,
      '',
    ];
    const { status, body } = await shop.request('POST', hook, lines.join('\r\n'));
    expect(status).toBe(200);
    return JSON.parse(String(body)) as { applied: boolean; reason?: string; ticketId?: string };
  };
  const opened = async (of: { who: Buyer; id: string }): Promise<Ticket> => {
    const text = 'mutation($input: OpenTicketInput!) { openTicket(input: $input) { id } }';
    const input = { orderId: of.id, reason: 'OTHER', text: 'Hello?', idempotencyKey: `open-${++letters}` };
    await application.ok('care', text, { input }, of.who.who);
    await shop.moveOn(2_000);
    const [ticket] = (await ticketsOf(of.id)).slice(-1);
    if (ticket === undefined) throw new Error('There is no ticket.');
    return ticket;
  };
  const mailIdOf = async (orderId: string, code: string): Promise<string> =>
    (await shop.messagesOf(orderId)).filter((each) => each.code === code).at(-1)?.id ?? '';

  beforeAll(async () => {
    shop = await openCareShop();
    ({ application } = shop);
  });
  afterAll(() => shop.stop());

  it('open a ticket about the order they name, and answer the ticket they reply to, each once', async () => {
    const zoe = await customer('zoe');
    expect(await send('stranger@example.com', { subject: `Order ${zoe.number}` })).toMatchObject({
      reason: 'UNKNOWN',
    });
    const first = await send(zoe.address, { subject: `Order ${zoe.number}`, id: 'same@mx' });
    expect(first.applied).toBe(true);
    expect(await send(zoe.address, { subject: `Order ${zoe.number}`, id: 'same@mx' })).toMatchObject({
      reason: 'TWICE',
    });
    const [ticket, ...more] = await ticketsOf(zoe.id);
    expect(more).toEqual([]);
    expect(ticket).toMatchObject({ status: 'NEW', notes: [{ by: 'CUSTOMER', text: 'Where is it?' }] });
    await shop.moveOn(2_000);
    const key = await mailIdOf(zoe.id, 'TICKET_OPENED');
    const reply = { headers: [`In-Reply-To: <${key}@promesse.example>`], words: 'And?\r\n\r\n> we answered' };
    expect(await send(`"Zoé" <${zoe.address.toUpperCase()}>`, reply)).toMatchObject({
      applied: true,
      ticketId: ticket?.id,
    });
    expect((await ticketsOf(zoe.id))[0]?.notes.map(({ text }) => text)).toEqual(['Where is it?', 'And?']);
  });

  it('of others never reach a ticket, whatever thread they claim', async () => {
    const [victim, thief] = [await customer('victim'), await customer('thief')];
    const ticket = await opened(victim);
    const key = await mailIdOf(victim.id, 'TICKET_OPENED');
    for (const claim of [
      { headers: [`In-Reply-To: <${key}@promesse.example>`] },
      { headers: [`References: <a@b> <${key}@promesse.example>`] },
      { subject: `Re: [${ticket.number}]` },
      { subject: `${ticket.number} ${victim.number}` },
    ])
      expect(await send(thief.address, claim)).toMatchObject({ applied: false, reason: 'UNKNOWN' });
    // With the thread of another, a letter about one's own order is about one's own order.
    const both = {
      headers: [`In-Reply-To: <${key}@promesse.example>`],
      subject: `Re: ${ticket.number} ${thief.number}`,
    };
    expect((await send(thief.address, both)).applied).toBe(true);
    expect(await ticketsOf(thief.id)).toHaveLength(1);
    expect((await ticketsOf(victim.id))[0]?.notes).toHaveLength(1);
    const forged = {
      headers: ['Authentication-Results: mx; dmarc=fail', `In-Reply-To: <${key}@promesse.example>`],
    };
    expect(await send(victim.address, forged)).toMatchObject({ reason: 'FORGED' });
  });

  it('of machines open nothing, and two that answer each other come to an end', async () => {
    const loop = await customer('loop');
    const ticket = await opened(loop);
    const subject = `Re: [${ticket.number}]`;
    for (const header of ['Auto-Submitted: auto-replied', 'Precedence: bulk', 'List-Id: <x>'])
      expect((await send(loop.address, { subject, headers: [header] })).applied).toBe(false);
    expect((await send('orders@promesse.example', { subject })).reason).toBe('OWN');
    let taken = 0;
    for (let round = 0; round < 30; round += 1)
      if ((await send(loop.address, { subject, words: `again ${round}` })).applied) taken += 1;
    expect(taken).toBe(19);
    expect((await send(loop.address, { subject })).reason).toBe('TOO_MANY');
    await shop.moveOn(3_600_000);
    expect((await send(loop.address, { subject })).applied).toBe(true);
  });

  it('wake a ticket that waits for them, and begin another after it was closed', async () => {
    const ana = await customer('ana');
    const ticket = await opened(ana);
    const change = 'mutation($input: ChangeTicketInput!) { changeTicket(input: $input) { status } }';
    const set = (status: string) => {
      const input = { orderId: ana.id, ticketId: ticket.id, status, resolution: 'EXPLAINED', reason: 'so', idempotencyKey: status }; // prettier-ignore
      return application.ok('care', change, { input });
    };
    await set('PENDING_CUSTOMER');
    await send(ana.address, { subject: ticket.number });
    expect((await ticketsOf(ana.id))[0]?.status).toBe('OPEN');
    await set('CLOSED');
    const next = await send(ana.address, { subject: ticket.number });
    expect(next.ticketId).not.toBe(ticket.id);
    expect((await ticketsOf(ana.id)).map(({ status }) => status)).toEqual(['CLOSED', 'NEW']);
  });

  it('are heard of at the desk as they come', async () => {
    const query = 'subscription { ticketsChanged(filter: { reason: [OTHER] }) { number status } }';
    const answer = await application.subgraph('care').subscribe({ query, variables: {} }, callAs());
    if (!(Symbol.asyncIterator in answer)) throw new Error(JSON.stringify(answer.errors));
    const live = answer[Symbol.asyncIterator]();
    const bea = await customer('bea');
    await send(bea.address, { subject: bea.number });
    const { value } = (await live.next()) as { value: { data: { ticketsChanged: Ticket } } };
    expect(value.data.ticketsChanged).toMatchObject({ status: 'NEW' });
    await live.return?.();
    const shopper = await application
      .subgraph('care')
      .subscribe({ query, variables: {} }, callAs(bea.who.who));
    expect('errors' in shopper).toBe(true);
  });
});
