import type { Context } from '../context.ts';
import { mayRead } from '../queries/rowsOf.ts';
import type { ReturnDoc } from '../store/models.ts';

/** A return, if the caller may see it; otherwise it looks as if it did not exist. */
export const findReturn = async (
  { application, identity }: Context,
  id: string,
): Promise<ReturnDoc | null> => {
  const found = await application.model.findOne({ _id: id }).lean<ReturnDoc>();
  return found !== null && mayRead(identity, found) ? found : null;
};
