import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutgoingSms, SmsTransport } from '../ports.ts';

/** Name of the file in the folder of the mailbox. */
export const smsFile = 'sms.jsonl';

const lineOf = (sms: OutgoingSms): string => `${JSON.stringify(sms)}\n`;

/** Short messages of development: a line each in a file of the mailbox; one that comes twice under its key is one line. */
export function sandboxSms(folder: string): SmsTransport {
  const file = join(folder, smsFile);
  let known: Promise<Set<string>> | undefined;
  let last: Promise<void> = Promise.resolve();
  /** One write after the other: a line added while the file is written anew would be gone. */
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const done = last.then(write);
    last = done.catch(() => undefined);
    return done;
  };
  const load = async (): Promise<Set<string>> => {
    await mkdir(folder, { recursive: true });
    return new Set((await readSms(folder)).map(({ key }) => key));
  };
  return {
    send: async (sms) => {
      const keys = await (known ??= load());
      if (keys.has(sms.key)) return;
      keys.add(sms.key);
      await inTurn(() => appendFile(file, lineOf(sms), { mode: 0o600 }));
    },
    taken: async (key) => (await (known ??= load())).has(key),
    // Its line stays, so that it is not sent again; whom it reached and what it said is gone.
    forget: (keys) =>
      inTurn(async () => {
        const forgotten = new Set(keys);
        const all = await readSms(folder);
        if (!all.some(({ key, to }) => forgotten.has(key) && to !== '')) return;
        const kept = all.map((sms) => (forgotten.has(sms.key) ? { ...sms, to: '', text: '' } : sms));
        await writeFile(`${file}.part`, kept.map(lineOf).join(''), { mode: 0o600 });
        await rename(`${file}.part`, file);
      }),
    stop: () => last,
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
