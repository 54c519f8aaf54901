import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subgraphNames } from '../../../main/subgraphNames.ts';
import { createLog } from '../../../platform/log/log.ts';
import { openCareShop, type CareShop } from './careShop.ts';

const people = 10;
const personOf = (n: number) => ({
  name: `Nomcanari${n} Dupont`,
  line1: `${n} rue du Canari${n}`,
  email: `courriel-canari${n}@example.com`,
});
const phoneOf = (n: number): string => `+336123499${10 + n}`;
const wordsOf = (n: number): string => `Mots du canari numero ${n}.`;
/** Fifty values: name, street, mail, telephone and written words of ten customers. */
const planted = Array.from({ length: people }, (_, n) => [
  ...Object.values(personOf(n)),
  phoneOf(n),
  wordsOf(n),
]).flat();
const openText = 'mutation($input: OpenTicketInput!) { done: openTicket(input: $input) { id } }';

describe('what is personal', () => {
  const lines: string[] = [];
  let shop: CareShop;
  const found = (text: string): string[] => planted.filter((value) => text.includes(value));

  beforeAll(async () => {
    const destination = { write: (line: string) => void lines.push(line) };
    shop = await openCareShop(createLog({ level: 'debug', destination }));
    for (let n = 0; n < people; n++) {
      const id = await shop.order({ person: personOf(n), phone: phoneOf(n) });
      const input = { orderId: id, reason: 'OTHER', text: wordsOf(n), idempotencyKey: `words-${n}` };
      await shop.application.ok('care', openText, { input }, shop.buyer.who);
      const work = await shop.shipped(id);
      await shop.scan(id, work, 'OUT_FOR_DELIVERY');
      await shop.moveOn(3_000);
      await shop.deliver(id, work);
      await shop.moveOn(3_000);
    }
  });
  afterAll(() => shop.stop());

  it('reaches the customers it belongs to', async () => {
    expect(planted).toHaveLength(50);
    expect(await shop.smsTo(phoneOf(3))).not.toEqual([]);
  });

  it('stands in no journal, in no event, and nowhere in the database of care but among the words of tickets', async () => {
    for (const name of subgraphNames) {
      const { db } = shop.application.database(name);
      const journal = JSON.stringify(await db?.collection('journal').find().toArray());
      expect([name, found(journal)]).toEqual([name, []]);
    }
    const { db } = shop.application.database('care');
    for (const { name } of (await db?.listCollections().toArray()) ?? []) {
      const rows = JSON.stringify(await db?.collection(name).find().toArray());
      expect([name, found(rows)]).toEqual([
        name,
        name === 'ticketTexts' ? planted.filter((value) => value.startsWith('Mots')) : [],
      ]);
    }
  });

  it('stands in no line of the log', () => {
    expect(found(lines.join(''))).toEqual([]);
  });
});
