/** One media type of an `accept` or `content-type` header, lower-cased, with its parameters unquoted. */
export interface MediaType {
  readonly type: string;
  readonly params: ReadonlyMap<string, string>;
}

const unquote = (text: string): string =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;

/** Parses one media type; never throws, since a strange header is merely one that matches nothing. */
export function parseMediaType(text: string): MediaType {
  const [type = '', ...rest] = text.split(';');
  const params = new Map<string, string>();
  for (const part of rest) {
    const at = part.indexOf('=');
    if (at > 0) params.set(part.slice(0, at).trim().toLowerCase(), unquote(part.slice(at + 1).trim()));
  }
  return { type: type.trim().toLowerCase(), params };
}

/** The media types of an `accept` header by falling quality; equal ones stay in the client's order. */
export function parseAccept(header: string): MediaType[] {
  return header
    .split(',')
    .map((part) => parseMediaType(part))
    .filter((media) => media.type !== '' && media.params.get('q') !== '0')
    .map((media, index) => ({ media, index, q: Number(media.params.get('q') ?? 1) }))
    .sort((a, b) => b.q - a.q || a.index - b.index)
    .map(({ media }) => media);
}
