/** The rows of a cart as the working memory holds them (see `Scratch`). */
interface CartRows {
  readonly width: number;
  readonly stamp: Uint32Array;
  readonly generation: number;
  readonly anyCount: Int32Array;
  readonly fullCount: Int32Array;
  readonly anyMask: Int32Array;
  readonly rowLocation: Int32Array;
  readonly touched: Int32Array;
  readonly touchedCount: number;
  readonly baseRows: number;
}

/** What is known of locations whatever is asked, by location. */
interface LocationFigures {
  /** Locations in the order in which they are worth a look. */
  readonly order: Int32Array;
  readonly originOf: Int32Array;
  readonly locationScore: Float64Array;
  readonly unitScore: Float64Array;
}

/**
 * The rows of a cart in the order in which they are worth a look: those with everything first, then those with more
 * articles before those with fewer, and locations by what they cost roughly. What is looked at early is what the rest
 * is measured by. Beside each row stands what the loops over the list read of its location, once per service.
 */
export class RowList {
  count = 0;
  /** The first so many have everything the cart needs. */
  full = 0;
  row = new Int32Array(0);
  location = new Int32Array(0);
  origin = new Int32Array(0);
  /** Articles it has any of, as a bit set. */
  mask = new Int32Array(0);
  score = new Float64Array(0);
  unit = new Float64Array(0);
  /** Of rows with everything: what it or any of them after it scores at least for the whole cart, lanes apart. */
  least = new Float64Array(0);
  /** Rows found in the policy's order and the group of each, until they are placed. */
  #found = new Int32Array(0);
  #group = new Int32Array(0);
  #starts = new Int32Array(0);

  /** Lists the rows of a cart. @param units of the whole cart. */
  build(rows: CartRows, figures: LocationFigures, units: number): void {
    const groups = rows.width + 2;
    this.#reserve(rows.touchedCount, groups);
    this.#find(rows, figures.order, groups);
    this.#place(rows, figures);
    let least = Infinity;
    for (let k = this.full - 1; k >= 0; k--) {
      const whole = this.score[k]! + units * this.unit[k]!;
      if (whole < least) least = whole;
      this.least[k] = least;
    }
  }

  /** Finds the rows in the policy's order, and how many there are of each group. */
  #find(rows: CartRows, order: Int32Array, groups: number): void {
    const { width, stamp, generation, anyCount, fullCount, touched, touchedCount, baseRows } = rows;
    const found = this.#found;
    const group = this.#group;
    const starts = this.#starts;
    starts.fill(0, 0, groups + 1);
    let count = 0;
    for (let i = 0; i < order.length; i++) {
      const row = order[i]!;
      if (stamp[row] !== generation) continue;
      const g = fullCount[row] === width ? 0 : 1 + width - anyCount[row]!;
      found[count] = row;
      group[count++] = g;
      starts[g + 1]!++;
    }
    // Rows for stock that comes in later follow the locations' own.
    for (let k = 0; k < touchedCount; k++) {
      const row = touched[k]!;
      if (row < baseRows) continue;
      const g = fullCount[row] === width ? 0 : 1 + width - anyCount[row]!;
      found[count] = row;
      group[count++] = g;
      starts[g + 1]!++;
    }
    this.count = count;
    this.full = starts[1]!;
    for (let g = 1; g <= groups; g++) starts[g]! += starts[g - 1]!;
  }

  #place({ rowLocation, anyMask }: CartRows, figures: LocationFigures): void {
    const { originOf, locationScore, unitScore } = figures;
    const { row, location, origin, mask, score, unit } = this;
    const found = this.#found;
    const group = this.#group;
    const starts = this.#starts;
    for (let i = 0; i < this.count; i++) {
      const r = found[i]!;
      const l = rowLocation[r]!;
      const k = starts[group[i]!]!++;
      row[k] = r;
      location[k] = l;
      origin[k] = originOf[l]!;
      mask[k] = anyMask[r]!;
      score[k] = locationScore[l]!;
      unit[k] = unitScore[l]!;
    }
  }

  #reserve(rows: number, groups: number): void {
    if (this.#starts.length <= groups) this.#starts = new Int32Array(groups + 8);
    if (this.row.length >= rows) return;
    const size = Math.ceil(rows * 1.5);
    this.row = new Int32Array(size);
    this.location = new Int32Array(size);
    this.origin = new Int32Array(size);
    this.mask = new Int32Array(size);
    this.score = new Float64Array(size);
    this.unit = new Float64Array(size);
    this.least = new Float64Array(size);
    this.#found = new Int32Array(size);
    this.#group = new Int32Array(size);
  }
}
