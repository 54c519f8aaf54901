import type { TerritoryRow } from './territoryRow.ts';

const inFrance = { parent: 'FR', customs: false, vat: 'OWN' } as const;
const overseas = { parent: 'FR', customs: true, vat: 'OUTSIDE' } as const;

/**
 * Territories that are written under another country's code and postal codes, but are destinations of their own for
 * carriers, tax or customs. `customs` is about goods that come from the parent's mainland.
 * Sources: Council Directive 2006/112/EC art. 6 and 7 (areas outside VAT), Regulation (EU) 952/2013 art. 4 (customs
 * territory), Swiss VAT Act (MWSTG) art. 3 a and 4 (Liechtenstein and Büsingen inland, Samnaun excluded for goods), Windsor Framework (Northern Ireland), UPU addressing sheets (postal codes); read in 2026.
 */
export const territoryRows: readonly TerritoryRow[] = [
  { code: 'GP', ...inFrance, prefixes: ['971'] },
  { code: 'MQ', ...inFrance, prefixes: ['972'] },
  { code: 'GF', ...inFrance, vat: 'OUTSIDE', prefixes: ['973'] },
  { code: 'RE', ...inFrance, prefixes: ['974'] },
  { code: 'YT', ...inFrance, vat: 'OUTSIDE', prefixes: ['976', '985'] },
  { code: 'MF', ...inFrance, vat: 'OUTSIDE', prefixes: ['97150', '978'] },
  { code: 'BL', ...overseas, prefixes: ['97133', '977'] },
  { code: 'PM', ...overseas, prefixes: ['975'] },
  { code: 'TF', ...overseas, prefixes: ['984'] },
  { code: 'WF', ...overseas, prefixes: ['986'] },
  { code: 'PF', ...overseas, prefixes: ['987'] },
  { code: 'NC', ...overseas, prefixes: ['988'] },
  { code: 'MC', parent: 'FR', prefixes: ['980'], customs: false, vat: 'PARENT' },
  {
    ...{ code: 'IC', parent: 'ES', prefixes: ['35', '38'], customs: false, vat: 'OUTSIDE' },
    ...{ timeZone: 'Atlantic/Canary', point: [28.3, -15.8, 260] },
    names: { en: 'Canary Islands', fr: 'Îles Canaries', it: 'Isole Canarie' },
  },
  {
    ...{ code: 'EA', parent: 'ES', prefixes: ['51', '52'], customs: true, vat: 'OUTSIDE' },
    ...{ timeZone: 'Africa/Ceuta', point: [35.6, -4.1, 130] },
    names: { en: 'Ceuta and Melilla', fr: 'Ceuta et Melilla', it: 'Ceuta e Melilla' },
  },
  {
    ...{ code: 'PT-ACO', parent: 'PT', prefixes: ['95', '96', '97', '98', '99'], customs: false, vat: 'OWN' },
    ...{ timeZone: 'Atlantic/Azores', point: [38.3, -28.0, 330] },
    names: { en: 'Azores', fr: 'Açores', it: 'Azzorre' },
  },
  {
    ...{ code: 'PT-MAD', parent: 'PT', prefixes: ['90', '91', '92', '93', '94'], customs: false, vat: 'OWN' },
    ...{ timeZone: 'Atlantic/Madeira', point: [32.8, -16.9, 90] },
    names: { en: 'Madeira', fr: 'Madère', it: 'Madera' },
  },
  {
    ...{ code: 'IT-LIV', parent: 'IT', prefixes: ['23041'], customs: true, vat: 'OUTSIDE' },
    point: [46.54, 10.14, 12],
    names: { en: 'Livigno', fr: 'Livigno', it: 'Livigno' },
  },
  {
    ...{ code: 'IT-CAM', parent: 'IT', prefixes: ['22061'], customs: false, vat: 'OUTSIDE' },
    also: { country: 'CH', prefixes: ['6911'] },
    point: [45.97, 8.97, 3],
    names: { en: 'Campione d’Italia', fr: 'Campione d’Italia', it: 'Campione d’Italia' },
  },
  { code: 'SM', parent: 'IT', prefixes: ['4789'], customs: false, vat: 'OUTSIDE' },
  { code: 'VA', parent: 'IT', prefixes: ['00120'], customs: true, vat: 'OUTSIDE' },
  {
    ...{ code: 'DE-HEL', parent: 'DE', prefixes: ['27498'], customs: true, vat: 'OUTSIDE' },
    point: [54.18, 7.89, 3],
    names: { en: 'Heligoland', fr: 'Heligoland', it: 'Helgoland' },
  },
  {
    ...{ code: 'DE-BUS', parent: 'DE', prefixes: ['78266'], customs: true, vat: 'OUTSIDE', vatArea: 'CH' },
    also: { country: 'CH', prefixes: ['8238'] },
    point: [47.7, 8.69, 3],
    names: { en: 'Büsingen', fr: 'Büsingen', it: 'Büsingen' },
  },
  { code: 'AX', parent: 'FI', prefixes: ['22'], customs: false, vat: 'OUTSIDE' },
  {
    ...{ code: 'GR-ATH', parent: 'GR', prefixes: ['63086'], customs: false, vat: 'OUTSIDE' },
    point: [40.2, 24.2, 30],
    names: { en: 'Mount Athos', fr: 'Mont Athos', it: 'Monte Athos' },
  },
  { code: 'FO', parent: 'DK', prefixes: ['FO'], customs: true, vat: 'OUTSIDE' },
  { code: 'GL', parent: 'DK', prefixes: ['39'], customs: true, vat: 'OUTSIDE' },
  { code: 'SJ', parent: 'NO', prefixes: ['8099', '917'], customs: true, vat: 'OUTSIDE' },
  {
    code: 'LI',
    parent: 'CH',
    prefixes: ['9485', '9486', '9487', '9488', '949'],
    customs: false,
    vat: 'PARENT',
  },
  {
    ...{ code: 'CH-SAM', parent: 'CH', prefixes: ['7562', '7563'], customs: true, vat: 'OUTSIDE' },
    point: [46.96, 10.37, 9],
    names: { en: 'Samnaun', fr: 'Samnaun', it: 'Samnaun' },
  },
  {
    ...{ code: 'GB-NIR', parent: 'GB', prefixes: ['BT'], customs: true, vat: 'OWN' },
    point: [54.6, -6.7, 110],
    names: { en: 'Northern Ireland', fr: 'Irlande du Nord', it: 'Irlanda del Nord' },
  },
  { code: 'JE', parent: 'GB', prefixes: ['JE'], customs: true, vat: 'OUTSIDE' },
  { code: 'GG', parent: 'GB', prefixes: ['GY'], customs: true, vat: 'OUTSIDE' },
  { code: 'IM', parent: 'GB', prefixes: ['IM'], customs: false, vat: 'PARENT' },
  { code: 'GI', parent: 'GB', prefixes: ['GX'], customs: true, vat: 'OUTSIDE' },
  {
    ...{ code: 'CY-N', parent: 'CY', prefixes: ['99'], customs: true, vat: 'OUTSIDE' },
    point: [35.27, 33.5, 110],
    names: { en: 'Northern Cyprus', fr: 'Chypre du Nord', it: 'Cipro del Nord' },
  },
  { code: 'PR', parent: 'US', prefixes: ['006', '007', '009'], customs: false, vat: 'OUTSIDE' },
  { code: 'VI', parent: 'US', prefixes: ['008'], customs: true, vat: 'OUTSIDE' },
  { code: 'AS', parent: 'US', prefixes: ['96799'], customs: true, vat: 'OUTSIDE' },
  { code: 'GU', parent: 'US', prefixes: ['9691', '9692', '9693'], customs: true, vat: 'OUTSIDE' },
  { code: 'MP', parent: 'US', prefixes: ['9695'], customs: true, vat: 'OUTSIDE' },
  { code: 'AW', parent: 'NL', prefixes: [], customs: true, vat: 'OUTSIDE' },
  { code: 'CW', parent: 'NL', prefixes: [], customs: true, vat: 'OUTSIDE' },
  { code: 'SX', parent: 'NL', prefixes: [], customs: true, vat: 'OUTSIDE' },
  { code: 'BQ', parent: 'NL', prefixes: [], customs: true, vat: 'OUTSIDE' },
];
