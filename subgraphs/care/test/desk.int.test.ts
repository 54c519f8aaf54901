import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import type { Identity } from '../../../schema/identity.ts';
import { openCareShop, type CareShop } from './careShop.ts';

interface Ticket {
  readonly id: string;
  readonly status: string;
  readonly resolution: string | null;
  readonly notes: readonly {
    readonly by: string;
    readonly internal: boolean;
    readonly text: string | null;
  }[];
}

const agent = callers.agent(['orders:read', 'orders:write']);
const ticketFields = 'id status resolution notes { by internal text }';
const openText = `mutation($input: OpenTicketInput!) { done: openTicket(input: $input) { ${ticketFields} } }`;
const replyText = `mutation($input: ReplyToTicketInput!) { done: replyToTicket(input: $input) { ${ticketFields} } }`;
const changeText = `mutation($input: ChangeTicketInput!) { done: changeTicket(input: $input) { ${ticketFields} } }`;

describe('the service desk', () => {
  let shop: CareShop;
  let application: TradingApplication;
  let keys = 0;

  const tickets = async (id: string, who?: Identity): Promise<Ticket[]> => {
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order { tickets { ${ticketFields} } } } }`;
    const of = [{ __typename: 'Order', id }];
    type Found = { _entities: [{ tickets: Ticket[] }] };
    return (await application.ok<Found>('care', query, { of }, who))._entities[0].tickets;
  };
  const act = async (query: string, input: object, who: Identity): Promise<Ticket> => {
    const idempotencyKey = `key-${++keys}`;
    const variables = { input: { idempotencyKey, ...input } };
    const { done } = await application.ok<{ done: Ticket }>('care', query, variables, who);
    await application.settle();
    return done;
  };

  beforeAll(async () => {
    shop = await openCareShop();
    ({ application } = shop);
  });
  afterAll(() => shop.stop());

  it('lets customer and desk write to each other, and the desk among itself', async () => {
    const id = await shop.order();
    const { who } = shop.buyer;
    const asked = await act(openText, { orderId: id, reason: 'WRONG_ITEM', text: ' It is blue. ' }, who);
    expect(asked).toMatchObject({ status: 'NEW', notes: [{ by: 'CUSTOMER', text: 'It is blue.' }] });
    const ref = { orderId: id, ticketId: asked.id };
    await act(replyText, { ...ref, text: 'Blue again?', internal: true }, agent);
    const answered = await act(replyText, { ...ref, text: 'We are sorry.' }, agent);
    expect(answered).toMatchObject({ status: 'OPEN' });
    expect(answered.notes).toHaveLength(3);
    expect((await tickets(id, who))[0]?.notes.map(({ text }) => text)).toEqual([
      'It is blue.',
      'We are sorry.',
    ]);
    await act(changeText, { ...ref, status: 'PENDING_CUSTOMER', reason: 'asked for a photo' }, agent);
    expect((await act(replyText, { ...ref, text: 'Here it is.', internal: true }, who)).status).toBe('OPEN');
    expect((await tickets(id, who))[0]?.notes).toHaveLength(3);
    const unsolved = { ...ref, status: 'SOLVED', reason: 'done', idempotencyKey: 'solve-1' };
    expect(await application.code('care', changeText, { input: unsolved }, agent)).toBe('BAD_USER_INPUT');
    const solved = await act(
      changeText,
      { ...ref, status: 'SOLVED', resolution: 'RESHIPPED', reason: 'done' },
      agent,
    );
    expect(solved).toMatchObject({ status: 'SOLVED', resolution: 'RESHIPPED' });
    expect(await shop.fates(id)).toMatchObject({ TICKET_OPENED: 'SENT', TICKET_ANSWERED: 'SENT' });
    expect(await tickets(id, callers.shopper('somebody-else'))).toEqual([]);
    const list = 'query { tickets(first: 50) { edges { node { id } } } }';
    type List = { tickets: { edges: { node: { id: string } }[] } };
    const listed = (await application.ok<List>('care', list, {}, agent)).tickets.edges.map(
      ({ node }) => node.id,
    );
    expect(listed).not.toContain(asked.id);
    expect(await application.code('care', list, {}, who)).toBe('FORBIDDEN');
  });

  it('puts a ticket off until a moment: it leaves the list, and comes back then or when its customer writes', async () => {
    const id = await shop.order();
    const { who } = shop.buyer;
    const { id: ticketId } = await act(openText, { orderId: id, reason: 'OTHER', text: 'When?' }, who);
    const ref = { orderId: id, ticketId };
    const snooze = (hours: number) =>
      act(
        changeText,
        {
          ...{ ...ref, status: 'SNOOZED', reason: 'the carrier answers on Monday' },
          snoozedUntil: new Date(application.clock.nowMs() + hours * 3_600_000).toISOString(),
        },
        agent,
      );
    type List = { tickets: { edges: { node: { id: string } }[] } };
    const isListed = async () =>
      (
        await application.ok<List>(
          'care',
          'query { tickets(first: 50) { edges { node { id } } } }',
          {},
          agent,
        )
      ).tickets.edges.some(({ node }) => node.id === ticketId);
    expect(await isListed()).toBe(true);
    expect(await snooze(5)).toMatchObject({ status: 'SNOOZED' });
    expect(await isListed()).toBe(false);
    await shop.moveOn(5 * 3_600_000 + 61_000);
    expect(await tickets(id, agent)).toMatchObject([{ status: 'OPEN' }]);
    expect(await isListed()).toBe(true);
    await snooze(48);
    expect(await act(replyText, { ...ref, text: 'Well?', internal: false }, who)).toMatchObject({
      status: 'OPEN',
    });
    const past = { ...ref, status: 'SNOOZED', reason: 'too late', snoozedUntil: '2020-01-01T00:00:00Z' };
    const input = { ...past, idempotencyKey: 'past' };
    expect(await application.code('care', changeText, { input }, agent)).toBe('BAD_USER_INPUT');
  });

  it('keeps what people wrote out of the journal', async () => {
    const { db } = application.database('care');
    const journal = JSON.stringify(await db?.collection('journal').find().toArray());
    expect(journal).toContain('care.TicketNoted');
    expect(journal).not.toMatch(/It is blue|We are sorry|Blue again/);
  });
});
