import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';

const kind = 'slow and greedy clients';

/** Descriptors a process holds open. */
const descriptorsOf = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

/** Opens connections that send a beginning at once and the rest byte by byte; resolves with how many are still open. */
function trickle(url: string, count: number, beginning: string, forMs: number): Promise<number> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  for (let at = 0; at < count; at++) {
    const socket = connect(Number(port), hostname, () => socket.write(beginning));
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    socket.resume();
  }
  const drip = setInterval(() => {
    for (const socket of open) socket.write('x');
  }, 1_000);
  return new Promise((resolve) => {
    const began = performance.now();
    const look = setInterval(() => {
      if (open.size > 0 && performance.now() - began < forMs) return;
      clearInterval(look);
      clearInterval(drip);
      resolve(open.size);
      for (const socket of open) socket.destroy();
    }, 100);
  });
}

const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

export const attacks: readonly Attack[] = [
  {
    name: '100 heads at one byte a second',
    kind,
    run: async (target) => {
      const left = await trickle(target.url, 100, 'POST /graphql HTTP/1.1\r\nhost: x\r\nx-slow: ', 15_000);
      expectThat(left === 0, `After 15 s ${left} were still open.`);
    },
  },
  {
    name: '100 bodies at one byte a second',
    kind,
    run: async (target) => {
      const left = await trickle(target.url, 100, `${head}content-length: 1000\r\n\r\n{`, 15_000);
      expectThat(left === 0, `After 15 s ${left} were still open.`);
    },
  },
  {
    name: '10 readers of nothing',
    kind,
    patienceMs: 120_000,
    run: async (target) => {
      const gateway = await target.fedGateway();
      const item = `{"__typename":"Item","id":"1","name":"${'x'.repeat(10_000)}"}`;
      gateway.feed(`{"data":{"items":[${Array(470).fill(item).join()}]}}`);
      const { hostname, port } = new URL(gateway.url);
      const body = '{"query":"{ items { id name } }"}';
      const open = new Set<Socket>();
      for (let at = 0; at < 10; at++) {
        // Six answers on each line: more than the system keeps for a reader by itself.
        const socket = connect(Number(port), hostname, () =>
          socket.write(`${head}content-length: ${body.length}\r\n\r\n${body}`.repeat(6)),
        );
        socket.pause();
        open.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => open.delete(socket));
      }
      await new Promise((resolve) => setTimeout(resolve, 60_000));
      // A paused reader learns of its end by reading on.
      for (const socket of open) socket.resume();
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      const left = open.size;
      for (const socket of open) socket.destroy();
      expectThat(left === 0, `After 60 s ${left} were still open.`);
    },
  },
  {
    name: '1,000 clients that leave after 10 ms',
    kind,
    patienceMs: 120_000,
    run: async (target) => {
      const gateway = await target.fedGateway();
      const openBefore = descriptorsOf(gateway.pid);
      let running = 0;
      gateway.feed((_req, res) => {
        running++;
        res.on('close', () => running--);
      });
      await Promise.all(
        Array.from({ length: 1_000 }, (_, at) =>
          fetch(gateway.url, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: `{ sized(first: ${1 + (at % 50)}) { id } }` }),
            signal: AbortSignal.timeout(10),
          }).catch(() => undefined),
        ),
      );
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expectThat(running === 0, `${running} calls of the subgraph were still running.`);
      const before = gateway.calls.length;
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      expectThat(gateway.calls.length === before, 'More calls were begun for those who had left.');
      const kept = descriptorsOf(gateway.pid) - openBefore;
      expectThat(kept < 100, `${kept} descriptors did not come back.`);
    },
  },
];
