/**
 * Starts GraphiQL on the endpoint whose page this is. Queries go by POST, with `@defer` in parts; subscriptions go over
 * graphql-transport-ws, on a socket that introduces itself with the headers in the editor.
 */
export const startScript = String.raw`
const { pathname } = location;
const wsUrl = location.origin.replace(/^http/, 'ws') + pathname;
let socket = { key: undefined, client: undefined };
const clientWith = (headers) => {
  const key = JSON.stringify(headers ?? {});
  if (socket.key !== key) {
    socket.client?.dispose();
    socket = { key, client: graphqlWs.createClient({ url: wsUrl, connectionParams: headers ?? {}, lazy: true }) };
  }
  return socket.client;
};
const accept = 'multipart/mixed;deferSpec=20220824, application/graphql-response+json, application/json';
/* What kind of operation it is follows from the text that is sent: the editor's own reading of it lags behind typing. */
const read = (query) => {
  try { return GraphiQL.GraphQL.parse(query); } catch { return undefined; }
};
const fetcher = (params, options) => {
  const send = GraphiQL.createFetcher({ url: pathname, headers: { accept }, wsClient: clientWith(options?.headers) });
  return send(params, { ...options, documentAST: read(params.query) });
};
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher,
    storage: GraphiQL.createLocalStorage({ namespace: 'graphiql:' + pathname }),
    shouldPersistHeaders: false,
  }),
);
`;
