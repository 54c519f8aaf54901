import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import type { Command } from '../engine/command.ts';
import type { Engine } from '../engine/engine.ts';
import type { Parameters } from '../engine/parameters.ts';
import { defaultParameters } from '../engine/parameters.ts';

/** Settings clients ask for. */
export const getParameter: Command = {
  name: 'getParameter',
  kind: 'free',
  adminOnly: true,
  run({ body, engine }) {
    const parameters = allParameters(engine);
    if (body['getParameter'] === '*') return parameters;
    const found = Object.entries(parameters).filter(([name]) => name in body);
    if (found.length === 0) throw new MongoError(72, 'no option found to get');
    return Object.fromEntries(found);
  },
};

/** Changes a setting until the server stops. */
export const setParameter: Command = {
  name: 'setParameter',
  kind: 'free',
  adminOnly: true,
  run({ body, engine }) {
    const name = Object.keys(body).find(isParameter);
    if (!name)
      throw new MongoError(72, 'attempted to set an unrecognized parameter or one that cannot change');
    const value = toNumber(body[name]);
    if (!(value >= 1)) throw new MongoError(2, `Invalid value for parameter ${name}: it must be at least 1`);
    const was = engine.parameters[name];
    engine.parameters[name] = value;
    return { was };
  },
};

function isParameter(name: string): name is keyof Parameters {
  return Object.hasOwn(defaultParameters, name);
}

function allParameters(engine: Engine): Doc {
  return {
    featureCompatibilityVersion: { version: '8.0' },
    enableTestCommands: engine.options.testCommands,
    requireApiVersion: false,
    authenticationMechanisms: [],
    ...engine.parameters,
  };
}
