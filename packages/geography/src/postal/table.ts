/** Where postal codes that begin alike lie. */
export interface PostalArea {
  /** Code or beginning of codes, without separators. */
  readonly area: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Metres around the point within which an address lies. */
  readonly radiusMetres: number;
}

/** Steps of the compact form: a thousandth of a degree (111 m at most), and a hundred metres. */
const degrees = 1_000;
const metres = 100;

/**
 * Areas as compact text: sorted, one a line: how many signs it shares with the line before, the rest, latitude and
 * longitude in thousandths of a degree, radius in hundreds of metres.
 */
export function writePostalTable(areas: Iterable<PostalArea>): string {
  let before = '';
  const lines: string[] = [];
  for (const { area, latitude, longitude, radiusMetres } of [...areas].sort((a, b) =>
    a.area < b.area ? -1 : 1,
  )) {
    let shared = 0;
    while (shared < area.length && area[shared] === before[shared]) shared++;
    const radius = Math.max(1, Math.ceil(radiusMetres / metres));
    const point = [Math.round(latitude * degrees), Math.round(longitude * degrees), radius];
    lines.push([`${shared}${area.slice(shared)}`, ...point].join('\t'));
    before = area;
  }
  return `${lines.join('\n')}\n`;
}

/** Reads the compact form. Throws on a line that has another shape. */
export function readPostalTable(text: string): Map<string, PostalArea> {
  const areas = new Map<string, PostalArea>();
  let before = '';
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [key = '', latitude, longitude, radius] = line.split('\t');
    const area = before.slice(0, Number(key[0])) + key.slice(1);
    const point = [Number(latitude) / degrees, Number(longitude) / degrees, Number(radius) * metres] as const;
    if (area === '' || point.some((each) => !Number.isFinite(each)))
      throw new Error(`No line of a postal table: ${JSON.stringify(line)}`);
    areas.set(area, { area, latitude: point[0], longitude: point[1], radiusMetres: point[2] });
    before = area;
  }
  return areas;
}
