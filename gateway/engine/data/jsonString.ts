/** Longest text checked by hand; the built-in quoting is faster beyond. */
const shortText = 40;

/** A string as JSON text. Short plain texts, the bulk of every answer, avoid the call into the runtime. */
export function jsonString(text: string): string {
  if (text.length > shortText) return JSON.stringify(text);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 || code === 34 || code === 92 || code >= 0xd800) return JSON.stringify(text);
  }
  return '"' + text + '"';
}
