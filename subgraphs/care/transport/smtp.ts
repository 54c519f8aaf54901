import type { Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';
import { ProviderError, type MailTransport, type OutgoingMail } from '../ports.ts';

/** Longest the other side may take to answer, ms. */
const timeoutMs = 20_000;

/**
 * Mails over SMTP, by a few connections that stay open. `url` is `smtp://user:password@host:587` or `smtps://...`, with
 * nodemailer's options as its query. The library is loaded with the first mail, so that a start need not wait for it.
 */
export function smtpTransport(url: string | (() => Promise<string>)): MailTransport {
  let opened: Promise<Transporter<SMTPPool.SentMessageInfo>> | undefined;
  const open = async (): Promise<Transporter<SMTPPool.SentMessageInfo>> => {
    const { createTransport } = await import('nodemailer');
    const address = typeof url === 'string' ? url : await url();
    return createTransport({
      ...{ url: address, pool: true, maxConnections: 5, maxMessages: 500 },
      ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
      // A template names no file and no address, and a customer's name must not become one.
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
  };
  return {
    send: async (mail) => {
      opened ??= open();
      try {
        await (await opened).sendMail(messageOf(mail));
      } catch (error) {
        throw providerErrorOf(error);
      }
    },
    stop: async () => {
      if (opened !== undefined) (await opened).close();
      opened = undefined;
    },
  };
}

/** Message-ID of a key, as RFC 5322 wants it, under the sender's own domain. */
export const messageIdOf = (key: string, senderAddress: string): string =>
  `<${key}@${senderAddress.slice(senderAddress.lastIndexOf('@') + 1)}>`;

function messageOf({ key, from, to, subject, html, text, headers }: OutgoingMail) {
  return {
    ...{ subject, html, text, from, to: { name: to.name ?? '', address: to.address } },
    messageId: messageIdOf(key, from.address),
    headers: { ...headers, 'X-Message-Key': key },
  };
}

/** 5xx is a refusal for good (RFC 5321, 4.2.1); all else may pass. The text is not kept: servers repeat addresses in it. */
function providerErrorOf(error: unknown): ProviderError {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  // 535 says that our password is wrong, which is no fault of this mail.
  const isFinal = code >= 500 && code < 600 && code !== 530 && code !== 535;
  return new ProviderError(
    code === 0 ? 'The mail server was not reached.' : `The mail server answered ${code}.`,
    isFinal,
  );
}
