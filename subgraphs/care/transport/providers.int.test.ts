import { createServer, type Server } from 'node:http';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { MailTransport, OutgoingMail } from '../ports.ts';
import { devMailbox } from './devMailbox.ts';
import { restSms } from './restSms.ts';
import { smtpTransport } from './smtp.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const mail = (key: string, more: Partial<OutgoingMail> = {}): OutgoingMail => ({
  ...{ key, from: { name: 'Shop', address: 'orders@shop.example' }, to: { address: 'a@example.com' } },
  ...{ subject: 'Merci – été', html: '<p>é</p>', text: 'é', headers: {}, ...more },
});
const opened = (transport: MailTransport): MailTransport => {
  ends.push(() => transport.stop());
  return transport;
};

/** A mail server that answers each recipient as told; no answer takes it. */
async function mailServer(answers: Readonly<Record<string, number>>): Promise<string> {
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'] },
    onRcptTo: ({ address }, _session, callback) => {
      const code = answers[address];
      callback(code === undefined ? null : Object.assign(new Error('no'), { responseCode: code }));
    },
    onData: (stream, _session, callback) => {
      stream.resume();
      stream.on('end', () => callback());
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  ends.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}?ignoreTLS=true`;
}

describe('mail over SMTP', () => {
  it('says what is refused for good and what may pass, and never the address', async () => {
    const url = await mailServer({ 'gone@example.com': 550, 'full@example.com': 452 });
    const transport = opened(smtpTransport(url));
    await transport.send(mail('k1'));
    const to = (address: string) => transport.send(mail('k2', { to: { address } }));
    await expect(to('gone@example.com')).rejects.toMatchObject({
      isFinal: true,
      message: 'The mail server answered 550.',
    });
    await expect(to('full@example.com')).rejects.toMatchObject({ isFinal: false });
    const nowhere = opened(smtpTransport('smtp://127.0.0.1:1'));
    await expect(nowhere.send(mail('k3'))).rejects.toMatchObject({ isFinal: false });
  });

  it('of development keeps each mail once under its key, and knows which it has', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'promesse-mailbox-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const mailbox = opened(devMailbox(join(folder, 'mail')));
    const key = 'a'.repeat(32);
    expect(await mailbox.taken?.(key)).toBe(false);
    await mailbox.send(mail(key));
    await mailbox.send(mail(key));
    expect(await mailbox.taken?.(key)).toBe(true);
    expect(await readdir(join(folder, 'mail'))).toEqual([`${key}.eml`]);
    const kept = await readFile(join(folder, 'mail', `${key}.eml`), 'utf8');
    expect(kept).toContain(`Message-ID: <${key}@shop.example>`);
  });

  it('lets no name become a header', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'promesse-mailbox-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const mailbox = opened(devMailbox(folder));
    const key = 'b'.repeat(32);
    const name = 'Eve\r\nBcc: victim@example.com\r\nX-Evil: 1';
    await mailbox.send(mail(key, { to: { name, address: 'eve@example.com' }, subject: `Hi ${name}` }));
    const kept = await readFile(join(folder, `${key}.eml`), 'utf8');
    expect(kept).not.toMatch(/^(Bcc|X-Evil):/m);
  });
});

describe('short messages over a form', () => {
  const open = async (status: number): Promise<{ url: string; seen: string[] }> => {
    const seen: string[] = [];
    const server: Server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push(`${request.headers.authorization} ${request.headers['idempotency-key']} ${body}`);
        response.writeHead(status).end('{"message":"+33612345678 is not a number"}');
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
    ends.push(() => new Promise<void>((resolve) => void server.close(() => resolve())));
    ends.push(async () => server.closeAllConnections());
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/Messages.json`, seen };
  };
  const sms = { key: 'k', to: '+33612345678', text: 'Été à 5 €', parts: 1 };
  const account = { user: 'AC1', password: 'secret', from: 'Shop' };

  it('carries number, words and key', async () => {
    const { url, seen } = await open(201);
    await restSms({ url, ...account }).send(sms);
    const authorization = `Basic ${Buffer.from('AC1:secret').toString('base64')}`;
    const form = new URLSearchParams({ To: sms.to, From: 'Shop', Body: sms.text });
    expect(seen).toEqual([`${authorization} k ${form.toString()}`]);
  });

  it.each([
    [400, true],
    [401, false],
    [429, false],
    [503, false],
  ])('answered %i is final: %s, and the number is in no error', async (status, isFinal) => {
    const { url } = await open(status);
    const failed = restSms({ url, ...account }).send(sms);
    await expect(failed).rejects.toMatchObject({ isFinal, message: expect.not.stringContaining('336') });
  });
});
