import { ClientSession, ReadConcern, ReadPreference, WriteConcern } from 'mongodb';
import type { Document } from 'mongodb';
import type { EntityMap } from './entityMap.ts';

/** Arguments as the driver takes them: session by name resolved, concerns and preferences made objects. */
export function driverOptions(args: Document, entities: EntityMap): Document {
  const { session, readConcern, writeConcern, readPreference, returnDocument, ...others } = args;
  return {
    ...others,
    ...(session !== undefined && { session: entities.typed(session as string, ClientSession) }),
    ...concerns({ readConcern, writeConcern, readPreference }),
    ...(returnDocument !== undefined && { returnDocument: String(returnDocument).toLowerCase() }),
  };
}

/** The concern and preference options among these, as driver objects; used for databases, collections and transactions. */
export function concerns({ readConcern, writeConcern, readPreference }: Document): Document {
  return {
    ...(readConcern !== undefined && { readConcern: new ReadConcern(readConcern.level) }),
    ...(writeConcern !== undefined && { writeConcern: toWriteConcern(writeConcern) }),
    ...(readPreference !== undefined && { readPreference: toReadPreference(readPreference) }),
  };
}

function toWriteConcern({ w, journal, wtimeoutMS }: Document): WriteConcern {
  return new WriteConcern(w, wtimeoutMS, journal);
}

function toReadPreference({ mode, tagSets, maxStalenessSeconds }: Document): ReadPreference {
  return new ReadPreference(mode, tagSets, maxStalenessSeconds === undefined ? {} : { maxStalenessSeconds });
}

/** Options of a transaction: concerns, preference and the limit on its commit. */
export function transactionOptions(args: Document): Document {
  const { maxCommitTimeMS } = args;
  return { ...concerns(args), ...(maxCommitTimeMS !== undefined && { maxCommitTimeMS }) };
}
