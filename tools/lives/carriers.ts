import type { Random } from '../../platform/random/random.ts';
import type { Parcel, Work } from './hands.ts';
import type { World } from './world.ts';

/** The carrier moves a parcel on: mostly it arrives, at the customer's or in the store where they collect. */
export function carry(world: World, random: Random, mayLose = true): void {
  const moving = world.locations.parcels.filter(({ state }) => state === 'UNDER_WAY' || state === 'LOST');
  if (moving.length === 0) return;
  const parcel = random.pick(moving);
  const found = parcel.state === 'LOST';
  if (found && !mayLose) return;
  if (mayLose && !parcel.toStore && random.int(6) === 0) return turnBack(world, random, parcel);
  const lost = mayLose && !found && random.int(4) === 0;
  parcel.state = lost ? 'LOST' : 'ARRIVED';
  if (parcel.toStore && !lost) return putOut(world, parcel);
  const { id: shipmentId, workId, units } = parcel;
  const data = { causeId: `${shipmentId}:${lost ? 'lost' : 'arrived'}`, shipmentId, workId, units };
  world.send(`parcel:${shipmentId}`, () => [{ type: lost ? 'Lost' : 'Delivered', data }]);
}

/** The carrier brings a parcel back: refused, undeliverable or broken. */
function turnBack(world: World, random: Random, parcel: Parcel): void {
  const { id: shipmentId, workId, units, locationId } = parcel;
  parcel.state = 'BACK';
  for (const { lineId, quantity } of units) world.locations.backInStock(locationId, lineId, quantity);
  const data = { causeId: `${shipmentId}:back`, shipmentId, workId, units, fault: random.int(2) === 0 };
  world.send(`parcel:${shipmentId}`, () => [{ type: 'CameBack', data }]);
}

/** A parcel arrives in the store where the customer collects. */
function putOut(world: World, { id: shipmentId, workId: arrivedFrom, units }: Parcel): void {
  const held = units.map(({ lineId, quantity }) => ({ lineId, onHand: quantity, awaited: 0 }));
  const id = world.id('fo');
  const work: Work = { id, locationId: 'STORE', held, step: 'WAITING', arrivedFrom };
  world.locations.works.push(work);
  const sent = { causeId: `${arrivedFrom}:left`, workId: arrivedFrom, units, shipmentId };
  const causeId = world.id(`${id}-`);
  world.send(`work:${id}`, () => [
    { type: 'Shipped', data: sent },
    {
      type: 'ReadyToCollect',
      data: { causeId, workId: id, units, fromWorkId: arrivedFrom },
    },
  ]);
}
