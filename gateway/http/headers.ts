import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** Request headers with one text each; a header sent several times is joined as HTTP allows. */
export function flatHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}

/** Whether a header (lower-case name) stands in a request more than once; of such a one Node shows the first alone. */
export function sentTwice({ rawHeaders }: IncomingMessage, name: string): boolean {
  let found = false;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const given = rawHeaders[at] as string;
    if (given.length !== name.length || given.toLowerCase() !== name) continue;
    if (found) return true;
    found = true;
  }
  return false;
}
