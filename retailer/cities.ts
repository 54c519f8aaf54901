/** A real city: where a store stands. Coordinates of the centre, to two decimals. */
export interface City {
  readonly name: string;
  readonly country: 'FR' | 'IT' | 'DE' | 'ES' | 'BE' | 'NL' | 'PT' | 'IE';
  readonly postalCode: string;
  readonly latitude: number;
  readonly longitude: number;
}

export const timeZones: Readonly<Record<City['country'], string>> = {
  FR: 'Europe/Paris',
  IT: 'Europe/Rome',
  DE: 'Europe/Berlin',
  ES: 'Europe/Madrid',
  BE: 'Europe/Brussels',
  NL: 'Europe/Amsterdam',
  PT: 'Europe/Lisbon',
  IE: 'Europe/Dublin',
};

const city = (
  name: string,
  country: City['country'],
  postalCode: string,
  latitude: number,
  longitude: number,
): City => ({
  ...{ name, country, postalCode, latitude, longitude },
});

/** Cities with a store. */
export const storeCities: readonly City[] = [
  city('Paris République', 'FR', '75011', 48.87, 2.36),
  city('Paris Opéra', 'FR', '75009', 48.87, 2.33),
  city('Paris Montparnasse', 'FR', '75014', 48.84, 2.32),
  city('Lyon', 'FR', '69002', 45.76, 4.83),
  city('Marseille', 'FR', '13001', 43.3, 5.38),
  city('Lille', 'FR', '59000', 50.63, 3.06),
  city('Bordeaux', 'FR', '33000', 44.84, -0.58),
  city('Toulouse', 'FR', '31000', 43.6, 1.44),
  city('Nantes', 'FR', '44000', 47.22, -1.55),
  city('Strasbourg', 'FR', '67000', 48.58, 7.75),
  city('Nice', 'FR', '06000', 43.7, 7.27),
  city('Rennes', 'FR', '35000', 48.11, -1.68),
  city('Montpellier', 'FR', '34000', 43.61, 3.88),
  city('Grenoble', 'FR', '38000', 45.19, 5.72),
  city('Milano Duomo', 'IT', '20121', 45.46, 9.19),
  city('Milano Porta Romana', 'IT', '20135', 45.45, 9.2),
  city('Roma', 'IT', '00187', 41.9, 12.49),
  city('Torino', 'IT', '10121', 45.07, 7.69),
  city('Bologna', 'IT', '40121', 44.49, 11.34),
  city('Firenze', 'IT', '50123', 43.77, 11.25),
  city('Napoli', 'IT', '80132', 40.84, 14.25),
  city('Venezia Mestre', 'IT', '30171', 45.49, 12.24),
  city('Verona', 'IT', '37121', 45.44, 10.99),
  city('Berlin Mitte', 'DE', '10115', 52.53, 13.38),
  city('München', 'DE', '80331', 48.14, 11.57),
  city('Hamburg', 'DE', '20095', 53.55, 10.0),
  city('Köln', 'DE', '50667', 50.94, 6.96),
  city('Frankfurt', 'DE', '60311', 50.11, 8.68),
  city('Madrid', 'ES', '28013', 40.42, -3.7),
  city('Barcelona', 'ES', '08002', 41.38, 2.18),
  city('Valencia', 'ES', '46002', 39.47, -0.38),
  city('Sevilla', 'ES', '41001', 37.39, -5.99),
  city('Bruxelles', 'BE', '1000', 50.85, 4.35),
  city('Antwerpen', 'BE', '2000', 51.22, 4.4),
  city('Amsterdam', 'NL', '1012 AB', 52.37, 4.9),
  city('Rotterdam', 'NL', '3011 AA', 51.92, 4.48),
  city('Lisboa', 'PT', '1100-053', 38.71, -9.14),
  city('Porto', 'PT', '4000-069', 41.15, -8.61),
  city('Dublin', 'IE', 'D02 X285', 53.34, -6.26),
  city('Cork', 'IE', 'T12 W8KF', 51.9, -8.47),
];

/** Places of the retailer's warehouses. */
export const warehouseCities: readonly City[] = [
  city('Lesquin', 'FR', '59810', 50.58, 3.11),
  city('Piacenza', 'IT', '29122', 45.05, 9.7),
  city('Zaragoza', 'ES', '50197', 41.62, -0.98),
];

/** Places of suppliers that ship their own goods. */
export const supplierCities: readonly City[] = [
  city('Cholet', 'FR', '49300', 47.06, -0.88),
  city('Civitanova Marche', 'IT', '62012', 43.31, 13.73),
];
