import type { Document } from 'mongodb';

/** A field of a driver's object that its typings keep to themselves; the specification asks for what is in there. */
export function hidden(of: object, field: string): Document {
  return Reflect.get(of, field);
}
