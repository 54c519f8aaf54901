/** A key for one wish of a person: sending it twice does it once. */
export const newKey = (): string => crypto.randomUUID();
