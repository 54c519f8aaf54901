const half = /\p{Cs}/u;

/** True when a text has half a character: it cannot be written as UTF-8, and writers differ in what they make of it. */
export const hasLoneSurrogate = (text: string): boolean => half.test(text);
