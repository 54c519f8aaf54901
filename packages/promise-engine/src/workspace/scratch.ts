import { RowList } from './rowList.ts';

/** Grows a typed array, keeping its content. */
function grown<T extends Int32Array | Float64Array | Uint32Array>(array: T, length: number): T {
  if (array.length >= length) return array;
  const bigger = new (array.constructor as new (n: number) => T)(Math.ceil(length * 1.5));
  bigger.set(array);
  return bigger;
}

/**
 * Working memory of the engine, reused by every answer so that the hot path allocates nothing that grows with
 * the network. Rows hold what a location could send of each item; columns are candidate shipments.
 */
export class Scratch {
  /** Items per row. */
  width = 0;
  /** By row and item: units available, at most the need. */
  avail = new Int32Array(0);
  /** By row: items covered in full, items covered at all, and both as bit sets (first 30 items). */
  fullCount = new Int32Array(0);
  anyCount = new Int32Array(0);
  fullMask = new Int32Array(0);
  anyMask = new Int32Array(0);
  /** By row: location, earliest start of work. */
  rowLocation = new Int32Array(0);
  rowStart = new Float64Array(0);
  stamp = new Uint32Array(0);
  generation = 0;
  /** Marks locations that have further rows, for stock that comes in later. */
  #laterStamp = new Uint32Array(0);
  /** Rows with anything, as they were found. */
  touched = new Int32Array(0);
  touchedCount = 0;
  /** The same in the order in which they are worth a look. */
  readonly list = new RowList();
  /** Rows beyond the locations' own (later stock, partial services). */
  rows = 0;
  baseRows = 0;

  /** Columns. */
  columns = 0;
  colRow = new Int32Array(0);
  colService = new Int32Array(0);
  colLate = new Int32Array(0);
  colCap = new Int32Array(0);
  colFixed = new Float64Array(0);
  colPerKg = new Float64Array(0);
  colPerUnit = new Float64Array(0);
  colLatest = new Float64Array(0);
  colDispatch = new Float64Array(0);
  colDay = new Int32Array(0);
  colLastStart = new Float64Array(0);

  /** Starts a cart over `locations` locations and `width` items. */
  begin(locations: number, width: number): void {
    this.width = width;
    this.baseRows = locations;
    this.rows = locations;
    this.touchedCount = 0;
    this.generation = (this.generation + 1) >>> 0;
    if (this.generation === 0) {
      this.stamp.fill(0);
      this.#laterStamp.fill(0);
      this.generation = 1;
    }
    this.#laterStamp = grown(this.#laterStamp, locations);
    this.#reserveRows(locations);
    this.touched = grown(this.touched, locations);
    this.columns = 0;
  }

  /** Notes a further row of a location, for all methods. */
  touchLater(row: number): void {
    this.#laterStamp[this.rowLocation[row]!] = this.generation;
    this.touched = grown(this.touched, this.touchedCount + 1);
    this.touched[this.touchedCount++] = row;
  }

  /** Whether the location of a row has further rows, for stock that comes in later. */
  later(row: number): boolean {
    return this.laterAt(this.rowLocation[row]!);
  }

  /** Whether a location has further rows. */
  laterAt(location: number): boolean {
    return this.#laterStamp[location] === this.generation;
  }

  /** Forgets the columns and method-specific rows of the method before. */
  beginMethod(): void {
    this.columns = 0;
    this.rows = this.baseRows;
  }

  /** Adds a row that is no location's own. Not listed: its caller makes the columns. */
  addRow(location: number, startMs: number): number {
    const row = this.rows++;
    this.#reserveRows(this.rows);
    this.clearRow(row, location, startMs);
    return row;
  }

  /** Empties a row. */
  clearRow(row: number, location: number, startMs: number): void {
    const base = row * this.width;
    for (let i = 0; i < this.width; i++) this.avail[base + i] = 0;
    this.fullCount[row] = 0;
    this.anyCount[row] = 0;
    this.fullMask[row] = 0;
    this.anyMask[row] = 0;
    this.rowLocation[row] = location;
    this.rowStart[row] = startMs;
  }

  /** Sets an item of a cleared row. @param units what is available, above 0. */
  put(row: number, item: number, units: number, need: number): void {
    const bit = item < 30 ? 1 << item : 0;
    this.avail[row * this.width + item] = units < need ? units : need;
    this.anyCount[row]!++;
    this.anyMask[row]! |= bit;
    if (units >= need) {
      this.fullCount[row]!++;
      this.fullMask[row]! |= bit;
    }
  }

  /** Number the next column will have; there is space for it. */
  nextColumn(): number {
    if (this.columns >= this.colRow.length) this.#reserveColumns(this.columns + 1);
    return this.columns;
  }

  /** Adds a column; returns its number. */
  addColumn(): number {
    const c = this.nextColumn();
    this.columns = c + 1;
    return c;
  }

  #reserveRows(rows: number): void {
    this.avail = grown(this.avail, rows * this.width);
    if (this.fullCount.length >= rows) return;
    this.fullCount = grown(this.fullCount, rows);
    this.anyCount = grown(this.anyCount, rows);
    this.fullMask = grown(this.fullMask, rows);
    this.anyMask = grown(this.anyMask, rows);
    this.rowLocation = grown(this.rowLocation, rows);
    this.rowStart = grown(this.rowStart, rows);
    this.stamp = grown(this.stamp, rows);
  }

  #reserveColumns(columns: number): void {
    this.colRow = grown(this.colRow, columns);
    this.colService = grown(this.colService, columns);
    this.colLate = grown(this.colLate, columns);
    this.colCap = grown(this.colCap, columns);
    this.colFixed = grown(this.colFixed, columns);
    this.colPerKg = grown(this.colPerKg, columns);
    this.colPerUnit = grown(this.colPerUnit, columns);
    this.colLatest = grown(this.colLatest, columns);
    this.colDispatch = grown(this.colDispatch, columns);
    this.colDay = grown(this.colDay, columns);
    this.colLastStart = grown(this.colLastStart, columns);
  }
}
