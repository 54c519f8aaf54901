import type { ObjectId, Timestamp } from 'bson';
import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { bsonType, typeName } from '../document/types.ts';
import { isNullish, named } from './arguments.ts';
import type { OperatorCompiler } from './scope.ts';
import { fromWall, toWall } from './timeZone.ts';

const lengths: { readonly [unit: string]: number } = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1_000,
  millisecond: 1,
};
const months: { readonly [unit: string]: number } = { year: 12, quarter: 3, month: 1 };
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The instant of a date, an ObjectId or a timestamp. */
export function instantOf(name: string, value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (bsonType(value) === 'ObjectId') return (value as ObjectId).getTimestamp().getTime();
  if (bsonType(value) === 'Timestamp') return ((value as Timestamp).high >>> 0) * 1000;
  throw new MongoError(5166307, `${name} requires a date, found: ${typeName(value)}`);
}

function unitOf(name: string, unit: unknown): string {
  if (typeof unit === 'string' && (unit in lengths || unit in months)) return unit;
  throw new MongoError(
    9,
    `${name} parameter 'unit' value parsing failed :: caused by :: unknown time unit value: ${String(unit)}`,
  );
}

function shifted(name: string, sign: 1 | -1): OperatorCompiler {
  return named(name, ['startDate', 'unit', 'amount', 'timezone'], ({ startDate, unit, amount, timezone }) => {
    if ([startDate, unit, amount].some(isNullish) || timezone === null) return null;
    const step = toNumber(amount) * sign;
    if (!Number.isInteger(step))
      throw new MongoError(5166405, `${name} expects integer amount of time units`);
    const at = instantOf(name, startDate);
    const each = unitOf(name, unit);
    if (each in months)
      return new Date(fromWall(addMonths(toWall(at, timezone), step * (months[each] as number)), timezone));
    const ms = step * (lengths[each] as number);
    // A day is a day on the wall, which is not always 24 hours; an hour is always an hour.
    if (each === 'day' || each === 'week')
      return new Date(fromWall(toWall(at, timezone).getTime() + ms, timezone));
    return new Date(at + ms);
  });
}

/** The same day so many months on, or the last day of a shorter month. */
function addMonths(wall: Date, count: number): number {
  const first = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + count, 1);
  const target = new Date(first);
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  const timeOfDay = wall.getTime() - Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate());
  return first + (Math.min(wall.getUTCDate(), last) - 1) * (lengths['day'] as number) + timeOfDay;
}

function startOfWeekDay(start: unknown): number {
  if (isNullish(start)) return 0;
  const day = weekdays.findIndex((name) => name.startsWith(String(start).toLowerCase().slice(0, 3)));
  if (day < 0) throw new MongoError(9, `unknown day of week value: ${String(start)}`);
  return day;
}

function difference({ startDate, endDate, unit, timezone, startOfWeek }: Doc): unknown {
  if ([startDate, endDate, unit].some(isNullish) || timezone === null) return null;
  const name = '$dateDiff';
  const from = toWall(instantOf(name, startDate), timezone);
  const to = toWall(instantOf(name, endDate), timezone);
  const each = unitOf(name, unit);
  const size = months[each];
  if (size !== undefined)
    return BigInt(Math.floor(monthNumber(to) / size) - Math.floor(monthNumber(from) / size));
  const length = lengths[each] as number;
  if (each === 'week') {
    // Day 0 of the epoch was a Thursday, the fourth day counted from Sunday.
    const shift = ((4 - startOfWeekDay(startOfWeek) + 7) % 7) * (lengths['day'] as number);
    return BigInt(
      Math.floor((to.getTime() + shift) / length) - Math.floor((from.getTime() + shift) / length),
    );
  }
  return BigInt(Math.floor(to.getTime() / length) - Math.floor(from.getTime() / length));
}

function monthNumber(wall: Date): number {
  return wall.getUTCFullYear() * 12 + wall.getUTCMonth();
}

/** Date arithmetic; parts and formats of dates are mingo's. */
export const dates: { [name: string]: OperatorCompiler } = {
  $dateAdd: shifted('$dateAdd', 1),
  $dateSubtract: shifted('$dateSubtract', -1),
  $dateDiff: named('$dateDiff', ['startDate', 'endDate', 'unit', 'timezone', 'startOfWeek'], difference),
};
