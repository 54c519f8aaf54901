import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutgoingSms, SmsTransport } from '../ports.ts';

/** Name of the file in the folder of the mailbox. */
export const smsFile = 'sms.jsonl';

/** Short messages of development: a line each in a file of the mailbox; one that comes twice under its key is one line. */
export function sandboxSms(folder: string): SmsTransport {
  let known: Promise<Set<string>> | undefined;
  const load = async (): Promise<Set<string>> => {
    await mkdir(folder, { recursive: true });
    return new Set((await readSms(folder)).map(({ key }) => key));
  };
  return {
    send: async (sms) => {
      const keys = await (known ??= load());
      if (keys.has(sms.key)) return;
      keys.add(sms.key);
      await appendFile(join(folder, smsFile), `${JSON.stringify(sms)}\n`, { mode: 0o600 });
    },
    taken: async (key) => (await (known ??= load())).has(key),
    stop: () => Promise.resolve(),
  };
}

/** The short messages of a folder, oldest first. */
export async function readSms(folder: string): Promise<OutgoingSms[]> {
  const text = await readFile(join(folder, smsFile), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OutgoingSms);
}
