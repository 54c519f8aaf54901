/** A value that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

/** Most levels of lists and objects in one value. */
export const maxJsonDepth = 8;
/** Most characters of one value, written as JSON. */
export const maxJsonLength = 20_000;

// `$` and `.` mean something to the database, and __proto__ to the language.
const memberName = /^(?!__proto__$)[^$.\0][^.\0]{0,99}$/u;

/** The value itself if it is JSON within the bounds; a TypeError that says what is wrong otherwise. */
export function requireJson(value: unknown): Json {
  checkLevel(value, 0);
  const json = value as Json;
  if (JSON.stringify(json).length > maxJsonLength)
    throw new TypeError(`A JSON value has at most ${maxJsonLength} characters.`);
  return json;
}

function checkLevel(value: unknown, depth: number): void {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return;
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return;
    throw new TypeError('A JSON number is finite.');
  }
  if (typeof value !== 'object') throw new TypeError('JSON has no such value.');
  if (depth >= maxJsonDepth) throw new TypeError(`A JSON value has at most ${maxJsonDepth} levels.`);
  if (Array.isArray(value)) {
    for (const each of value) checkLevel(each, depth + 1);
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    if (!memberName.test(name))
      throw new TypeError('A member name has 1 to 100 characters, without dots, and no dollar sign first.');
    checkLevel(member, depth + 1);
  }
}
