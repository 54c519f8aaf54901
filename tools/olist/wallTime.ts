/**
 * The tables hold local Brazilian times without a zone. They are read as if they were UTC ("wall ms"): differences
 * in days, weekdays and calendar dates are then those of the customer's calendar. Whoever needs instants must
 * resolve them in a zone first.
 */
export type WallMs = number;

const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
};
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

/** Parses `YYYY-MM-DD HH:MM:SS` (or the date alone). Returns NaN for anything else, impossible dates included. */
export function parseWallTime(text: string): WallMs {
  if (text.length !== 19 && text.length !== 10) return Number.NaN;
  if (text[4] !== '-' || text[7] !== '-') return Number.NaN;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  let hour = 0;
  let minute = 0;
  let second = 0;
  if (text.length === 19) {
    if ((text[10] !== ' ' && text[10] !== 'T') || text[13] !== ':' || text[16] !== ':') return Number.NaN;
    hour = two(text, 11);
    minute = two(text, 14);
    second = two(text, 17);
  }
  if (!(month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 59))
    return Number.NaN;
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  return new Date(ms).getUTCDate() === day ? ms : Number.NaN;
}

/** Calendar day number of a wall time (days since 1970-01-01). */
export const wallDay = (ms: WallMs): number => Math.floor(ms / 86_400_000);

/** `YYYY-MM-DD` of a wall time. */
export const wallDate = (ms: WallMs): string => new Date(ms).toISOString().slice(0, 10);
