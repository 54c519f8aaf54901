import { expect, it } from 'vitest';
import { placeFault } from './place.ts';

const place = (id: string, kind: string, active = true) => ({ id, kind, active });

it.each([
  ['is not there', null, 'UNKNOWN_LOCATION'],
  ['is closed', place('p', 'WAREHOUSE', false), 'LOCATION_CLOSED'],
  ['holds no stock', place('p', 'PICKUP_POINT'), 'LOCATION_WITHOUT_STOCK'],
  ['is open', place('p', 'STORE'), undefined],
])('a place that %s', (_what, given, code) => expect(placeFault('p', given)?.code).toBe(code));
