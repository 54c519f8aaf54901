const signs: readonly RegExp[] = [
  // Pages and stacks.
  /<!doctype|<html|<head|<body|<pre/i,
  /\n\s+at |\bat \S+ \(\S+:\d+:\d+\)|\.[cm]?[jt]s:\d+/,
  // Errors of the system and of drivers.
  /\bE(CONN[A-Z]+|PIPE|NOENT|NOTFOUND|ACCES|PERM|MFILE|NFILE|EXIST|ISDIR|NOTDIR|NOSPC|ADDR[A-Z]+|HOST[A-Z]+|TIMEDOUT|AI_AGAIN|PROTO)\b/,
  /\berrno\b|\bE11000\b|\bMongo[A-Z]\w*|\bWiredTiger\b|\bORA-\d+|\bSQLSTATE\b|\bgetaddrinfo\b/,
  // Addresses and paths of machines.
  /\b(mongodb(\+srv)?|redis|rediss|postgres(ql)?|amqp|file):\/\//i,
  /\b\d{1,3}(\.\d{1,3}){3}\b|\blocalhost\b|\[::1?\]|\b[\w.-]+\.(internal|local|svc|cluster)\b/i,
  /(^|[\s"'(=:])\/(home|usr|var|tmp|etc|opt|app|srv|root|proc|Users|work|node_modules)\/|[A-Z]:\\|node_modules/,
];

/** True when a text tells how things are inside: stacks, driver's words, hosts, paths. Such a text is for the log alone. */
export function tellsOfTheInside(text: string): boolean {
  return signs.some((sign) => sign.test(text));
}
