/** Kilometres of one degree of latitude. */
export const DEGREE_KM = 111.2;

/** Places in order of latitude, so that those near a point are a short stretch of the list. */
export class LatitudeList<T> {
  readonly #places: readonly T[];
  readonly #latitudes: Float64Array;

  constructor(places: readonly T[], latitudeOf: (place: T) => number) {
    this.#places = places.toSorted((a, b) => latitudeOf(a) - latitudeOf(b));
    this.#latitudes = Float64Array.from(this.#places, latitudeOf);
  }

  /** Calls `visit` for every place whose latitude is within `km` of the one given. */
  forEachWithin(latitude: number, km: number, visit: (place: T) => void): void {
    const until = latitude + km / DEGREE_KM;
    for (let i = this.#firstFrom(latitude - km / DEGREE_KM); i < this.#places.length; i++) {
      if (!(this.#latitudes[i]! <= until)) return;
      visit(this.#places[i]!);
    }
  }

  #firstFrom(latitude: number): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.#latitudes[mid]! < latitude) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}
