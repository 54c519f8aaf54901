import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { PlainWire } from '../../platform/subgraphHttp/plainWire.ts';
import type { WireExchange } from '../../platform/subgraphHttp/wire.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

interface Peer {
  readonly socket: Socket;
  /** Everything it has sent. */
  text: string;
  isClosed: boolean;
}

/** A server under the test's own hands: nothing is answered unless the test says so. */
async function setUp(connections = 4) {
  const peers: Peer[] = [];
  const server = createServer((socket) => {
    const peer: Peer = { socket, text: '', isClosed: false };
    peers.push(peer);
    socket.on('data', (chunk: Buffer) => (peer.text += chunk.toString('latin1')));
    socket.on('close', () => (peer.isClosed = true));
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}/graphql?x=1`);
  const wire = new PlainWire({ url, connections, maxAnswerBytes: 1_000 });
  cleanUps.push(() => {
    for (const { socket } of peers) socket.destroy();
    server.close();
    void wire.close();
  });
  const post = (body = '{}', headers: readonly string[] = []) => {
    let exchange: WireExchange | undefined;
    const ended = new Promise<string>((resolve) => {
      exchange = wire.post(headers, body, {
        answered: (status, text) => resolve(`${status} ${text}`),
        failed: (error) => resolve(error.code),
      });
    });
    return { ended, abort: () => exchange?.abort() };
  };
  const requested = (count: number) =>
    expect.poll(() => peers.reduce((sum, { text }) => sum + text.split('POST ').length - 1, 0)).toBe(count);
  return { wire, peers, post, requested };
}

const answer = (peer: Peer | undefined, text = '{}', more = '') =>
  peer?.socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n${more}\r\n${text}`);

describe('the plain wire', () => {
  it('writes one whole request, with headers beyond ASCII as they came', async () => {
    const { peers, post, requested } = await setUp();
    post('{"q":"é"}', ['x-name', 'Zo\u00eb']);
    await requested(1);
    const [head, body] = (peers[0]?.text ?? '').split('\r\n\r\n');
    expect(head?.split('\r\n')).toEqual([
      'POST /graphql?x=1 HTTP/1.1',
      expect.stringMatching(/^host: 127\.0\.0\.1:\d+$/),
      'connection: keep-alive',
      'content-type: application/json',
      'accept: application/graphql-response+json, application/json',
      'x-name: Zoë',
      'content-length: 10',
    ]);
    expect(Buffer.from(body ?? '', 'latin1').toString()).toBe('{"q":"é"}');
  });

  it('sends no header that would be more than one', async () => {
    const { post } = await setUp();
    for (const header of [
      ['x-a', 'b\r\nx-c: d'],
      ['x-a', 'b\nc'],
      ['x-a\r\nb', 'c'],
      ['x-a', '\u20ac'],
      ['', 'c'],
    ]) {
      await expect(post('{}', header).ended).rejects.toThrow('cannot be sent');
    }
  });

  it('takes the connection that was free last, and opens no more than are needed', async () => {
    const { peers, post, requested } = await setUp();
    const first = post();
    const second = post();
    await requested(2);
    answer(peers[0]);
    await first.ended;
    answer(peers[1]);
    await second.ended;
    for (let turn = 3; turn < 6; turn++) {
      const next = post();
      await requested(turn);
      answer(peers[1]);
      await next.ended;
    }
    expect(peers).toHaveLength(2);
    expect(peers[0]?.text.split('POST ')).toHaveLength(2);
  });

  it('lets requests wait in turn when all connections are in use, and forgets those given up', async () => {
    const { peers, post, requested } = await setUp(1);
    const first = post('1');
    const given = post('2');
    const third = post('3');
    given.abort();
    await requested(1);
    answer(peers[0], 'one');
    expect(await first.ended).toBe('200 one');
    await requested(2);
    expect(peers[0]?.text.endsWith('3')).toBe(true);
    answer(peers[0], 'three');
    expect(await third.ended).toBe('200 three');
    expect(peers).toHaveLength(1);
  });

  it('closes the connection of a request that is given up, and asks on another', async () => {
    const { peers, post, requested } = await setUp(1);
    const first = post();
    await requested(1);
    const second = post();
    first.abort();
    await requested(2);
    expect(peers).toHaveLength(2);
    await expect.poll(() => peers[0]?.isClosed).toBe(true);
    answer(peers[1]);
    expect(await second.ended).toBe('200 {}');
  });

  it('trusts no connection again that its server closes, or that says more than was asked', async () => {
    const { peers, post, requested } = await setUp();
    const asked: [string, (peer: Peer | undefined) => unknown][] = [
      ['200 {}', (peer) => answer(peer, '{}', 'connection: close\r\n')],
      [
        '200 {}',
        (peer) => peer?.socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\n'),
      ],
      ['200 {}', (peer) => peer?.socket.end('HTTP/1.1 200 OK\r\n\r\n{}')],
      ['SUBGRAPH_UNAVAILABLE', (peer) => peer?.socket.end('HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n{}')],
      ['SUBGRAPH_UNAVAILABLE', (peer) => peer?.socket.destroy()],
      ['SUBGRAPH_BAD_ANSWER', (peer) => peer?.socket.write('what?\r\n\r\n')],
    ];
    for (const [index, [expected, say]] of asked.entries()) {
      const { ended } = post();
      await requested(index + 1);
      say(peers[index]);
      expect(await ended).toBe(expected);
      await expect.poll(() => peers[index]?.isClosed).toBe(true);
    }
    expect(peers).toHaveLength(asked.length);
  });

  it('notices that an idle connection was closed, or speaks unasked', async () => {
    const { peers, post, requested } = await setUp();
    for (const [index, disturb] of [
      (peer: Peer | undefined) => peer?.socket.end(),
      (peer: Peer | undefined) => peer?.socket.write('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nevil'),
    ].entries()) {
      const { ended } = post();
      await requested(index + 1);
      answer(peers[index]);
      await ended;
      disturb(peers[index]);
      await expect.poll(() => peers[index]?.isClosed).toBe(true);
    }
    const last = post();
    await requested(3);
    answer(peers[2]);
    expect(await last.ended).toBe('200 {}');
  });

  it('uses no connection that its server is about to close', async () => {
    const { peers, post, requested } = await setUp();
    const first = post();
    await requested(1);
    answer(peers[0], '{}', 'keep-alive: timeout=1\r\n');
    await first.ended;
    post();
    await requested(2);
    expect(peers).toHaveLength(2);
  });

  it('fails all that wait when nobody listens any more', async () => {
    const wire = new PlainWire({ url: new URL('http://127.0.0.1:9/'), connections: 1, maxAnswerBytes: 10 });
    const one = () =>
      new Promise<string>((resolve) => {
        wire.post([], '{}', { answered: () => resolve('answered'), failed: (error) => resolve(error.code) });
      });
    expect(await Promise.all([one(), one(), one()])).toEqual(Array(3).fill('SUBGRAPH_UNAVAILABLE'));
    await wire.close();
  });

  it('closes once what is under way has ended', async () => {
    const { wire, peers, post, requested } = await setUp(1);
    const first = post();
    const second = post();
    await requested(1);
    let isClosed = false;
    const closed = wire.close().then(() => (isClosed = true));
    answer(peers[0]);
    await first.ended;
    await requested(2);
    expect(isClosed).toBe(false);
    answer(peers[0]);
    expect(await second.ended).toBe('200 {}');
    await closed;
    await expect.poll(() => peers[0]?.isClosed).toBe(true);
    await expect(post().ended).rejects.toThrow();
  });
});
