import type { CombinedError } from '@urql/core';
import { useCommonTexts } from './texts.ts';

const codeOf = (error: CombinedError): string => {
  const code = error.graphQLErrors[0]?.extensions?.['code'];
  return typeof code === 'string' ? code : '';
};

/** What went wrong, in words for the person in front of the page. */
export function useFaultText(): (error: CombinedError) => string {
  const t = useCommonTexts();
  return (error) => {
    if (error.networkError && error.graphQLErrors.length === 0) return t('error.network');
    const code = codeOf(error);
    if (code === 'FORBIDDEN' || code === 'UNAUTHENTICATED') return t('error.forbidden');
    if (code === '' || code === 'INTERNAL_SERVER_ERROR') return t('error.unknown');
    // Coded errors of the graph are written for people.
    return error.graphQLErrors[0]?.message ?? t('error.unknown');
  };
}
