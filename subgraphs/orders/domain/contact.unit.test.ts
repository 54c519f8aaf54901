import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import { contactAfter, nameWordsOf, noContact, readEmail, readPhone, type ContactChange } from './contact.ts';

describe('a telephone number', () => {
  it.each([
    ['3887403368', 'IT', '+393887403368'],
    ['0471 123456', 'IT', '+390471123456'],
    ['+39 0471 123456', undefined, '+390471123456'],
    ['+39 0471 123456', 'FR', '+390471123456'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['0033 6 12 34 56 78', 'FR', '+33612345678'],
    ['(085) 123-4567', 'IE', '+353851234567'],
    ['030/901820', 'DE', '+4930901820'],
    ['+1 212 555 2368', undefined, '+12125552368'],
    ['06 98 76 54 32 10', 'MC', undefined],
    ['3887403368', undefined, undefined],
    ['3887403368', 'XX', undefined],
    ['12', 'FR', undefined],
    ['+33 6 12 34 56 78 ext. 5', undefined, undefined],
    ['call me', 'FR', undefined],
    ['', 'FR', undefined],
    ['1'.repeat(50), 'FR', undefined],
  ])('%j read in %s is %s', (written, country, phone) => {
    expect(readPhone(written, country)).toBe(phone);
  });
});

describe('an e-mail address', () => {
  it.each([
    ['Anna.Rossi@Example.COM', 'anna.rossi@example.com'],
    ['  a+shop@example.co.uk ', 'a+shop@example.co.uk'],
    ['zoë@exämple.de', 'zoë@xn--exmple-cua.de'],
    ["o'neil@example.ie", "o'neil@example.ie"],
    ['a@localhost', undefined],
    ['a b@example.com', undefined],
    ['"a b"@example.com', undefined],
    ['.a@example.com', undefined],
    ['a..b@example.com', undefined],
    ['a@example..com', undefined],
    ['a@-example.com', undefined],
    ['a@example.com\r\nBcc: b@example.com', undefined],
    ['a@[127.0.0.1]', undefined],
    ['a@127.0.0.1', undefined],
    ['@example.com', undefined],
    ['a', undefined],
    [`${'a'.repeat(65)}@example.com`, undefined],
    [`a@${'b'.repeat(250)}.com`, undefined],
  ])('%j is %s', (written, email) => {
    expect(readEmail(written)).toBe(email);
  });
});

describe('a contact', () => {
  const change = (given: ContactChange, home?: string) => contactAfter(noContact, given, home, 5);

  it('keeps what is not named and takes away what is null', () => {
    const before = change({ email: 'a@example.com', phone: '3887403368' }, 'IT');
    expect(before).toEqual({ email: 'a@example.com', phone: '+393887403368', consents: [] });
    expect(contactAfter(before, { phone: null }, 'IT', 6)).toEqual({ email: 'a@example.com', consents: [] });
    expect(contactAfter(before, {}, undefined, 6)).toEqual(before);
  });
  it('reads a number in the country it names before that of the goods', () =>
    expect(change({ phone: '0612345678', phoneCountry: 'FR' }, 'IT').phone).toBe('+33612345678'));
  it('dates a consent from when it was first given', () => {
    const yes = { channel: 'EMAIL', offers: true } as const;
    const first = change({ consents: [yes] });
    expect(contactAfter(first, { consents: [yes] }, undefined, 9)).toEqual(first);
    expect(
      contactAfter(
        first,
        {
          consents: [
            { ...yes, offers: false },
            { channel: 'SMS', offers: true },
          ],
        },
        undefined,
        9,
      ).consents,
    ).toEqual([
      { channel: 'EMAIL', offers: false, atMs: 9 },
      { channel: 'SMS', offers: true, atMs: 9 },
    ]);
  });
  it.each<ContactChange>([
    { email: 'nobody' },
    { phone: '12' },
    { email: '', phone: '3887403368' },
    {
      consents: [
        { channel: 'SMS', offers: true },
        { channel: 'SMS', offers: false },
      ],
    },
  ])('refuses %j', (given) => {
    let code: string | undefined;
    try {
      change(given);
    } catch (error) {
      code = errorCodeOf(error);
    }
    expect(code).toBe('BAD_USER_INPUT');
  });
});

it('a name is found by its words, whatever their accents and case', () => {
  expect(nameWordsOf('  Zoë  MÜLLER-Lüdenscheidt ')).toEqual(['zoe', 'muller', 'ludenscheidt']);
  expect(nameWordsOf('山田 太郎')).toEqual(['山田', '太郎']);
  expect(nameWordsOf('...')).toEqual([]);
});
