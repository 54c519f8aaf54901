import { useSyncExternalStore } from 'react';

/** Where a promise is asked for. */
export interface Place {
  readonly country: string;
  readonly postalCode: string;
}

/** Countries that the demonstration's retailer serves. */
export const countries = ['FR', 'IT', 'DE', 'BE', 'ES', 'NL', 'GB', 'CH'] as const;

const key = 'promesse.place';
const nowhere: Place = { country: 'FR', postalCode: '' };

function stored(): Place {
  try {
    const [country = '', postalCode = ''] = (localStorage.getItem(key) ?? '').split('|');
    return countries.some((each) => each === country) ? { country, postalCode } : nowhere;
  } catch {
    return nowhere;
  }
}

let current = stored();
const listeners = new Set<() => void>();

/** Keeps the place for the next product, here and at the next visit. */
function setPlace(place: Place): void {
  current = place;
  try {
    localStorage.setItem(key, `${place.country}|${place.postalCode}`);
  } catch {
    // It holds until the page is left.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePlace = () => ({ place: useSyncExternalStore(subscribe, () => current), setPlace });
