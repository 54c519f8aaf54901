/** One person of the benchmark's graph. */
export interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly birthday: number;
}

/** One product of the benchmark's graph. */
export interface ProductRow {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
}

/** One review of the benchmark's graph. */
export interface ReviewRow {
  readonly id: string;
  readonly body: string;
  readonly product: { readonly upc: string };
}

const people = [
  'Uri Goldshtein',
  'Dotan Simha',
  'Kamil Kisiela',
  'Arda Tanrikulu',
  'Gil Gardosh',
  'Laurin Quast',
];
const goods: readonly (readonly [string, number, number])[] = [
  ['Table', 899, 100],
  ['Couch', 1299, 1000],
  ['Glass', 15, 20],
  ['Chair', 499, 100],
  ['TV', 1299, 1000],
  ['Lamp', 6999, 300],
  ['Grill', 3999, 2000],
  ['Fridge', 100000, 6000],
  ['Sofa', 9999, 800],
];

const words =
  'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua ut enim ad minim veniam quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur'.split(
    ' ',
  );

/** A text of `length` words, different for each review. */
const lorem = (seed: number, length: number): string => {
  const text = Array.from({ length }, (_, at) => words[(seed * 7 + at) % words.length]).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** Six people; further ids are asked for by the small workload and repeat them. */
export function userById(id: string): UserRow | null {
  const number = Number(id);
  if (!Number.isInteger(number) || number < 1) return null;
  const name = people[(number - 1) % people.length] ?? '';
  return { id, name, username: name.toLowerCase().replace(' ', '.'), birthday: 1_234_567_890 + number };
}

export const users: readonly UserRow[] = people.map((_, at) => userById(String(at + 1))!);

export const products: readonly ProductRow[] = goods.map(([name, price, weight], at) => ({
  upc: String(at + 1),
  name,
  price,
  weight,
}));

/** Eleven reviews: the first product has four of them, two others two each, three have one. */
const reviewed = [1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6];

export const reviews: readonly ReviewRow[] = reviewed.map((product, at) => ({
  id: String(at + 1),
  body: lorem(at, 28),
  product: { upc: String(product) },
}));

/** Everybody wrote the same two reviews, and every review is by the first person: the graph is small and dense. */
export const reviewsByUser = reviews.slice(0, 2);

export const reviewsOfProduct = (upc: string): readonly ReviewRow[] =>
  reviews.filter((review) => review.product.upc === upc);
