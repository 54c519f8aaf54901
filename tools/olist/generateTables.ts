import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a generated world is like. All of it is invented; only the column names are the data set's. */
export interface WorldOptions {
  readonly seed: number;
  /** First day of purchases, `YYYY-MM-DD`. */
  readonly firstDay: string;
  readonly days: number;
  readonly ordersPerDay: number;
  /** From day `from` to day `to` of the world everything on its way takes `factor` times as long. */
  readonly slowdowns?: readonly { readonly from: number; readonly to: number; readonly factor: number }[];
  /** From day `from` to day `to` so many times the usual orders come in. */
  readonly surges?: readonly { readonly from: number; readonly to: number; readonly factor: number }[];
}

const DAY_MS = 86_400_000;
/** Name, latitude, longitude, share of customers, first two digits of its postal prefixes. */
const STATES: readonly (readonly [string, number, number, number, number])[] = [
  ['SP', -23.5, -46.6, 42, 1],
  ['RJ', -22.9, -43.2, 13, 20],
  ['MG', -19.9, -43.9, 12, 30],
  ['RS', -30, -51.2, 6, 90],
  ['PR', -25.4, -49.3, 5, 80],
  ['BA', -13, -38.5, 4, 40],
  ['PE', -8, -34.9, 3, 50],
  ['AM', -3.1, -60, 1, 69],
];
const SELLERS = 60;
/** Brazil's fixed public holidays, on which nobody works in this world either. */
const HOLIDAYS = new Set(['01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '12-25']);

/** Writes a seeded world as a folder of Olist tables; the same options write the same bytes. */
export async function generateTables(folder: string, options: WorldOptions): Promise<void> {
  await mkdir(folder, { recursive: true });
  const world = new World(options);
  const tables = world.tables();
  for (const [name, lines] of Object.entries(tables)) {
    await writeFile(join(folder, `olist_${name}_dataset.csv`), `${lines.join('\n')}\n`);
  }
}

interface Place {
  readonly state: string;
  readonly zip: string;
  readonly lat: number;
  readonly lng: number;
}

interface Seller {
  readonly id: string;
  readonly home: Place;
  /** Working days from order to hand-over, usually. */
  readonly handling: number;
}

/** What an order begins with; times in ms. */
interface OrderSeed {
  readonly id: string;
  /** Of the day on which it is placed. */
  readonly midnight: number;
  /** Of the first day of the world. */
  readonly start: number;
  readonly home: Place;
}

class World {
  readonly #options: WorldOptions;
  #state: number;

  constructor(options: WorldOptions) {
    this.#options = options;
    this.#state = options.seed >>> 0;
  }

  tables(): Record<string, string[]> {
    const { firstDay, days, ordersPerDay, surges } = this.#options;
    const out: Record<string, string[]> = {
      orders: [
        'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
      ],
      order_items: ['order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value'],
      customers: ['customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state'],
      sellers: ['seller_id,seller_zip_code_prefix,seller_city,seller_state'],
      products: [
        'product_id,product_category_name,product_weight_g,product_length_cm,product_height_cm,product_width_cm',
      ],
      order_payments: ['order_id,payment_sequential,payment_type,payment_installments,payment_value'],
      geolocation: [
        'geolocation_zip_code_prefix,geolocation_lat,geolocation_lng,geolocation_city,geolocation_state',
      ],
    };
    const seen = new Set<string>();
    const place = (): Place => {
      const found = this.#place();
      if (!seen.has(found.zip)) {
        seen.add(found.zip);
        out['geolocation']!.push(
          `${found.zip},${found.lat.toFixed(4)},${found.lng.toFixed(4)},town,${found.state}`,
        );
      }
      return found;
    };
    const sellers = Array.from({ length: SELLERS }, (_, at) => {
      const home = place();
      out['sellers']!.push(`seller${at},${home.zip},town,${home.state}`);
      return { id: `seller${at}`, home, handling: Math.exp(0.6 + 0.5 * this.#normal()) };
    });
    const start = Date.parse(`${firstDay}T00:00:00Z`);
    let serial = 0;
    for (let day = 0; day < days; day++) {
      const surge = surges?.find(({ from, to }) => day >= from && day < to)?.factor ?? 1;
      const count = Math.max(0, Math.round(ordersPerDay * surge * (1 + 0.15 * this.#normal())));
      for (let n = 0; n < count; n++)
        this.#order(
          out,
          { id: `o${serial++}`, midnight: start + day * DAY_MS, start, home: place() },
          sellers,
        );
    }
    return out;
  }

  #order(
    out: Record<string, string[]>,
    { id, midnight, start, home }: OrderSeed,
    sellers: readonly Seller[],
  ): void {
    const seller = sellers[Math.floor(this.#random() ** 2 * sellers.length)]!;
    const bought = midnight + Math.floor(this.#random() * DAY_MS);
    const grams = Math.round(Math.exp(6 + this.#normal()));
    const km = 111 * Math.hypot(home.lat - seller.home.lat, home.lng - seller.home.lng);
    const usual = 1.5 + km / 220 + (grams > 2000 ? 1 : 0);
    const handedOver = this.#work(bought, seller.handling * Math.exp(0.5 * this.#normal()), start);
    const delivered = this.#work(handedOver, usual * Math.exp(0.4 * this.#normal()), start);
    const lost = this.#random() < 0.02;
    const estimate = Math.floor(bought / DAY_MS) * DAY_MS + Math.round(14 + km / 80) * DAY_MS;
    out['orders']!.push(
      [
        id,
        `c${id}`,
        lost ? 'shipped' : 'delivered',
        stamp(bought),
        stamp(bought + 3_600_000),
        stamp(handedOver),
        lost ? '' : stamp(delivered),
        stamp(estimate),
      ].join(','),
    );
    out['customers']!.push(`c${id},u${id},${home.zip},town,${home.state}`);
    const freight = (8 + km / 100 + grams / 500).toFixed(2);
    out['order_items']!.push(`${id},1,p${id},${seller.id},${stamp(bought + 5 * DAY_MS)},50.00,${freight}`);
    out['products']!.push(`p${id},things,${grams},20,10,15`);
    out['order_payments']!.push(`${id},1,credit_card,1,${(50 + Number(freight)).toFixed(2)}`);
  }

  /** The moment at which so many working days are done: Saturdays count a third, Sundays hardly. */
  #work(from: number, workingDays: number, start: number): number {
    let at = from;
    let left = workingDays;
    for (;;) {
      const day = Math.floor(at / DAY_MS);
      const weekday = (((day + 4) % 7) + 7) % 7;
      const slow = this.#options.slowdowns?.find(({ from: a, to: b }) => {
        const since = day - start / DAY_MS;
        return since >= a && since < b;
      });
      const resting = weekday === 0 || HOLIDAYS.has(new Date(at).toISOString().slice(5, 10));
      const pace = (resting ? 0.05 : weekday === 6 ? 0.33 : 1) / (slow?.factor ?? 1);
      const today = ((day + 1) * DAY_MS - at) / DAY_MS;
      if (left <= today * pace) return Math.floor(at + (left / pace) * DAY_MS);
      left -= today * pace;
      at = (day + 1) * DAY_MS;
    }
  }

  #place(): Place {
    let draw = this.#random() * STATES.reduce((sum, [, , , share]) => sum + share, 0);
    const [state, lat, lng, , zip] = STATES.find(([, , , share]) => (draw -= share) < 0) ?? STATES[0]!;
    const town = Math.floor(this.#random() * 40);
    return {
      state,
      zip: String(zip * 1000 + town * 10).padStart(5, '0'),
      lat: lat + ((town % 7) - 3) * 0.4,
      lng: lng + ((town % 5) - 2) * 0.4,
    };
  }

  /** mulberry32: small, seeded, good enough for invented parcels. */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  #normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random());
  }
}

const stamp = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
