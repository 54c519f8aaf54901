import type { ApolloServerPlugin } from '@apollo/server';
import type { ApolloContext } from '../../../gateway/apollo/apolloPath.ts';

/** A plug-in that notes which operations it saw end. */
export function createNotes() {
  const seen: string[] = [];
  const plugin: ApolloServerPlugin<ApolloContext> = {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response }) => {
          seen.push(request.operationName ?? '');
          response.http.headers.set('x-seen-by', 'plug-in');
          return Promise.resolve();
        },
      }),
  };
  return { seen, plugin };
}
