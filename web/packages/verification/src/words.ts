import { useApi } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { businessVerificationWords } from '@qiao/i18n/business-verification';
import { verificationWords } from '@qiao/i18n/verification';

export type SubjectKind = 'person' | 'business';

/** What is said to and of people, or businesses. */
export function wordsOf(kind: SubjectKind) {
  return kind === 'business' ? businessVerificationWords : verificationWords;
}

/** Whom this app's own verification is of: staff show their business. */
export function useSubject(): SubjectKind {
  return useApi().app === 'merchant' ? 'business' : 'person';
}

export function useVerificationWords() {
  return useWords(wordsOf(useSubject()));
}
