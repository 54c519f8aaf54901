import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { SMTPServer, SMTPServerDataStream } from 'smtp-server';
import type { MailTransport } from '../ports.ts';
import { smtpTransport } from './smtp.ts';

const maxBytes = 10_000_000;

/** Name of the file of a message: its key, which is safe as a name. */
export const mailFile = (folder: string, key: string): string =>
  join(folder, `${key.replace(/[^A-Za-z0-9_-]/g, '_')}.eml`);

/**
 * The mailbox of development: a real SMTP server on loopback keeps each mail as an .eml file, and mails come to it over
 * the same code as to any provider. A mail that comes twice under one key is one file.
 */
export function devMailbox(folder: string): MailTransport {
  let server: SMTPServer | undefined;
  const smtp = smtpTransport(async () => {
    await mkdir(folder, { recursive: true });
    const listening = await listen(folder);
    server = listening;
    const { port } = listening.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}?ignoreTLS=true`;
  });
  return {
    send: smtp.send,
    taken: (key) => Promise.resolve(existsSync(mailFile(folder, key))),
    forget: async (keys) => {
      for (const file of keys.map((key) => mailFile(folder, key)))
        for (const each of [file, `${file}.part`]) await rm(each, { force: true });
    },
    stop: async () => {
      await smtp.stop();
      const open = server;
      if (open !== undefined) await new Promise<void>((resolve) => open.close(() => resolve()));
      server = undefined;
    },
  };
}

async function listen(folder: string): Promise<SMTPServer> {
  const { SMTPServer: Server } = await import('smtp-server');
  const server = new Server({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], size: maxBytes, closeTimeout: 1_000 },
    onData: (stream, _session, callback) => {
      keep(folder, stream).then(
        () => callback(),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return server;
}

/** Keeps a mail under its key; whole or not at all. */
async function keep(folder: string, stream: SMTPServerDataStream): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const mail = Buffer.concat(chunks);
  const key = /^x-message-key: (\S+)\r?$/im.exec(mail.subarray(0, 20_000).toString('latin1'))?.[1];
  if (key === undefined) throw new Error('The mail has no key.');
  const file = mailFile(folder, key);
  await writeFile(`${file}.part`, mail, { mode: 0o600 });
  await rename(`${file}.part`, file);
}
