import WebSocket from 'ws';
import { waitFor } from '../../support/waitFor.ts';
import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import type { Target } from '../target.ts';

const kind = 'sockets';
const feed = 'subscription { ordersChanged { id } }';

interface Opened {
  readonly socket: WebSocket;
  /** Code with which the server closed it. */
  readonly closed: Promise<number>;
  acknowledged(): Promise<boolean>;
}

function open(target: Target, payload?: object): Opened {
  const socket = new WebSocket(`${target.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  socket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)));
  const ack = new Promise<boolean>((resolve) => {
    socket.on('message', (data: Buffer) => data.toString().includes('connection_ack') && resolve(true));
    void closed.then(() => resolve(false));
  });
  socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
  return { socket, closed, acknowledged: () => ack };
}

const soon = (work: Promise<number>): Promise<number> =>
  Promise.race([work, new Promise<number>((resolve) => setTimeout(() => resolve(0), 10_000).unref())]);

async function isClosedWith(
  target: Target,
  codes: readonly number[],
  send: (socket: WebSocket) => void,
): Promise<void> {
  const { socket, closed, acknowledged } = open(target);
  await acknowledged();
  send(socket);
  const code = await soon(closed);
  socket.terminate();
  expectThat(codes.includes(code), code === 0 ? 'The socket stayed open.' : `It was closed with ${code}.`);
}

const messages: Readonly<Record<string, string>> = {
  'an acknowledgement from a client': '{"type":"connection_ack"}',
  'a result from a client': '{"type":"next","id":"1","payload":{}}',
  'an error from a client': '{"type":"error","id":"1","payload":[]}',
  'a message of no type': '{"id":"1"}',
  'a message of an unknown type': '{"type":"constructor"}',
  'a message that is no JSON': '{',
  'a message with a key twice': `{"type":"subscribe","id":"1","payload":{"query":"{ a }","query":"{ __typename }"}}`,
  'a message 20,000 lists deep': `{"type":"ping","payload":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
};

export const attacks: readonly Attack[] = [
  ...Object.entries(messages).map(([name, message]): Attack => ({
    name,
    kind,
    short: true,
    run: (target) => isClosedWith(target, [4400], (socket) => socket.send(message)),
  })),
  {
    name: 'a binary frame',
    kind,
    short: true,
    run: (target) => isClosedWith(target, [4400], (socket) => socket.send(Buffer.from('{"type":"ping"}'))),
  },
  {
    name: 'a frame above 64 KB',
    kind,
    short: true,
    run: (target) =>
      isClosedWith(target, [1009], (socket) =>
        socket.send(`{"type":"ping","payload":{"a":"${'x'.repeat(66_000)}"}}`),
      ),
  },
  {
    name: '10,000 pings at once',
    kind,
    run: (target) =>
      isClosedWith(target, [4429, 1006], (socket) => {
        for (let at = 0; at < 10_000; at++) socket.send('{"type":"ping"}');
      }),
  },
  {
    name: '10,000 pings of the protocol below at once',
    kind,
    run: (target) =>
      isClosedWith(target, [4429, 1006], (socket) => {
        for (let at = 0; at < 10_000; at++) socket.ping();
      }),
  },
  {
    name: '60 sockets and 1,200 subscriptions of one caller',
    kind,
    run: async (target) => {
      const authorization = `Bearer ${target.token('agent')}`;
      const sockets = Array.from({ length: 60 }, () => open(target, { authorization }));
      const acknowledged = await Promise.all(sockets.map((one) => one.acknowledged()));
      const accepted = acknowledged.filter(Boolean).length;
      let refused = 0;
      for (const { socket } of sockets) {
        if (socket.readyState !== socket.OPEN) continue;
        socket.on('message', (data: Buffer) => data.toString().includes('TOO_MANY') && refused++);
        for (let at = 0; at < 20; at++)
          socket.send(JSON.stringify({ id: String(at), type: 'subscribe', payload: { query: feed } }));
      }
      expectThat(accepted < 60, `${accepted} sockets of one caller were taken.`);
      expectThat(accepted > 12, `Only ${accepted} sockets were taken.`);
      const mostStreams = 256;
      await waitFor('all but the allowed ones to be refused', () => refused >= 20 * accepted - mostStreams, {
        timeoutMs: 30_000,
      }).finally(() => {
        for (const { socket } of sockets) socket.terminate();
      });
      expectThat(refused < 20 * accepted, 'Not even one subscription was taken.');
    },
  },
];
