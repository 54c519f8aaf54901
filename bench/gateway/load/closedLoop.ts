import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { AnswerReader } from './answerReader.ts';

export interface LoadResult {
  readonly requests: number;
  readonly failed: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface LoadOptions {
  readonly port: number;
  readonly path?: string;
  readonly bodies: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
}

/** A POST as the bytes that go over the wire. */
export function requestBytes(
  body: string,
  headers: Readonly<Record<string, string>> = {},
  path = '/graphql',
): Buffer {
  const lines = Object.entries({
    host: '127.0.0.1',
    'content-type': 'application/json',
    accept: 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

/**
 * Each connection sends its next request when the answer to the last has come. Plain sockets and a reader that only
 * finds the end of an answer: the generator shares its core with the subgraphs and must cost little.
 */
export async function closedLoop(options: LoadOptions): Promise<LoadResult> {
  const requests = options.bodies.map((body) => requestBytes(body, options.headers, options.path));
  const latencies: number[] = [];
  let next = 0;
  let failed = 0;
  const start = performance.now();
  const end = start + options.seconds * 1_000;

  const drive = async (): Promise<void> => {
    const socket = await opened(options.port);
    await new Promise<void>((resolve, reject) => {
      let sentAt = 0;
      const send = (): void => {
        sentAt = performance.now();
        socket.write(requests[next++ % requests.length]!);
      };
      const reader = new AnswerReader(({ status, hasErrors }) => {
        const now = performance.now();
        latencies.push(now - sentAt);
        if (status !== 200 || hasErrors) failed += 1;
        if (now >= end) {
          socket.destroy();
          resolve();
        } else send();
      });
      socket.on('data', (chunk: Buffer) => reader.read(chunk));
      socket.on('error', reject);
      socket.on('close', () => resolve());
      send();
    });
  };
  await Promise.all(Array.from({ length: options.connections }, drive));
  const seconds = (performance.now() - start) / 1_000;
  latencies.sort((a, b) => a - b);
  const quantile = (q: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * q))] ?? NaN;
  return { requests: latencies.length, failed, seconds, p50Ms: quantile(0.5), p99Ms: quantile(0.99) };
}

async function opened(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  return socket;
}
