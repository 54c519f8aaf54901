import type { IncidentType } from './incident.ts';
import { silenceOfLost, type TransitSample } from './transit.ts';
import type { ParcelView } from './views.ts';

const dayMs = 86_400_000;

/** What the retailer decided about silence. */
export interface SilenceSettings {
  readonly lostAfterSilenceDays: number;
  readonly customsSilentDays: number;
  readonly lostAfterCustomsDays: number;
}

interface Silent {
  readonly parcel: ParcelView;
  readonly settings: SilenceSettings;
  /** How long parcels like it took. */
  readonly transit: TransitSample;
}

/** Where a parcel was heard of last, as far as silence there means something else. */
type LastHeard = 'ON_ITS_WAY' | 'AT_CUSTOMS' | 'AT_PICKUP_POINT';

interface SilenceRule {
  readonly type: Extract<IncidentType, 'LOST' | 'HELD_AT_CUSTOMS'>;
  /** From which silence on, ms. */
  readonly afterMs: (silent: Silent) => number;
}

/** What a silence means, by where the parcel was heard of last. */
const rules: Readonly<Record<LastHeard, readonly SilenceRule[]>> = {
  // Learned, or the retailer's figure until enough was seen.
  ON_ITS_WAY: [
    {
      type: 'LOST',
      afterMs: ({ parcel: { area = '' }, transit, settings: { lostAfterSilenceDays } }) =>
        silenceOfLost(transit, area) ?? lostAfterSilenceDays * dayMs,
    },
  ],
  // Papers are missing more often than parcels: a person asks, long before it counts as lost.
  AT_CUSTOMS: [
    { type: 'HELD_AT_CUSTOMS', afterMs: ({ settings }) => settings.customsSilentDays * dayMs },
    { type: 'LOST', afterMs: ({ settings }) => settings.lostAfterCustomsDays * dayMs },
  ],
  // What waits for its customer is silent, and not lost.
  AT_PICKUP_POINT: [],
};

/** Customs is over with the first report from elsewhere. */
function lastHeard({ newestStep, newestStepAtMs = 0, clearedAtMs = -1 }: ParcelView): LastHeard {
  if (newestStep === 'AT_PICKUP_POINT') return 'AT_PICKUP_POINT';
  return newestStep === 'CUSTOMS' && clearedAtMs < newestStepAtMs ? 'AT_CUSTOMS' : 'ON_ITS_WAY';
}

/** What silence comes to if it lasts, and from when on; nothing of what the carrier does not have. */
export function silences(silent: Silent) {
  const { parcel } = silent;
  const sinceMs = parcel.lastScanAtMs ?? parcel.handedOverAtMs;
  if (sinceMs === undefined) return [];
  return rules[lastHeard(parcel)].map(({ type, afterMs }) => ({
    ...{ type, sinceMs, atMs: sinceMs + afterMs(silent) },
  }));
}
