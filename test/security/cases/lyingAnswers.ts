import { gzipSync } from 'node:zlib';
import { waitFor } from '../../support/waitFor.ts';
import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import type { FedGateway, SubgraphAnswer } from '../fedGateway.ts';
import type { Target } from '../target.ts';

const kind = 'subgraphs that misbehave';
const item = '{"__typename":"Item","id":"1","name":"a"}';
const json = { 'content-type': 'application/json' };

/** Others are served: at once, or when the gateway has spared a failing subgraph for a moment. */
export async function isServed(gateway: FedGateway): Promise<void> {
  gateway.feed(`{"data":{"item":${item}}}`);
  const wanted = '{"data":{"item":{"id":"1"}}}';
  await waitFor('others to be served', async () => (await gateway.ask('{ item { id } }')).text === wanted, {
    everyMs: 200,
  });
}

/** What a client reads when a subgraph answers like this; the gateway must still serve others afterwards. */
async function readWith(target: Target, answer: string | SubgraphAnswer, query = '{ item { id name } }') {
  const gateway = await target.fedGateway();
  await isServed(gateway);
  gateway.feed(answer);
  const began = performance.now();
  const { text, json: read } = await gateway.ask(query);
  const tookMs = performance.now() - began;
  await isServed(gateway);
  return { text, read, tookMs, gateway };
}

async function isCoded(target: Target, answer: string | SubgraphAnswer, query?: string): Promise<void> {
  const { text } = await readWith(target, answer, query);
  expectThat(/"code":"SUBGRAPH_\w+"/.test(text), `The client read ${text.slice(0, 300)}.`);
  expectThat(Buffer.byteLength(text) < 8_192, `The client read ${text.length} characters.`);
}

/** Bytes without an end, as fast as they are taken. */
const endless =
  (piece: string): SubgraphAnswer =>
  (_req, res) => {
    res.writeHead(200, json).write('{"data":{"item":{"name":"');
    const more = (): void => {
      while (!res.destroyed && res.write(piece));
      if (!res.destroyed) res.once('drain', more);
    };
    more();
  };

const answers: Readonly<Record<string, SubgraphAnswer>> = {
  'a text without an end': endless('x'.repeat(65_536)),
  'a byte a second': (_req, res) => {
    res.writeHead(200, json);
    const drip = setInterval(() => (res.destroyed ? clearInterval(drip) : res.write(' ')), 500);
  },
  'half an answer': (_req, res) => {
    res.writeHead(200, { ...json, 'content-length': '1000' });
    res.write('{"data":{');
    setTimeout(() => res.destroy(), 100);
  },
  'a way to somebody else': (_req, res) => {
    res.writeHead(307, { location: 'http://127.0.0.1:1/stolen' }).end();
  },
  'a page of an error': (_req, res) => {
    res.writeHead(500, { 'content-type': 'text/html' }).end('<h1>at /srv/app/secret.js:3</h1>');
  },
  'a type that is not JSON': (_req, res) => {
    res.writeHead(200, { 'content-type': 'text/html' }).end('<script>1</script>');
  },
  'a compressed bomb': (_req, res) => {
    res.writeHead(200, { ...json, 'content-encoding': 'gzip' });
    res.end(gzipSync(`{"data":{"item":{"__typename":"Item","id":"1","name":"${'x'.repeat(50_000_000)}"}}}`));
  },
  'two documents in one': (_req, res) => {
    res.writeHead(200, json).end(`{"data":{"item":${item}}}{"data":{"item":null}}`);
  },
  'bytes that are no UTF-8': (_req, res) => {
    res.writeHead(200, json).end(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]));
  },
  'heads without an end': (_req, res) => {
    const write = (): void => {
      if (!res.socket?.destroyed)
        res.socket?.write(`x-more: ${'y'.repeat(16_000)}\r\n`, () => setTimeout(write, 5));
    };
    res.socket?.write('HTTP/1.1 200 OK\r\n', write);
  },
};

/** Values of another type than the schema says: what the client reads is null and a coded error. */
const values: Readonly<Record<string, string>> = {
  'a number for a text': '{"__typename":"Item","id":"1","name":{"$ne":null}}',
  'an object for an id': '{"__typename":"Item","id":{"a":1},"name":"a"}',
  'a list of lists for an object': '[[{"__typename":"Item"}]]',
  'true for an object': 'true',
  'the name of another type': '{"__typename":"Query","id":{},"name":[]}',
};

async function manyErrors(target: Target): Promise<void> {
  const error = {
    message: 'x'.repeat(400),
    path: ['item'],
    extensions: { code: 'X_Y', more: 'y'.repeat(400) },
  };
  const { read, text } = await readWith(
    target,
    JSON.stringify({ data: { item: null }, errors: Array(5_000).fill(error) }),
  );
  expectThat((read.errors?.length ?? 0) <= 101, `The client read ${read.errors?.length} errors.`);
  expectThat(Buffer.byteLength(text) <= 70_000, `The client read ${text.length} characters.`);
}

async function longMessage(target: Target): Promise<void> {
  const message = `There is none. ${'x'.repeat(3_000_000)}`;
  const answer = {
    data: { item: null },
    errors: [{ message, path: ['item'], extensions: { code: 'NOT_FOUND' } }],
  };
  const { text } = await readWith(target, JSON.stringify(answer));
  expectThat(Buffer.byteLength(text) <= 8_192, `The client read ${text.length} characters.`);
}

async function connectionsComeBack(target: Target): Promise<void> {
  const gateway: FedGateway = await target.fedGateway();
  let open = 0;
  gateway.feed((req, res) => {
    open++;
    res.on('close', () => open--);
    endless('x'.repeat(65_536))(req, res, '');
  });
  await Promise.all(Array.from({ length: 20 }, (_, at) => gateway.ask(`{ sized(first: ${at + 1}) { id } }`)));
  await waitFor('the calls to be given up', () => open === 0, { timeoutMs: 10_000 });
}

export const attacks: readonly Attack[] = [
  ...Object.entries(answers).map(([name, answer], at): Attack => ({
    name: `${name} from a subgraph`,
    kind,
    short: at === 0,
    run: (target) => isCoded(target, answer),
  })),
  ...Object.entries(values).map(([name, value]): Attack => ({
    name: `${name} from a subgraph`,
    kind,
    run: (target) => isCoded(target, `{"data":{"item":${value}}}`),
  })),
  {
    name: 'more than was asked for',
    kind,
    run: async (target) => {
      const { text } = await readWith(
        target,
        `{"data":{"item":{"__typename":"Item","id":"1","name":"a","secret":"s","more":{"b":2}},"others":[1]},"extensions":{"trace":"/srv"},"stack":"x"}`,
      );
      expectThat(text === '{"data":{"item":{"id":"1","name":"a"}}}', `The client read ${text}.`);
    },
  },
  ...([
    ['too few', '[]'],
    [
      'too many',
      '[{"__typename":"Item","stock":1},{"__typename":"Item","stock":2},{"__typename":"Item","stock":3}]',
    ],
    ['no list', '{"length":1}'],
    ['numbers', '[7]'],
    ['null', 'null'],
  ].map(([name, entities]): Attack => ({
    name: `entities that are ${name}`,
    kind,
    run: async (target) => {
      const answer = `{"data":{"item":{"__typename":"Item","id":"1"},"_entities":${entities}}}`;
      const { text } = await readWith(target, answer, '{ item { id stock } }');
      expectThat(!text.includes('INTERNAL'), `It was a fault of ours: ${text}.`);
    },
  })) satisfies Attack[]),
  { name: '5,000 errors from a subgraph', kind, run: manyErrors },
  { name: 'a message of 3 MB from a subgraph', kind, run: longMessage },
  { name: '20 texts without an end at once', kind, run: connectionsComeBack },
];
