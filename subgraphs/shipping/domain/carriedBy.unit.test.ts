import { describe, expect, it } from 'vitest';
import { isNews, lastMileOf, learnedFrom, legsWith, type ShipmentLeg } from './carriedBy.ts';

const leg = (
  carrier: string,
  knownBy: ShipmentLeg['knownBy'],
  more: Partial<ShipmentLeg> = {},
): ShipmentLeg => ({
  ...{ kind: 'LAST_MILE', carrier, knownBy, atMs: 1 },
  ...more,
});

describe('the legs of a shipment', () => {
  it('name who brings it: what was scanned before what was said, that before a guess, the carrier without any', () => {
    expect(lastMileOf({ carrier: 'postale' })).toBe('postale');
    expect(lastMileOf({ carrier: 'postale', legs: [leg('hauler', 'SCANNED', { kind: 'LINE_HAUL' })] })).toBe(
      'postale',
    );
    const legs = [leg('said', 'DECLARED'), leg('seen', 'SCANNED'), leg('guessed', 'LEARNED')];
    expect(lastMileOf({ carrier: 'postale', legs })).toBe('seen');
    expect(
      lastMileOf({ carrier: 'postale', legs: [leg('sub', 'SCANNED', { kind: 'SUB_CONTRACTOR' })] }),
    ).toBe('sub');
  });

  it('know the same leg better, and drop a guess once somebody says who it is', () => {
    const guessed = legsWith([], leg('a', 'LEARNED'));
    expect(legsWith(guessed, leg('b', 'DECLARED'))).toEqual([leg('b', 'DECLARED')]);
    const said = legsWith([], leg('b', 'DECLARED'));
    expect(isNews(said, leg('b', 'DECLARED'))).toBe(false);
    expect(isNews(said, leg('b', 'SCANNED'))).toBe(true);
    expect(isNews(said, leg('b', 'DECLARED', { trackingCode: 'B1' }))).toBe(true);
    expect(isNews(said, leg('c', 'LEARNED'))).toBe(false);
    expect(legsWith(said, leg('b', 'SCANNED', { trackingCode: 'B1' }))).toEqual([
      leg('b', 'SCANNED', { trackingCode: 'B1' }),
    ]);
  });

  it('are kept apart by parcel', () => {
    const one = leg('b', 'SCANNED', { parcelCode: 'P1', trackingCode: 'B1' });
    const two = leg('b', 'SCANNED', { parcelCode: 'P2', trackingCode: 'B2' });
    expect(legsWith(legsWith([], one), two)).toEqual([one, two]);
  });

  it('are learned from five of which four in five were one carrier', () => {
    expect(learnedFrom(['b', 'b', 'b', 'b'])).toBeUndefined();
    expect(learnedFrom(['b', 'b', 'c', 'b', 'b'])).toBe('b');
    expect(learnedFrom(['b', 'c', 'c', 'b', 'b'])).toBeUndefined();
  });
});
