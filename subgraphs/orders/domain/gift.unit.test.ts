import { describe, expect, it } from 'vitest';
import { giftReturnOf, newGiftCode, readGiftCode } from './gift.ts';
import { giftPage } from './giftPage.ts';

describe('a gift receipt', () => {
  it('has a code that is read however it is typed, and nothing else is one', () => {
    const code = newGiftCode((below) => below - 1);
    expect(code).toBe('G-9999-9999-9999');
    for (const typed of [code, code.toLowerCase(), ' g 9999 99999999 ', 'G999999999999'])
      expect(readGiftCode(typed)).toBe(code);
    for (const typed of ['', 'G', 'G-9999-9999', 'H-9999-9999-9999', `${code}9`, 'é'.repeat(300)])
      expect(readGiftCode(typed)).toBeUndefined();
  });

  it('makes a gift card of refunds of its returns, whole or in parts, and of no others', () => {
    const order = { giftReturns: ['r1'], grants: [{ causeId: 'r1:2', returnId: 'r1' }, { causeId: 'r2:1', returnId: 'r2' }] }; // prettier-ignore
    expect(['r1', 'r1:2', 'r2', 'r2:1', 'lost'].map((cause) => giftReturnOf(order, cause))).toEqual([
      ...['r1', 'r1', undefined, undefined, undefined],
    ]);
    expect(giftReturnOf({}, 'r1')).toBeUndefined();
  });

  it.each([
    ['en', 'Gift receipt'],
    ['fr-FR', 'Ticket cadeau'],
    ['it', 'Scontrino regalo'],
    ['xx', 'Gift receipt'],
  ])('is printed in %s, with what is left of it and nothing that could be markup', (locale, title) => {
    const lines = [
      { sku: '<b>&"', quantity: 2 },
      { sku: 'cancelled', quantity: 0 },
    ];
    const page = giftPage({ code: 'G-1', number: 'P1', lines }, locale);
    expect(page).toContain(`<h1>${title}</h1>`);
    expect(page).toContain('<td>&#60;b&#62;&#38;&#34;</td><td>2</td>');
    expect(page).not.toContain('cancelled');
  });
});
