/** Characters of the GSM 7-bit default alphabet (3GPP TS 23.038, 6.2.1); those of its extension take two places. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('\f^{}\\[~]|€');

/** Signs that mean the same in the cheaper alphabet: typographic ones, and spaces that do not break. */
const plain: Readonly<Record<string, string>> = {
  ...{ '’': "'", '‘': "'", '“': '"', '”': '"', '«': '"', '»': '"', '–': '-', '—': '-', '…': '...' },
  ...{ '\u00a0': ' ', '\u202f': ' ', '\u2009': ' ' },
};

/** A short message as it is sent, and what it costs. */
export interface SmsText {
  readonly text: string;
  readonly encoding: 'GSM_7' | 'UCS_2';
  /** Parts it is sent and paid in. */
  readonly parts: number;
}

/**
 * Counts a text: 160 places of the 7-bit alphabet in one part and 153 in each of several; with any other sign, 70 and 67
 * UTF-16 units. Typographic signs are replaced first, since one of them would double the price.
 */
export function smsTextOf(words: string): SmsText {
  const text = [...words].map((sign) => plain[sign] ?? sign).join('');
  const signs = [...text];
  if (signs.every((sign) => basic.has(sign) || extended.has(sign))) {
    // Both places of an extended sign lie in one part.
    const places = signs.map((sign) => (extended.has(sign) ? 2 : 1));
    return { text, encoding: 'GSM_7', parts: partsOf(places, 160, 153) };
  }
  const units = signs.map((sign) => sign.length);
  return { text, encoding: 'UCS_2', parts: partsOf(units, 70, 67) };
}

function partsOf(sizes: readonly number[], alone: number, each: number): number {
  if (sizes.reduce((sum, size) => sum + size, 0) <= alone) return 1;
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > each) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}
