/** Where the page's files are served. */
export const explorerBase = '/explorer/';

/**
 * Starts Altair on the endpoint whose page this is. Queries go by POST, with `@defer` in parts; subscriptions go by POST,
 * too, as server-sent events, so that they carry the headers of the editor (sockets can be chosen in the page).
 */
export const startScript = String.raw`
const { origin, pathname } = location;
AltairGraphQL.init({
  baseURL: '${explorerBase}',
  endpointURL: origin + pathname,
  subscriptionsEndpoint: origin + pathname,
  initialSubscriptionRequestHandlerId: 'graphql-sse',
  initialHeaders: {
    accept: 'multipart/mixed;deferSpec=20220824, application/graphql-response+json, application/json',
  },
  instanceStorageNamespace: 'explorer' + pathname.replace(/\W/g, '_'),
  disableAccount: true,
  initialSettings: {
    'banners.disable': true,
    'alert.disableUpdateNotification': true,
    disablePushNotification: true,
  },
});
`;
