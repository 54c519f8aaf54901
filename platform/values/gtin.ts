/**
 * A GTIN of 8, 12, 13 or 14 digits as 14 digits; undefined if its check digit is wrong or it is none. Source: GS1 General
 * Specifications, section 7.9 (check digit).
 */
export function gtin14(code: string): string | undefined {
  if (!/^(\d{8}|\d{12}|\d{13}|\d{14})$/.test(code)) return undefined;
  const digits = code.padStart(14, '0');
  // From the left, digits count three times and once by turns; the sum is a multiple of ten.
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return sum % 10 === 0 ? digits : undefined;
}
