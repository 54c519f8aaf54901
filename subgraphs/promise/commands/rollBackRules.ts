import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { fingerprintOf } from '../../../platform/journal/fingerprint.ts';
import type { PromiseApplication } from '../application.ts';
import type { RollBackRuleSetInput } from '../generated/resolverTypes.ts';
import { findRuleSet } from '../queries/ruleSets.ts';
import { draftRuleSet, publishRuleSet, type By, type Drafted } from './ruleSets.ts';

/**
 * Puts the rules of a former version in force again, as a new version that says which it copies: what was live stays as
 * it was. Refused like a draft when the rules do not fit the network of today. The same key makes one version.
 */
export async function rollBackRuleSet(
  application: PromiseApplication,
  { version, reason, idempotencyKey }: RollBackRuleSetInput,
  by: By,
): Promise<Drafted> {
  if (!/^[\x20-\x7e]{1,255}$/.test(idempotencyKey))
    throw codedError(
      'IDEMPOTENCY_KEY_REQUIRED',
      'An idempotency key is 1 to 255 printable ASCII characters.',
    );
  if (reason.trim() === '' || reason.length > 500)
    throw codedError('BAD_USER_INPUT', 'Give a reason of 1 to 500 characters.', { field: 'reason' });
  const id = `again-${fingerprintOf([by.actor, idempotencyKey]).slice(0, 22)}`;
  const former = await findRuleSet(application, version);
  if (former === null) throw notFound('rule set');
  const made = await application.models.RuleSet.findOne({ _id: id }).lean();
  if (made !== null && made.copyOf !== version)
    throw codedError('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used for another version.');
  if (made === null) {
    const drafted = await draftRuleSet(
      application,
      { name: former.name, rulesJson: former.rulesJson },
      { ...by, version: id, copyOf: version, reason: reason.trim() },
    );
    if (drafted.kind === 'invalid') return drafted;
  }
  const isNew = made === null || made.state === 'DRAFT';
  const ruleSet = isNew
    ? await publishRuleSet(application, { version: id, reason: reason.trim() }, by)
    : made;
  return { kind: 'drafted', ruleSet };
}
