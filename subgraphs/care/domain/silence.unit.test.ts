import { describe, expect, it } from 'vitest';
import { incidentActions } from './incidentActions.ts';
import { incidentRules } from './incidentRules.ts';
import { incidentTypes } from './incident.ts';
import { careSettings } from './settings.ts';
import type { ParcelView } from './views.ts';
import { nextLookMs, watchParcel } from './watch.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 2, 10, 12);
const parcel: ParcelView = {
  ...{ _id: 'p', orderId: 'o', toStore: false, serviceCode: 's', tracking: [], lines: [] },
  ...{ createdAtMs: start, labelledAtMs: start, handedOverAtMs: start, lastScanAtMs: start },
};
const watchOf = (more: Partial<ParcelView>, days: number) => ({
  ...{ parcel: { ...parcel, ...more }, nowMs: start + days * dayMs },
  ...{ settings: careSettings.defaults, transit: { journeys: [] } },
});
const found = (more: Partial<ParcelView>, days: number) =>
  watchParcel(watchOf(more, days)).map(({ type }) => type);
const atCustoms = { newestStep: 'CUSTOMS', newestStepAtMs: start } as const;

describe('a parcel of which nothing is reported', () => {
  it('is asked after at customs, long before it counts as lost there', () => {
    expect(found(atCustoms, 4.9)).toEqual([]);
    expect(found(atCustoms, 5)).toEqual(['HELD_AT_CUSTOMS']);
    expect(found(atCustoms, 29)).toEqual(['HELD_AT_CUSTOMS']);
    expect(found(atCustoms, 30)).toEqual(['HELD_AT_CUSTOMS', 'LOST']);
    expect(incidentRules.HELD_AT_CUSTOMS).toMatchObject({ message: null, ticket: { afterDays: 0 } });
  });

  it('is lost by the usual rule once it has left customs, and at customs again it is not', () => {
    const cleared = { ...atCustoms, clearedAtMs: start + dayMs, lastScanAtMs: start + dayMs };
    expect(found(cleared, 7)).toEqual([]);
    expect(found(cleared, 8)).toEqual(['LOST']);
    const again = { ...cleared, newestStepAtMs: start + 2 * dayMs, lastScanAtMs: start + 2 * dayMs };
    expect(found(again, 9)).toEqual(['HELD_AT_CUSTOMS']);
  });

  it('is not lost at a pickup point, and never before the carrier has it', () => {
    expect(found({ newestStep: 'AT_PICKUP_POINT', newestStepAtMs: start }, 60)).toEqual([]);
    const { handedOverAtMs: _handed, lastScanAtMs: _scan, ...waiting } = parcel;
    const watch = { ...watchOf({}, 60), parcel: waiting };
    expect(watchParcel(watch).map(({ type }) => type)).toEqual(['LABEL_NOT_SCANNED']);
  });

  it('is looked at again when its silence comes to mean something', () => {
    for (const days of [5, 30])
      for (let look: number | undefined = start, n = 0; n < 100; n++) {
        look = nextLookMs(watchOf(atCustoms, ((look ?? 0) - start) / dayMs));
        if (look === start + days * dayMs) break;
        expect(look).toBeLessThan(start + days * dayMs);
      }
  });
});

it('says for each kind of incident what is to be done first', () => {
  for (const type of incidentTypes)
    expect(incidentActions[incidentRules[type].firstAction].length).toBeGreaterThan(20);
});
