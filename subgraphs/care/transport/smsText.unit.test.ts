import { describe, expect, it } from 'vitest';
import { smsTextOf } from './smsText.ts';

describe('a short message', () => {
  it.each([
    ['a'.repeat(160), 'GSM_7', 1],
    ['a'.repeat(161), 'GSM_7', 2],
    ['a'.repeat(306), 'GSM_7', 2],
    ['a'.repeat(307), 'GSM_7', 3],
    ['€'.repeat(80), 'GSM_7', 1],
    ['€'.repeat(81), 'GSM_7', 2],
    // 153 is odd: the last place of a part cannot hold half a euro.
    ['€'.repeat(153), 'GSM_7', 3],
    ['à tout à l’heure, éèù', 'GSM_7', 1],
    ['Votre colis a été livré', 'GSM_7', 1],
    ['ê'.repeat(70), 'UCS_2', 1],
    ['ê'.repeat(71), 'UCS_2', 2],
    ['😀'.repeat(35), 'UCS_2', 1],
    ['😀'.repeat(36), 'UCS_2', 2],
  ] as const)('%s is %s in %i', (words, encoding, parts) => {
    expect(smsTextOf(words)).toMatchObject({ encoding, parts });
  });

  it('has its typographic signs replaced, as one of them would double the price', () => {
    expect(smsTextOf('l’ordine « 5 » – 20\u00a0€').text).toBe('l\'ordine " 5 " - 20 €');
  });
});
