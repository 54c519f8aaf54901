import { IntlMessageFormat } from 'intl-messageformat';
import { languages, type Language } from './language.ts';

/** Texts of one part of the console: ICU messages by key, the same keys in every language. */
export type Catalogue<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;
/** Values that stand in a text. */
export type TextValues = Readonly<Record<string, string | number | Date>>;
/** Gives the text of a key in one language. */
export type TextOf<Key extends string> = (key: Key, values?: TextValues) => string;

/** The keys come from English; a language that lacks one, or has one more, does not compile. */
export const catalogue = <const En extends Readonly<Record<string, string>>>(texts: {
  readonly en: En;
  readonly fr: Readonly<Record<keyof En & string, string>>;
  readonly it: Readonly<Record<keyof En & string, string>>;
}): Catalogue<keyof En & string> => texts;

const formats = new WeakMap<object, Map<string, IntlMessageFormat>>();

/** Texts of a catalogue in a language. Messages are read once. */
export function textsIn<Key extends string>(texts: Catalogue<Key>, language: Language): TextOf<Key> {
  const messages = texts[language];
  const known = formats.get(messages) ?? new Map<string, IntlMessageFormat>();
  formats.set(messages, known);
  return (key, values) => {
    const message = messages[key];
    // Most texts name nothing: they need no parser.
    if (values === undefined && !/[{'<]/.test(message)) return message;
    const format = known.get(key) ?? new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    known.set(key, format);
    return String(format.format(values));
  };
}

/** Every catalogue's languages, for tests. */
export const languagesOf = (texts: Catalogue<string>): readonly Language[] =>
  languages.filter((language) => texts[language] !== undefined);
