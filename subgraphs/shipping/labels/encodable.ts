/** Letters that do not fall apart into a base letter and a mark. */
const plain: Readonly<Record<string, string>> = {
  ...{ ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ħ: 'h', ı: 'i', ŋ: 'n', ẞ: 'SS', ő: 'o', ű: 'u' },
  ...{ œ: 'oe', Œ: 'OE', Ħ: 'H', Ŋ: 'N', ŧ: 't', Ŧ: 'T', ə: 'e', Ə: 'E' },
  ...{ '\u2018': "'", '\u2019': "'", '\u201c': '"', '\u201d': '"', '\u2013': '-', '\u2014': '-' },
};

const shown = /^[\x20-\x7e\u00a0-\u00ff]*$/;

/** A character as a PDF's standard fonts can show it: itself, or without marks they lack; undefined if not at all. */
function shownAs(char: string): string | undefined {
  if (shown.test(char)) return char;
  const base = plain[char] ?? char.normalize('NFKD').replace(/\p{M}/gu, '');
  return base !== '' && shown.test(base) ? base : undefined;
}

/** Whether a text can be printed with every letter of it, if not with every mark. */
export const isPrintable = (text: string): boolean =>
  [...text.normalize('NFC')].every((char) => shownAs(char) !== undefined);

/** Text that a PDF's standard fonts can show: Latin-1 stays, marks they lack are dropped, the rest becomes `?`. */
export function encodable(text: string): string {
  return [...text.normalize('NFC')].map((char) => shownAs(char) ?? '?').join('');
}
