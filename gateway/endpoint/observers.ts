import type { EngineObserver } from '../engine/types.ts';

/** One function that calls all of them; just the one where there is only one, as for what every request reports. */
function joined<T>(tellers: readonly (((info: T) => void) | undefined)[]): ((info: T) => void) | undefined {
  const present = tellers.filter((tell) => tell !== undefined);
  if (present.length <= 1) return present[0];
  return (info) => {
    for (const tell of present) tell(info);
  };
}

/** One observer that tells several. */
export function joinEngineObservers(observers: readonly EngineObserver[]): EngineObserver {
  const planned = joined(observers.map((one) => one.planned?.bind(one)));
  const failed = joined(observers.map((one) => one.failed?.bind(one)));
  const lookedUp = joined(observers.map((one) => one.lookedUp?.bind(one)));
  const fetched = joined(observers.map((one) => one.fetched?.bind(one)));
  return {
    ...(planned && { planned }),
    ...(failed && { failed }),
    ...(lookedUp && { lookedUp }),
    ...(fetched && { fetched }),
  };
}
