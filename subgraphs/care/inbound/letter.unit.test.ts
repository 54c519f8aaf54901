import { describe, expect, it } from 'vitest';
import { messageKeyIn, readLetter, ticketNumberIn } from './letter.ts';

const read = (raw: string | Buffer) =>
  readLetter(typeof raw === 'string' ? Buffer.from(raw) : raw, {
    ownAddress: 'Orders@Shop.example',
    bytesId: 'bytes',
  });
const mail = (headers: readonly string[], body = 'Where is my parcel?'): string =>
  [...headers, '', body, ''].join('\r\n');
const plain = (...more: string[]) =>
  mail(['From: Zoé <Zoe@Example.com>', 'Subject: Hello T-0A1B2C3D', ...more]);

describe('a mail that came in', () => {
  it('is read as words of one sender', async () => {
    expect(await read(plain('Message-ID: <a@b>', 'In-Reply-To: <x@y>', 'References: <r1@y> <x@y>'))).toEqual({
      ...{ from: 'zoe@example.com', subject: 'Hello T-0A1B2C3D', text: 'Where is my parcel?', id: 'a@b' },
      ...{ answersTo: ['x@y', 'r1@y'], attachments: [] },
    });
    expect(await read(plain())).toMatchObject({ id: 'bytes' });
  });

  it.each([
    ['AUTOMATIC', 'Auto-Submitted: auto-replied'],
    ['AUTOMATIC', 'Auto-Submitted: auto-generated'],
    ['AUTOMATIC', 'Precedence: bulk'],
    ['AUTOMATIC', 'Precedence: auto_reply'],
    ['AUTOMATIC', 'X-Autoreply: yes'],
    ['AUTOMATIC', 'X-Loop: help'],
    ['AUTOMATIC', 'X-Auto-Response-Suppress: All'],
    ['AUTOMATIC', 'Return-Path: <>'],
    ['AUTOMATIC', 'Content-Type: multipart/report; boundary=x'],
    ['LIST', 'List-Id: <news.example>'],
    ['LIST', 'List-Unsubscribe: <https://x.example>'],
    ['OWN', `X-Message-Key: ${'a'.repeat(32)}`],
    ['FORGED', 'Authentication-Results: mx.shop; spf=pass; dkim=fail; dmarc=fail'],
    ['FORGED', 'Authentication-Results: mx.shop; spf=softfail smtp.mailfrom=x'],
  ])('of a machine, a list, ourselves or a forger is %s: %s', async (why, header) => {
    expect(await read(plain(header))).toBe(why);
  });

  it.each([
    ['OWN', 'From: orders@shop.example'],
    ['AUTOMATIC', 'From: MAILER-DAEMON@mx.example'],
    ['AUTOMATIC', 'From: no-reply@shop.example'],
    ['NO_SENDER', 'From: a@x.example, b@x.example'],
    ['NO_SENDER', 'From: nobody'],
    ['NO_SENDER', 'From:'],
    ['NO_SENDER', 'To: you@x.example'],
    ['NO_SENDER', 'From: a@x.example\r\nFrom: b@x.example'],
  ])('has one sender, a person: %s for %s', async (why, from) => {
    expect(await read(mail([from, 'Subject: x']))).toBe(why);
  });

  it('that was answered by a person is one, whatever the words', async () => {
    expect(await read(plain('Auto-Submitted: no'))).toMatchObject({ from: 'zoe@example.com' });
    expect(await read(plain('Authentication-Results: mx; spf=fail; dkim=pass; dmarc=pass'))).toMatchObject({
      subject: 'Hello T-0A1B2C3D',
    });
  });

  it.each([
    'Yes.\n\n> Do you want it?\n> We',
    'Yes.\n\nOn Tue, 3 Mar 2026 at 10:00 Shop wrote:\n\nDo you',
    'Yes.\n\nLe mar. 3 mars 2026 à 10:00, Boutique a écrit :\n\nVoulez',
    'Yes.\n\nIl giorno mar 3 mar 2026 Negozio ha scritto:\n\nVuole',
    'Yes.\n\n-----Original Message-----\nFrom: x',
    'Yes.\n\n________________________________\nx',
  ])('keeps what was written and not what it answers to', async (body) => {
    expect(await read(mail(['From: a@x.example'], body))).toMatchObject({ text: 'Yes.' });
  });

  it('keeps words below a quotation, bounds them, and drops what no eye sees', async () => {
    expect(await read(mail(['From: a@x.example'], '> Do you?\n\nYes, below.'))).toMatchObject({
      text: 'Yes, below.',
    });
    const long = await read(mail(['From: a@x.example'], `a\u0000b\u202e\u200bc ${'word '.repeat(5_000)}`));
    if (typeof long === 'string') throw new Error(long);
    expect(long.text).toMatch(/^a\s*b\s*c word/u);
    expect(long.text.length).toBeLessThanOrEqual(5_000);
    expect(long.text).not.toMatch(/[\u0000\u202e\u200b]/u);
  });

  it('names its attachments by plain words and keeps none of their bytes', async () => {
    const raw = [
      ...['From: a@x.example', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', ''],
      ...['--b', 'Content-Type: text/plain', '', 'See the photo', '--b'],
      ...['Content-Type: image/png', 'Content-Disposition: attachment; filename="../../etc/\u202egnp.exe"'],
      ...['Content-Transfer-Encoding: base64', '', Buffer.alloc(64, 1).toString('base64'), '--b--', ''],
    ].join('\r\n');
    const letter = await read(raw);
    if (typeof letter === 'string') throw new Error(letter);
    expect(letter.attachments).toHaveLength(1);
    expect(letter.attachments[0]).toMatchObject({ type: 'image/png', bytes: 64 });
    expect(JSON.stringify(letter)).not.toContain('\u202e');
  });
});

describe('a hostile mail', () => {
  const boundaries = (count: number): string => '\r\n--b\r\n\r\nx'.repeat(count);
  const multipart = mail(['From: a@x.example', 'Content-Type: multipart/mixed; boundary=b']);

  it('of too many parts is refused before it is parsed', async () => {
    expect(await read(multipart + boundaries(501))).toBe('TOO_MANY_PARTS');
    expect(await read(multipart + boundaries(100_000))).toBe('TOO_MANY_PARTS');
  });

  it.each([
    ['nothing', ''],
    ['a blank', ' '],
    ['no header', '\r\n\r\nwords'],
    ['a header alone', 'From: a@x.example'],
    ['zero bytes', '\u0000'.repeat(1_000)],
    ['an endless header', `From: a@x.example\r\nSubject: ${'x'.repeat(1_000_000)}\r\n\r\nwords`],
    ['100,000 headers', `From: a@x.example\r\n${'X-A: b\r\n'.repeat(100_000)}\r\nwords`],
    ['an open boundary', `${multipart}\r\n--b\r\nContent-Type: text/plain\r\n\r\nwords`],
    ['no boundary', mail(['From: a@x.example', 'Content-Type: multipart/mixed'])],
    [
      'a boundary of regular expressions',
      mail(['From: a@x.example', 'Content-Type: multipart/mixed; boundary="(.*)+$"']),
    ],
    ['parts within parts', Array.from({ length: 200 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join('')], // prettier-ignore
    ['broken base64', mail(['From: a@x.example', 'Content-Transfer-Encoding: base64'], '!!!=====')],
    ['a charset nobody has', mail(['From: a@x.example', 'Content-Type: text/plain; charset=x-none'], 'é')],
    ['broken encoded words', mail(['From: =?utf-8?B?!!!?= <a@x.example>', 'Subject: =?x?Q?=ZZ?='])],
    ['deep html', mail(['From: a@x.example', 'Content-Type: text/html'], '<div>'.repeat(20_000))],
    [
      'html that opens an address',
      mail(['From: a@x.example', 'Content-Type: text/html'], '<img src="http://127.0.0.1:1/x">hi'),
    ],
    [
      'a letter within a letter',
      mail(['From: a@x.example', 'Content-Type: message/rfc822'], mail(['From: b@x.example'])),
    ],
    ['a name that is a prototype', mail(['From: a@x.example', '__proto__: x', 'constructor: y'])],
    ['20,000 references', mail(['From: a@x.example', `References: ${'<r@x> '.repeat(20_000)}`])],
    ['blanks that slow a pattern', mail(['From: a@x.example'], `On ${' '.repeat(50_000)}x`)],
    ['10 MB of words', mail(['From: a@x.example'], 'words '.repeat(1_700_000))],
  ])('of %s is read or refused', async (_what, raw) => {
    const letter = await read(raw);
    expect(letter).toBeDefined();
    if (typeof letter !== 'string') {
      expect(letter.text.length).toBeLessThanOrEqual(5_000);
      expect(letter.answersTo.length).toBeLessThanOrEqual(50);
    }
  });

  it('cut or spoilt anywhere is read or refused: 200 of them', async () => {
    const whole = Buffer.from(multipart + boundaries(3) + '\r\n--b--\r\n');
    let state = 7;
    const random = (below: number): number =>
      (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % below;
    for (let count = 0; count < 200; count += 1) {
      const bytes = Buffer.from(whole.subarray(0, 1 + random(whole.length)));
      for (let spoilt = 0; spoilt < 5; spoilt += 1) bytes[random(bytes.length)] = random(256);
      expect(await read(bytes)).toBeDefined();
    }
  });
});

describe('what a thread is found by', () => {
  it('is whole numbers and keys, as we write them', () => {
    expect(ticketNumberIn('Re: [T-0A1B2C3D] hello')).toBe('T-0A1B2C3D');
    for (const wrong of ['T-0A1B2C3', 'T-0a1b2c3d', 'XT-0A1B2C3D', 'T-0A1B2C3D9'])
      expect(ticketNumberIn(wrong)).toBeUndefined();
    const key = 'ab'.repeat(16);
    expect(messageKeyIn(`${key}@shop.example`)).toBe(key);
    expect(messageKeyIn(`x${key}@shop.example`)).toBeUndefined();
  });
});
