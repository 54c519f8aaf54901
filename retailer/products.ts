import type { Random } from '../platform/random/random.ts';

interface Family {
  readonly category: string;
  readonly code: string;
  readonly names: readonly { readonly en: string; readonly fr: string; readonly it: string }[];
  readonly models: number;
  readonly sizes: readonly string[];
  readonly priceMinor: readonly [number, number];
  readonly weightGrams: readonly [number, number];
  readonly sizeMm: readonly [number, number, number];
  readonly customisable?: boolean;
  readonly restrictions?: readonly string[];
}

const name = (en: string, fr: string, it: string) => ({ en, fr, it });

/** What Maison Lumen sells. */
const families: readonly Family[] = [
  {
    category: 'shoes',
    code: 'SHO',
    names: [
      name('Leather trainer', 'Basket en cuir', 'Sneaker in pelle'),
      name('Chelsea boot', 'Bottine Chelsea', 'Stivaletto Chelsea'),
      name('Derby', 'Derby', 'Derby'),
    ],
    models: 18,
    sizes: ['37', '38', '39', '40', '41', '42', '43', '44'],
    priceMinor: [6_900, 18_900],
    weightGrams: [800, 1_400],
    sizeMm: [330, 210, 120],
  },
  {
    category: 'coats',
    code: 'COA',
    names: [
      name('Wool coat', 'Manteau en laine', 'Cappotto di lana'),
      name('Rain jacket', 'Veste de pluie', 'Giacca antipioggia'),
    ],
    models: 16,
    sizes: ['XS', 'S', 'M', 'L', 'XL'],
    priceMinor: [9_900, 29_900],
    weightGrams: [900, 1_900],
    sizeMm: [450, 350, 120],
  },
  {
    category: 'knitwear',
    code: 'KNI',
    names: [
      name('Merino jumper', 'Pull en mérinos', 'Maglione in merino'),
      name('Cardigan', 'Gilet', 'Cardigan'),
    ],
    models: 24,
    sizes: ['XS', 'S', 'M', 'L', 'XL'],
    priceMinor: [4_900, 12_900],
    weightGrams: [300, 600],
    sizeMm: [350, 280, 60],
  },
  {
    category: 'bags',
    code: 'BAG',
    names: [name('Day bag', 'Sac de jour', 'Borsa da giorno'), name('Weekender', 'Sac week-end', 'Borsone')],
    models: 30,
    sizes: ['One size'],
    priceMinor: [7_900, 34_900],
    weightGrams: [500, 1_800],
    sizeMm: [420, 320, 180],
    customisable: true,
  },
  {
    category: 'lamps',
    code: 'LAM',
    names: [
      name('Table lamp', 'Lampe de table', 'Lampada da tavolo'),
      name('Floor lamp', 'Lampadaire', 'Lampada da terra'),
    ],
    models: 28,
    sizes: ['Small', 'Large'],
    priceMinor: [4_900, 24_900],
    weightGrams: [1_500, 7_000],
    sizeMm: [600, 350, 350],
    restrictions: ['FRAGILE'],
  },
  {
    category: 'ceramics',
    code: 'CER',
    names: [name('Stoneware bowl', 'Bol en grès', 'Ciotola in gres'), name('Vase', 'Vase', 'Vaso')],
    models: 32,
    sizes: ['Small', 'Medium', 'Large'],
    priceMinor: [1_900, 8_900],
    weightGrams: [400, 2_500],
    sizeMm: [260, 260, 200],
    restrictions: ['FRAGILE'],
  },
  {
    category: 'candles',
    code: 'CAN',
    names: [
      name('Scented candle', 'Bougie parfumée', 'Candela profumata'),
      name('Subgraph scent', 'Parfum d’intérieur', 'Profumo per ambienti'),
    ],
    models: 30,
    sizes: ['190 g', '300 g'],
    priceMinor: [2_400, 6_900],
    weightGrams: [350, 700],
    sizeMm: [110, 110, 130],
    restrictions: ['DANGEROUS'],
  },
  {
    category: 'furniture',
    code: 'FUR',
    names: [
      name('Oak stool', 'Tabouret en chêne', 'Sgabello in rovere'),
      name('Armchair', 'Fauteuil', 'Poltrona'),
    ],
    models: 20,
    sizes: ['Natural', 'Dark'],
    priceMinor: [12_900, 89_900],
    weightGrams: [8_000, 32_000],
    sizeMm: [1_600, 800, 800],
    restrictions: ['OVERSIZE'],
  },
];

const colours = [
  ['BLK', name('black', 'noir', 'nero')],
  ['SND', name('sand', 'sable', 'sabbia')],
  ['BLU', name('blue', 'bleu', 'blu')],
  ['GRN', name('green', 'vert', 'verde')],
] as const;

const between = (random: Random, [low, high]: readonly [number, number], step: number): number =>
  Math.round((low + random.next() * (high - low)) / step) * step;

/** About 2,000 variants with names in three languages; the same for the same seed. */
export function retailerProducts(random: Random, nowMs: number) {
  return families.flatMap((family) =>
    Array.from({ length: family.models }, (_, model) => {
      const base = family.names[model % family.names.length] ?? family.names[0]!;
      const id = `${family.code}-${String(model + 1).padStart(3, '0')}`;
      const priceMinor = between(random, family.priceMinor, 500) - 100;
      const weightGrams = between(random, family.weightGrams, 50);
      const [lengthMm, widthMm, heightMm] = family.sizeMm;
      const palette = colours.slice(0, 2 + random.int(3));
      const wait = model % 29 === 7 ? { preorderUntil: new Date(nowMs + 30 * 86_400_000).toISOString() } : {};
      const title = {
        en: `${base.en} ${model + 1}`,
        fr: `${base.fr} ${model + 1}`,
        it: `${base.it} ${model + 1}`,
      };
      return {
        ...{ id, title, brand: 'Maison Lumen', category: family.category },
        description: {
          en: `${base.en} by Maison Lumen.`,
          fr: `${base.fr} de Maison Lumen.`,
          it: `${base.it} di Maison Lumen.`,
        },
        variants: palette.flatMap(([code, colour]) =>
          family.sizes.map((size) => ({
            sku: `${id}-${code}-${size.replace(/[^A-Za-z0-9]/g, '').toUpperCase()}`,
            label: { en: `${colour.en}, ${size}`, fr: `${colour.fr}, ${size}`, it: `${colour.it}, ${size}` },
            price: { amountMinor: priceMinor, currency: 'EUR' },
            ...{ weightGrams, lengthMm, widthMm, heightMm, customisable: family.customisable ?? false },
            restrictions: family.restrictions ?? [],
            ...wait,
          })),
        ),
      };
    }),
  );
}
