export { LimitList } from './limit-list';
export { useLimitName } from './limit-name';
export { RequestPart } from './request-part';
export { TierList } from './tier-list';
export { useSubject, useVerificationWords, wordsOf } from './words';
