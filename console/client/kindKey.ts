/** Key of the text that names a kind of caller. */
export function kindKey(kind: string) {
  switch (kind) {
    case 'guest':
    case 'shopper':
    case 'agent':
    case 'associate':
    case 'partner':
    case 'admin':
      return `kind.${kind}` as const;
    default:
      return 'kind.anonymous' as const;
  }
}
