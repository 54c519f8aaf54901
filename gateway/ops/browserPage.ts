import type { ServerResponse } from 'node:http';
import type { NodeRoute } from '../../platform/http/routeTable.ts';

/** What browsers get that open an endpoint: a document, and the routes of the files it loads. */
export interface BrowserPage {
  show(res: ServerResponse): void;
  readonly routes: readonly NodeRoute[];
}
