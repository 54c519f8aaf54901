/**
 * Sends the GraphQL document on standard input to a running Promesse, in the name of one of its ready-made callers.
 *
 *   node docs/tutorial/ask.mjs CALLER [PATH] [--until VALUE]
 *
 * CALLER: shopper, guest, associate, agent, partner or admin. PATH picks one value of the answer, such as
 * `createCart.id`. With --until it asks again until that value is VALUE, for at most 60 s: subgraphs tell each other
 * by events, so some facts take a moment. PROMESSE_URL and DATA_DIR say where the server and its tokens are.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { until: { type: 'string' } },
});
const [caller = '', path] = positionals;
const url = process.env.PROMESSE_URL ?? 'http://127.0.0.1:4000';
const tokens = JSON.parse(readFileSync(join(process.env.DATA_DIR ?? '.data', 'dev-tokens.json'), 'utf8'));
const query = await text(process.stdin);

async function ask() {
  const response = await fetch(`${url}${caller === 'partner' ? '/partner' : ''}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[caller]}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors, null, 2));
  return path === undefined ? data : path.split('.').reduce((value, key) => value?.[key], data);
}

const giveUpAt = Date.now() + 60_000;
let answer = await ask();
while (values.until !== undefined && String(answer) !== values.until) {
  if (Date.now() > giveUpAt) throw new Error(`${path} is still ${String(answer)}, not ${values.until}.`);
  await pause(100);
  answer = await ask();
}
console.log(typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2));
