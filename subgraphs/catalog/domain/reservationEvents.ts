import type { LineUnits } from './units.ts';

interface Change {
  readonly reservationId: string;
  readonly key: string;
  readonly lines: readonly LineUnits[];
  /** Digest of the input that came with the key; absent where the key is an event's. */
  readonly digest?: string;
}

/** What happens to reservations, as the journal has it. */
export type ReservationEvent =
  | {
      readonly type: 'catalog.ReservationMade';
      readonly data: Change & {
        readonly state: 'SOFT' | 'FIRM';
        readonly expiresAtMs?: number;
        /** Cart that it holds units for. */
        readonly cartId?: string;
      };
    }
  | {
      readonly type:
        | 'catalog.ReservationFirmed'
        | 'catalog.ReservationCommitted'
        | 'catalog.ReservationReleased'
        | 'catalog.ReservationExpired'
        | 'catalog.ReservationMoved';
      readonly data: Change;
    }
  | {
      readonly type: 'catalog.ReservationProlonged';
      readonly data: Omit<Change, 'lines'> & { readonly expiresAtMs: number };
    }
  | {
      readonly type: 'catalog.CartHeld';
      readonly data: {
        readonly cartId: string;
        readonly reservationId: string;
        readonly lines: readonly LineUnits[];
        readonly heldUntilMs: number;
      };
    }
  | {
      readonly type: 'catalog.CartHoldEnded';
      readonly data: { readonly cartId: string; readonly reservationId: string };
    }
  | {
      readonly type: 'catalog.ReservedUnitsArrived';
      readonly data: Change & { readonly receiptId: string };
    };
