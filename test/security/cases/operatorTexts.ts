import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import type { Target } from '../target.ts';

const kind = 'texts that look like operators';
const command = 'mutation($input: SetSafetyStockInput!) { setSafetyStock(input: $input) { sku } }';

/** Texts that a database could take for a question, and one that nothing could take for anything. */
const texts: Readonly<Record<string, string>> = {
  ...{ comparison: '{"$ne":null}', pattern: '{"$regex":"^(a+)+$"}', code: '$where: sleep(5000)' },
  ...{
    operator: '$gt',
    prototype: '__proto__',
    path: 'a.b.$[].c',
    quotes: `' || 1==1 //`,
    spaces: ' '.repeat(200),
  },
};
const rounds = 30;

async function anyPosition(target: Target): Promise<{ sku: string; locationId: string }> {
  const { json } = await target.ask(
    '{ stockPositions(locationId: "wh-lesquin", first: 1) { edges { node { sku locationId } } } }',
    {
      as: 'admin',
    },
  );
  type Page = { edges: { node: { sku: string; locationId: string } }[] };
  const node = (json.data?.['stockPositions'] as Page | undefined)?.edges[0]?.node;
  expectThat(node !== undefined, 'There is no stock.');
  return node;
}

/** Processor time of the same command under so many keys that begin like this. */
async function spentOn(target: Target, prefix: string): Promise<number> {
  const slot = await anyPosition(target);
  const before = target.cpuMs();
  for (let at = 0; at < rounds; at++) {
    const input = {
      ...slot,
      safetyStock: 0,
      reason: 'as it was',
      idempotencyKey: `${prefix} ${before} ${at}`,
    };
    const { text, json } = await target.ask(command, { variables: { input }, as: 'admin' });
    expectThat(json.data != null && json.errors === undefined, `It was answered ${text.slice(0, 200)}.`);
  }
  return target.cpuMs() - before;
}

export const attacks: readonly Attack[] = [
  {
    name: 'as keys of idempotency cost what others cost',
    kind,
    run: async (target) => {
      await spentOn(target, 'warm');
      const plain = await spentOn(target, 'plain');
      for (const [name, text] of Object.entries(texts)) {
        const spent = await spentOn(target, text);
        expectThat(spent < 3 * plain + 300, `${name}: ${spent} ms for ${rounds}, beside ${plain} ms.`);
      }
    },
  },
  {
    name: 'as ids find nothing',
    kind,
    run: async (target) => {
      for (const text of Object.values(texts))
        for (const query of [
          'query($v: ID!) { it: order(id: $v) { id } }',
          'query($v: ID!) { it: cart(id: $v) { id } }',
          'query($v: ID!) { it: product(id: $v) { id } }',
          'query($v: ID!) { it: variant(sku: $v) { sku } }',
          'query($v: ID!) { it: location(id: $v) { id } }',
          'query($v: ID!) { it: shipment(id: $v) { id } }',
          'query($v: ID!) { it: return(id: $v) { id } }',
        ]) {
          const { json, text: answer } = await target.ask(query, { variables: { v: text }, as: 'admin' });
          expectThat(json.data?.['it'] === null, `${query} ${text}: ${answer.slice(0, 200)}.`);
        }
    },
  },
];
