import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail that the server answered for. */
export interface TakenMail {
  readonly key: string;
  readonly messageId: string;
}

/** A real mail server on loopback. */
export interface MailServer {
  readonly url: string;
  /** Every mail it took, in the order in which it took them; a mail that came twice stands here twice. */
  readonly taken: readonly TakenMail[];
  has(key: string): boolean;
  stop(): Promise<void>;
}

export async function openMailServer(): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const keys = new Set<string>();
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], closeTimeout: 1_000 },
    onData: (stream, _session, callback) => {
      simpleParser(stream).then(
        ({ headers, messageId = '' }) => {
          const key = String(headers.get('x-message-key'));
          keys.add(key);
          taken.push({ key, messageId });
          callback();
        },
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    ...{ taken, url: `smtp://127.0.0.1:${port}?ignoreTLS=true` },
    has: (key) => keys.has(key),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
