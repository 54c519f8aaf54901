import { resolve } from 'node:path';
import type { AppConfig } from './config.ts';
import type { Running } from './oneProcess.ts';

/** What a newcomer reads after `npm start`: the endpoints, the tokens and three things to try. */
export function banner(
  { url, tokens, embedded, hasConsole }: Running,
  config: AppConfig,
  readyMs: number,
): string {
  const flags = [
    config.PORT === 4000 ? '' : `--url ${url}`,
    config.DATA_DIR === '.data' ? '' : `--data ${config.DATA_DIR}`,
  ]
    .join(' ')
    .trim();
  const short = flags === '' ? '' : ` -- ${flags}`;
  const curl = (endpoint: string, caller: string, query: string): string =>
    `curl -s ${url}${endpoint} -H 'content-type: application/json'${caller} \\\n    -d '${JSON.stringify({ query })}'`;
  const bearer = (name: string): string =>
    ` -H "authorization: Bearer $(node -p "require('${resolve(config.DATA_DIR)}/dev-tokens.json').${name}")"`;
  const mailbox = config.SMTP_URL === undefined && config.NODE_ENV !== 'production';
  const tryIt = [
    [
      'What can be delivered, when and at what carbon cost?',
      curl(
        '/graphql',
        '',
        '{ products(first: 1) { edges { node { title variants { sku deliveryPromise(destination: { country: "FR", postalCode: "75011" }) { options { title latestDeliveryAt price { amountMinor } carbon { kgCO2e } } } } } } } }',
      ),
    ],
    [
      'What a partner may see',
      curl(
        '/partner/graphql',
        bearer('partner'),
        '{ orders(first: 3) { edges { node { number status } } } }',
      ),
    ],
    ['A whole story, from promise to refund', `npm run demo${short}`],
  ];
  return [
    '',
    `Promesse is ready after ${(readyMs / 1_000).toFixed(1)} s.${embedded ? ` Data lies in ${config.DATA_DIR} and survives a restart.` : ''}`,
    '',
    ...(hasConsole ? pagesOf(url) : []),
    `  The graph     ${url}/graphql           (also WebSocket, event streams, and a page in the browser)`,
    `  For partners  ${url}/partner/graphql   (the scoped schema)`,
    mailbox
      ? `  The mailbox   ${url}/mailbox           (messages to customers; none leaves this machine)`
      : '',
    '',
    Object.keys(tokens).length === 0
      ? ''
      : `Tokens for development, also in ${config.DATA_DIR}/dev-tokens.json:`,
    ...Object.entries(tokens).map(([name, token]) => `  ${name.padEnd(10)} ${token}`),
    '',
    'Three things to try:',
    ...tryIt.map(([title, command], i) => `  ${i + 1}. ${title}\n    ${command}`),
    '',
  ].join('\n');
}

/** The first page, which shows the way to all, and the five faces. */
const pagesOf = (url: string): string[] => [
  `  Start here    ${url}/                  (sign in with a ready-made role)`,
  `  Shop window   ${url}/shop`,
  `  Order page    ${url}/track`,
  `  Store app     ${url}/store`,
  `  Service desk  ${url}/desk`,
  `  Control tower ${url}/tower`,
  '',
];
