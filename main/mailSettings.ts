import { join } from 'node:path';
import type { AppConfig } from './config.ts';
import type { SubgraphSettings } from './subgraphs.ts';

/** Where messages to customers go: the configured providers, in development a mailbox in the data folder. */
export function mailSettings(config: AppConfig): Pick<SubgraphSettings, 'mail' | 'sms' | 'publicUrl'> {
  const { SMTP_URL, SMS_URL, SMS_USER, SMS_PASSWORD, SMS_FROM, NODE_ENV, DATA_DIR, HOST, PORT } = config;
  const isProduction = NODE_ENV === 'production';
  const ownUrl = isProduction || PORT === 0 ? undefined : `http://${HOST}:${PORT}`;
  const publicUrl = config.PUBLIC_URL?.replace(/\/$/, '') ?? ownUrl;
  if (
    SMS_URL !== undefined &&
    (SMS_USER === undefined || SMS_PASSWORD === undefined || SMS_FROM === undefined)
  )
    throw new Error('SMS_URL needs SMS_USER, SMS_PASSWORD and SMS_FROM beside it.');
  return {
    ...(SMTP_URL !== undefined
      ? { mail: { smtpUrl: SMTP_URL } }
      : isProduction
        ? {}
        : { mail: { folder: join(DATA_DIR, 'mail') } }),
    ...(SMS_URL === undefined
      ? {}
      : { sms: { url: SMS_URL, user: SMS_USER ?? '', password: SMS_PASSWORD ?? '', from: SMS_FROM ?? '' } }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  };
}
