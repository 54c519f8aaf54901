/** MongoDB's own names for the error codes this server answers with. */
const codeNames: Record<number, string> = {
  1: 'InternalError',
  2: 'BadValue',
  4: 'NoSuchKey',
  9: 'FailedToParse',
  11: 'UserNotFound',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  15: 'Overflow',
  16: 'InvalidLength',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  24: 'LockTimeout',
  47: 'NoMatchingDocument',
  241: 'ConversionFailure',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  61: 'ShardKeyNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  68: 'IndexAlreadyExists',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  112: 'WriteConflict',
  115: 'CommandNotSupported',
  117: 'ConflictingOperationInProgress',
  120: 'OplogOperationUnsupported',
  121: 'DocumentValidationFailure',
  123: 'NotAReplicaSet',
  125: 'CommandFailed',
  136: 'CappedPositionLost',
  146: 'ExceededMemoryLimit',
  165: 'CommandNotSupportedOnView',
  166: 'OptionNotSupportedOnView',
  197: 'InvalidIndexSpecificationOption',
  206: 'NoSuchSession',
  217: 'IncompleteTransactionHistory',
  224: 'QueryFeatureNotAllowed',
  225: 'TransactionTooOld',
  246: 'SnapshotUnavailable',
  251: 'NoSuchTransaction',
  256: 'TransactionCommitted',
  260: 'InvalidResumeToken',
  263: 'OperationNotSupportedInTransaction',
  267: 'PreparedTransactionInProgress',
  276: 'IndexBuildAborted',
  280: 'ChangeStreamFatalError',
  286: 'ChangeStreamHistoryLost',
  359: 'CannotConvertIndexToUnique',
  291: 'NoQueryExecutionPlans',
  303: 'APIVersionError',
  323: 'APIStrictError',
  10107: 'NotWritablePrimary',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  11600: 'InterruptedAtShutdown',
  11601: 'Interrupted',
  11602: 'InterruptedDueToReplStateChange',
  13388: 'StaleConfig',
  13435: 'NotPrimaryNoSecondaryOk',
  13436: 'NotPrimaryOrSecondary',
  14031: 'OutOfDiskSpace',
  189: 'PrimarySteppedDown',
  91: 'ShutdownInProgress',
  134: 'ReadConcernMajorityNotAvailableYet',
  262: 'ExceededTimeLimit',
  8: 'UnknownError',
  18: 'AuthenticationFailed',
  63: 'StaleShardVersion',
  150: 'StaleEpoch',
  234: 'RetryChangeStream',
  391: 'ReauthenticationRequired',
  6: 'HostUnreachable',
  7: 'HostNotFound',
  89: 'NetworkTimeout',
  9001: 'SocketException',
  64: 'WriteConcernFailed',
  100: 'UnsatisfiableWriteConcern',
  79: 'UnknownReplWriteConcern',
  133: 'FailedToSatisfyReadPreference',
  462: 'IngressRequestRateLimitExceeded',
};

/** The name MongoDB gives `code`; codes without a name of their own read `Location<code>`, as on a real server. */
export function codeName(code: number): string {
  return codeNames[code] ?? `Location${code}`;
}

/** An error a client is told about, with MongoDB's code and whatever the reply carries besides. */
export class MongoError extends Error {
  readonly code: number;
  /** Further fields of the error reply, such as keyPattern and keyValue. */
  readonly extra: Record<string, unknown>;
  /** Labels the driver acts upon, such as TransientTransactionError. */
  labels: string[];

  constructor(code: number, message: string, extra: Record<string, unknown> = {}, labels: string[] = []) {
    super(message);
    this.code = code;
    this.extra = extra;
    this.labels = labels;
  }
}
