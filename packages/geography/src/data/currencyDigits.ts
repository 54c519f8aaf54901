/** Digits after the decimal point where they are not two. Source: ISO 4217 list one (SIX), as of 2026. */
export const currencyDigits: Readonly<Record<number, readonly string[]>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
  3: 'BHD IQD JOD KWD LYD OMR TND'.split(' '),
  4: 'CLF UYW'.split(' '),
};

/** Currencies of the list that are no country's first one. */
export const furtherCurrencies: readonly string[] =
  'BOV BTN CHE CHW CLF COU HTG LSL MXV NAD PAB SVC USN UYI UYW VED XDR'.split(' ');
