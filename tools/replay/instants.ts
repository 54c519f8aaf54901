import { Temporal } from 'temporal-polyfill';
import type { WallMs } from '../olist/wallTime.ts';

/** The tables' times are Brazilian wall clocks without zone; this is the zone of most of the trade. */
export const olistZone = 'America/Sao_Paulo';

/** The instant (epoch ms) at which a clock in São Paulo showed the wall time. */
export function instantOfWall(wall: WallMs): number {
  const text = new Date(wall).toISOString().slice(0, 19);
  return Temporal.PlainDateTime.from(text).toZonedDateTime(olistZone).epochMilliseconds;
}
