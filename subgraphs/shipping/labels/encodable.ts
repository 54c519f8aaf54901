/** Letters that do not fall apart into a base letter and a mark. */
const plain: Readonly<Record<string, string>> = {
  ...{ ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ħ: 'h', ı: 'i', ŋ: 'n', ẞ: 'SS', ő: 'o', ű: 'u' },
  ...{ '\u2018': "'", '\u2019': "'", '\u201c': '"', '\u201d': '"', '\u2013': '-', '\u2014': '-' },
};

/** Text that a PDF's standard fonts can show: Latin-1 stays, marks they lack are dropped, the rest becomes `?`. */
export function encodable(text: string): string {
  return [...text.normalize('NFC')]
    .map((char) => {
      if (/[\x20-\x7e\u00a0-\u00ff]/.test(char)) return char;
      const base = plain[char] ?? char.normalize('NFD').replace(/\p{M}/gu, '');
      return /^[\x20-\x7e\u00a0-\u00ff]+$/.test(base) ? base : '?';
    })
    .join('');
}
