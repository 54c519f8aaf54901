import type { Look, Role } from './world.ts';

/** A page that axe looks at. */
export interface Screen {
  readonly path: string;
  readonly role?: Role;
  /** Something that is there when the page is whole. */
  readonly whole: string;
}

/** Every screen, with the order that was placed for it. */
export const screens = (order: { readonly id: string; readonly link: string }): readonly Screen[] => [
  { path: '/', whole: '.face-card' },
  { path: '/sign-in', whole: '.role-list' },
  { path: '/shop', whole: '.product-card' },
  { path: '/shop/cart', whole: 'h1' },
  { path: '/track', whole: 'form' },
  { path: order.link, whole: '.steps' },
  { path: '/desk', role: 'agent', whole: '.table' },
  { path: `/desk/orders/${order.id}`, role: 'agent', whole: '.matrix' },
];

/** Each language in light and dark, narrow and wide. */
export const looks: readonly Look[] = (['en', 'fr', 'it'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    ([360, 1440] as const).map((width) => ({ language, theme, width })),
  ),
);

/** Each language, light, dark, narrow and wide once: what every test run looks at. */
export const someLooks: readonly Look[] = [
  { language: 'en', theme: 'light', width: 1440 },
  { language: 'fr', theme: 'dark', width: 360 },
  { language: 'it', theme: 'light', width: 360 },
];
