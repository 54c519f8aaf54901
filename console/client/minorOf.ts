/** An amount as people type it, with a comma or a point, in minor units; undefined when it is none above 0. */
export function minorOf(typed: string, currency: string): number | undefined {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const match = /^\s*(\d{1,9})(?:[.,](\d*))?\s*$/.exec(typed);
  if (match === null) return undefined;
  const [, whole = '', part = ''] = match;
  if (part.length > digits) return undefined;
  const minor = Number(whole) * 10 ** digits + Number(part.padEnd(digits, '0') || 0);
  return minor > 0 ? minor : undefined;
}
