import type { MethodConfig, ServiceConfig } from '../../src/model/networkConfig.ts';

/** The first methods of a list, each with the services of its kinds. */
export function generateMethods(services: readonly ServiceConfig[], count: number): MethodConfig[] {
  const of = (...kinds: string[]): string[] =>
    services.filter((s) => kinds.includes(s.id.split('-')[0]!)).map((s) => s.id);
  const make = (
    code: string,
    methodType: MethodConfig['methodType'],
    serviceIds: string[],
    price: number,
  ): MethodConfig => ({
    code,
    methodType,
    titles: { default: code },
    serviceIds,
    prices: { EUR: { base: price } },
    freeFrom: { EUR: 15_000 },
    radiusKm: 60,
  });
  return [
    make('home', 'SHIPPING', of('standard', 'relay'), 490),
    make('express', 'EXPRESS', of('express'), 990),
    make('collect', 'PICKUP_IN_STORE', of('shuttle'), 0),
    make('relay', 'PICKUP_POINT', of('relay', 'standard'), 390),
    make('instant', 'INSTANT', of('courier'), 1290),
    make('window', 'SCHEDULED', of('windows'), 690),
    make('weekend', 'WEEKEND', of('weekend'), 790),
  ].slice(0, Math.max(3, Math.min(7, count)));
}
