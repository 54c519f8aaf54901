import { expect, it } from 'vitest';
import type { Network } from '../src/network/network.ts';
import { promise } from '../src/promise.ts';
import { tableTransitModel, type TransitModel } from '../src/model/transitModel.ts';
import { generateInstance } from '../bench/generator.ts';
import { generateQuestions } from '../bench/questions.ts';
import { Random } from '../bench/random.ts';
import { buildNetwork } from '../bench/stockedNetwork.ts';

const options = { seed: 41, locations: 60, services: 10, methods: 7, skus: 30, density: 0.4 };
const instance = generateInstance(options);
const DAY = 86_400_000;
/** Questions of four hours, two of them asked again days, a change of clocks and half a year later, and then now. */
const questions = generateQuestions(new Random(5), instance, 6, (random) => random.int(1, 4), 4);
const asked = [0, 1, 3, 40, 200, -2, 0].flatMap((days) =>
  (days === 0 ? questions : questions.slice(0, 2)).map((q) => ({ ...q, at: q.at + days * DAY })),
);
const slower: TransitModel = {
  ...tableTransitModel,
  version: 'slower',
  transit: () => ({ earliestDays: 2, latestDays: 6, confidence: 0.9, basis: 'lane' }),
};

const [location, service] = [instance.locations[0]!, instance.services[0]!];
const { sku } = questions[0]!.lines[0]!;
const everywhere = (change: (network: Network, id: string) => void) => (network: Network) => {
  for (const { id } of instance.locations) change(network, id);
};

/** What can change under a running network, everything the engine remembers something of. */
const changes: readonly (readonly [string, (network: Network) => void])[] = [
  ['stock', everywhere((network, id) => network.setStock(sku, id, { onHand: id.endsWith('1') ? 9 : 0 }))],
  ['more stock', everywhere((network, id) => network.setStock(sku, id, { onHand: 20 }))],
  ['capacity sold', everywhere((network, id) => network.setCapacityUse(id, '2026-11-16', 9999))],
  ['capacity free again', everywhere((network, id) => network.setCapacityUse(id, '2026-11-16', 0))],
  ['costs of a location', (network) => network.setLocation({ ...location, handlingCost: 1, unitCost: 0 })],
  [
    'hours of every location',
    (network) => {
      const open = [{ open: '11:00', close: '13:00' }];
      const opening = { weekly: Array.from({ length: 7 }, () => open) };
      for (const l of instance.locations) network.setLocation({ ...l, opening, handlingMinutes: 30 });
    },
  ],
  ['a location less', (network) => network.removeLocation(instance.locations[1]!.id)],
  ['a tariff', (network) => network.setService({ ...service, tariff: { base: 1, perKg: 1 } })],
  ['a service less', (network) => network.removeService(instance.services[1]!.id)],
  ['a method', (network) => network.setMethod({ ...instance.methods[0]!, serviceIds: ['express-1'] })],
  [
    'pickup points',
    (network) => {
      for (const point of instance.pickupPoints.slice(100))
        network.setPickupPoint({ ...point, active: false });
    },
  ],
  ['an article', (network) => network.setVariant({ sku, weightGrams: 25_000, dangerousGoods: true })],
  ['learned times', (network) => network.setTransitModel(slower)],
  [
    'rules',
    (network) => network.setRules({ ...network.rules, version: 2, releaseMinutes: 240, maxSplits: 0 }),
  ],
];

it('answers after every change as a network that never knew anything else', () => {
  const worn = buildNetwork(instance);
  const answers = (network: Network) => asked.map((question) => promise(network, question));
  let before = answers(worn);
  changes.forEach(([name, change], n) => {
    change(worn);
    const fresh = buildNetwork(instance);
    for (const [, earlier] of changes.slice(0, n + 1)) earlier(fresh);
    const now = answers(worn);
    expect(now, name).toEqual(answers(fresh));
    const bare = (all: typeof now) => all.map((a) => ({ ...a, configVersion: '' }));
    expect(bare(now), `${name} changes some answer`).not.toEqual(bare(before));
    before = now;
  });
});
