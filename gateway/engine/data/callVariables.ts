type Values = Readonly<Record<string, unknown>>;

/** The variables of one subgraph call, in the form its transport needs. */
export interface CallVariables {
  /** A JSON object as text (`{}` when there are none): what goes over a wire. */
  json(): string;
  /** The same as values, for a subgraph in this process. Objects in it belong to the call and may be changed. */
  values(): Record<string, unknown>;
}

/** Entities to ask for, under the variable that carries them. */
export interface RepresentationList {
  readonly variable: string;
  /** `"representations":` */
  readonly prefix: string;
  /** The members of the JSON list. */
  readonly json: string;
  readonly values: () => unknown[];
}

/** Those of the client's variables one subgraph operation uses; absent ones are left out. */
export class ClientVariables implements CallVariables {
  readonly #names: readonly string[];
  readonly #given: Values;
  readonly #lists: readonly RepresentationList[];
  #text: string | undefined;

  constructor(names: readonly string[], given: Values, lists: readonly RepresentationList[] = []) {
    this.#names = names;
    this.#given = given;
    this.#lists = lists;
  }

  json(): string {
    return (this.#text ??= this.#write());
  }

  values(): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const name of this.#names) {
      const value = this.#given[name];
      if (value !== undefined) values[name] = ownJson(value);
    }
    for (const list of this.#lists) values[list.variable] = list.values();
    return values;
  }

  #write(): string {
    if (this.#names.length === 0 && this.#lists.length === 0) return '{}';
    let text = '';
    for (const name of this.#names) {
      const value = this.#given[name];
      if (value === undefined) continue;
      text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(value)}`;
    }
    for (const { prefix, json } of this.#lists) text += `${text === '' ? '' : ','}${prefix}[${json}]`;
    return `{${text}}`;
  }
}

/** JSON that nobody else holds: several calls of one request get the same variables. */
export function ownJson(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(ownJson);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, ownJson(member)]));
}
