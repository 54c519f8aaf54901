import Holidays from 'date-holidays';
import { storeCities, supplierCities, timeZones, warehouseCities, type City } from './cities.ts';

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
interface Hours {
  readonly weekday: Weekday;
  readonly opensAt: string;
  readonly closesAt: string;
}

const hours = (days: readonly Weekday[], opensAt: string, closesAt: string): Hours[] =>
  days.map((weekday) => ({ weekday, opensAt, closesAt }));
const workdays: readonly Weekday[] = [1, 2, 3, 4, 5];

/** Countries in which shops open on Sundays. */
const sundayOpen = new Set(['FR', 'IT', 'NL', 'PT', 'IE', 'ES']);

const storeHours = ({ country }: City): Hours[] => [
  ...hours([1, 2, 3, 4, 5, 6], country === 'ES' ? '10:00' : '09:30', country === 'ES' ? '21:00' : '19:30'),
  ...(sundayOpen.has(country) ? hours([7], '11:00', '18:00') : []),
];

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/** Public holidays of a country over three years, as dates. */
function holidaysOf(country: string, firstYear: number): string[] {
  const calendar = new Holidays(country);
  const years = [firstYear, firstYear + 1, firstYear + 2];
  const days = years.flatMap((year) => calendar.getHolidays(year) ?? []);
  return [...new Set(days.filter((day) => day.type === 'public').map((day) => day.date.slice(0, 10)))].sort();
}

/** Every place of the retailer: warehouses, stores, suppliers, pickup points and lockers. */
export function retailerLocations(firstYear: number) {
  const closed = new Map(Object.keys(timeZones).map((country) => [country, holidaysOf(country, firstYear)]));
  const place = (city: City) => ({
    ...{ city: city.name, country: city.country, postalCode: city.postalCode },
    ...{ latitude: city.latitude, longitude: city.longitude, timeZone: timeZones[city.country] },
    closedDays: closed.get(city.country) ?? [],
    active: true,
  });
  const warehouses = warehouseCities.map((city) => ({
    ...place(city),
    ...{ id: `wh-${slug(city.name)}`, name: `Warehouse ${city.name}`, kind: 'WAREHOUSE' },
    openingHours: [...hours(workdays, '05:00', '22:00'), ...hours([6], '06:00', '19:00')],
    ...{ abilities: ['SHIP', 'CUSTOMISE'], capacityPerDay: 4_000, handlingMinutes: 90 },
  }));
  const stores = storeCities.map((city, i) => ({
    ...place(city),
    ...{ id: `st-${slug(city.name)}`, name: `Maison Lumen ${city.name}`, kind: 'STORE' },
    openingHours: storeHours(city),
    abilities: ['COLLECT', ...(i % 4 === 3 ? [] : ['SHIP']), ...(i % 2 === 0 ? ['INSTANT'] : [])],
    // Who serves within the hour picks at once.
    ...{ capacityPerDay: 60, handlingMinutes: i % 2 === 0 ? 15 : 30 },
  }));
  const suppliers = supplierCities.map((city) => ({
    ...place(city),
    ...{ id: `su-${slug(city.name)}`, name: `Atelier ${city.name}`, kind: 'SUPPLIER' },
    openingHours: hours(workdays, '08:00', '19:00'),
    ...{ abilities: ['SHIP', 'CUSTOMISE'], capacityPerDay: 200, handlingMinutes: 480 },
  }));
  const points = storeCities.flatMap((city) => [
    {
      ...place({ ...city, latitude: city.latitude + 0.008, longitude: city.longitude - 0.006 }),
      ...{ id: `pp-${slug(city.name)}`, name: `Relais ${city.name}`, kind: 'PICKUP_POINT' },
      openingHours: hours([1, 2, 3, 4, 5, 6], '08:00', '20:00'),
      ...{ abilities: ['COLLECT'], capacityPerDay: 300, handlingMinutes: 0 },
    },
    {
      ...place({ ...city, latitude: city.latitude - 0.007, longitude: city.longitude + 0.009 }),
      ...{ id: `lk-${slug(city.name)}`, name: `Locker ${city.name}`, kind: 'PICKUP_POINT' },
      openingHours: hours([1, 2, 3, 4, 5, 6, 7], '00:00', '23:59'),
      ...{ abilities: ['COLLECT', 'LOCKER'], capacityPerDay: 80, handlingMinutes: 0, closedDays: [] },
    },
  ]);
  return [...warehouses, ...stores, ...suppliers, ...points];
}
