import { parse } from 'graphql';
import { loweredProtection } from '../../gateway/contracts/loweredProtection.ts';
import { readProtectedElements } from '../../gateway/contracts/protectedElements.ts';

/** What protects each element, by endpoint: committed, so that a change that lowers it is seen and asked for. */
export type ProtectionRecord = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const elementsOf = (supergraphSdl: string) =>
  readProtectedElements(parse(supergraphSdl, { noLocation: true }));

/** The record of some supergraphs, by name, as the text of a file. */
export function protectionText(supergraphs: Readonly<Record<string, string>>): string {
  const record = Object.fromEntries(
    Object.entries(supergraphs).map(([name, sdl]) => [
      name,
      Object.fromEntries([...elementsOf(sdl).guards].sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  );
  return `${JSON.stringify(record, null, 1)}\n`;
}

/** What the supergraphs protect less than the record says. Empty: fine. */
export function loweredAgainst(
  record: ProtectionRecord,
  supergraphs: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(supergraphs).flatMap(([name, sdl]) => {
    const before = new Map(Object.entries(record[name] ?? {}));
    return loweredProtection(before, elementsOf(sdl)).map((what) => `${name}: ${what}`);
  });
}
