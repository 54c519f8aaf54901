import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { smtpTransport } from '../../subgraphs/care/transport/smtp.ts';
import { timelineOf } from '../../tools/simulate/care/timeline.ts';
import { openSimulatedCare } from '../../tools/simulate/care/world.ts';

/** A mail server on loopback that says when it took the mail to each address, on the clock of this process. */
async function openServer() {
  const takenAtMs = new Map<string, number>();
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], closeTimeout: 1_000 },
    onData: (stream, { envelope }, callback) => {
      stream.on('data', () => undefined);
      stream.on('end', () => {
        takenAtMs.set(envelope.rcptTo[0]?.address ?? '', performance.now());
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    takenAtMs,
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
type Server = Awaited<ReturnType<typeof openServer>>;

const nowMs = Date.UTC(2026, 2, 10, 12);
const perSecond = (count: number, fromMs: number): number => (1_000 * count) / (performance.now() - fromMs);

/** Mails of the size of ours by nodemailer alone, over as many connections. */
async function bare({ url, takenAtMs }: Server, count: number): Promise<number> {
  const transport = createTransport({ url, pool: true, maxConnections: 5, maxMessages: 500 });
  const html = 'x'.repeat(6_000);
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: count }, (_, n) =>
      transport.sendMail({
        from: 'a@example.com',
        to: `bare${n}@example.com`,
        subject: 's',
        html,
        text: html,
      }),
    ),
  );
  const rate = perSecond(count, startedAt);
  transport.close();
  if (takenAtMs.size < count) throw new Error('The mail server lost mails.');
  return rate;
}

const placed = (id: string) =>
  timelineOf({
    ...{ id, counts: true, placedAtMs: nowMs, labelledAtMs: nowMs, handedOverAtMs: nowMs, scans: [] },
    ...{ promisedAtMs: nowMs + 5 * 86_400_000, postalCode: '75002' },
  }).slice(0, 1);

const text = { type: 'string' } as const;
const { orders: asked = '500', json } = parseArgs({ options: { orders: text, json: text } }).values;
const orders = Number(asked);
const server = await openServer();
const care = await openSimulatedCare(nowMs, smtpTransport(server.url));
try {
  await care.hear(placed('warm-up'));
  const reference = await bare(server, orders);
  // All at once: how many mails a second.
  const events = Array.from({ length: orders }, (_, n) => placed(`all${n}`)).flat();
  const startedAt = performance.now();
  await care.hear(events);
  const rate = perSecond(orders, startedAt);
  // One after the other: how long from an event to the server's word that it took the mail.
  const waits: number[] = [];
  for (let n = 0; n < Math.min(200, orders); n++) {
    const id = `one${n}`;
    const toldAtMs = performance.now();
    await care.hear(placed(id));
    waits.push((server.takenAtMs.get(`${id}@example.com`) ?? Infinity) - toldAtMs);
  }
  waits.sort((a, b) => a - b);
  const p95 = waits[Math.ceil(0.95 * waits.length) - 1] ?? Number.NaN;
  const figures = {
    orders,
    mailsPerSecond: rate,
    bareMailsPerSecond: reference,
    ratio: rate / reference,
    p95,
  };
  console.log(
    `${orders} orders, a mail each: ${rate.toFixed(0)} mails/s, decided, written, sent and journalled`,
  );
  console.log(
    `nodemailer alone to the same server: ${reference.toFixed(0)} mails/s; ratio ${figures.ratio.toFixed(3)}`,
  );
  console.log(`event to the server's acceptance: p95 ${p95.toFixed(0)} ms`);
  if (json !== undefined) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await care.stop();
  await server.stop();
}
