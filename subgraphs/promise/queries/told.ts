import type { DeliveryOption, UnavailableOption } from '../domain/types.ts';

/** Instants as the graph tells them: whole milliseconds, rounded so that nothing is promised earlier than computed. */
export const wholeInstants = (option: DeliveryOption): DeliveryOption => ({
  ...option,
  earliestMs: Math.floor(option.earliestMs),
  latestMs: Math.ceil(option.latestMs),
  orderByMs: Math.floor(option.orderByMs),
  ...(option.windows === undefined
    ? {}
    : {
        windows: option.windows.map(({ fromMs, untilMs, orderByMs }) => ({
          fromMs: Math.floor(fromMs),
          untilMs: Math.ceil(untilMs),
          orderByMs: Math.floor(orderByMs),
        })),
      }),
});

/** A carrier's code without the method type and country behind it. */
const serviceOf = (code: string): string => code.split('.')[0] ?? code;

/**
 * Refusals worth telling. The engine knows a method per country, so every answer refuses those of all other
 * countries; that a service does not reach this country is told once, and only if it has no method here.
 */
export function worthTelling(
  unavailable: readonly UnavailableOption[],
  country: string,
  offered: readonly DeliveryOption[],
): UnavailableOption[] {
  const abroad = ({ reasons }: UnavailableOption): boolean => reasons[0]?.code === 'COUNTRY_NOT_SERVED';
  const here = new Set([
    ...offered.map(({ code }) => serviceOf(code)),
    ...unavailable.filter((each) => !abroad(each)).map(({ code }) => serviceOf(code ?? '')),
  ]);
  const told = new Set<string>();
  return unavailable.filter((each) => {
    if (!abroad(each)) return true;
    const service = `${serviceOf(each.code ?? '')} ${each.methodType} ${country}`;
    if (here.has(serviceOf(each.code ?? '')) || told.has(service)) return false;
    told.add(service);
    return true;
  });
}
