import { replaceMany } from '../../../platform/mongo/replaceMany.ts';
import { isDeepStrictEqual } from 'node:util';
import { codedError } from '../../../platform/errors/codedError.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { withTransaction } from '../../../platform/mongo/withTransaction.ts';
import { serviceFrom } from '../domain/service.ts';
import type { ImportCarrierServicesInput } from '../generated/resolverTypes.ts';
import type { Cause } from '../ports.ts';
import type { CarrierServiceDoc, ShippingModels } from '../store/models.ts';

/** Most services of one call. */
const maxServices = 200;

export interface ImportOutcome {
  readonly changed: number;
  readonly unchanged: number;
}

/** Creates or replaces carrier services, all or none; those that are already so are left alone. */
export async function importServices(
  { models, journal }: { models: ShippingModels; journal: Journal },
  { services }: ImportCarrierServicesInput,
  by: Cause,
): Promise<ImportOutcome> {
  if (services.length > maxServices)
    throw codedError(
      'BAD_USER_INPUT',
      `One call takes at most ${maxServices} services, not ${services.length}.`,
      { field: 'services' },
    );
  const wanted = new Map(services.map((input) => [input.code, serviceFrom(input)]));
  return journal.exclusive('importServices', () =>
    withTransaction(journal.connection, async (tx) => {
      const filter = { _id: trusted({ $in: [...wanted.keys()] }) };
      const found = await models.CarrierService.find(filter).session(tx.session).lean<CarrierServiceDoc[]>();
      const before = new Map(found.map((doc) => [doc._id, doc]));
      const changed = [...wanted.values()].flatMap(({ code, ...facts }) => {
        const { _id, version = 0, ...known } = before.get(code) ?? {};
        return isDeepStrictEqual(known, facts) ? [] : [{ _id: code, ...facts, version: version + 1 }];
      });
      await replaceMany(models.CarrierService, tx, changed, before);
      for (const { _id: code, version, ...facts } of changed)
        await journal.append(tx, {
          stream: `service:${code}`,
          expectedSeq: version - 1,
          events: [{ type: 'shipping.CarrierServiceChanged', data: { code, ...facts } }],
          ...by,
        });
      return { changed: changed.length, unchanged: wanted.size - changed.length };
    }),
  );
}
