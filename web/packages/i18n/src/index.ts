export * from './common';
export { latestMonths, ZONE } from './dates';
export { errorWords, moneyWords, type ErrorCode } from './errors';
export { explain, isErrorCode, type Explained, type Fault } from './explain';
export { languages, type Language } from './language';
export * from './money';
export { formatIn, LanguageProvider, useFormat, useLanguage, useWords, type Format } from './react';
export type { Words } from './words';
