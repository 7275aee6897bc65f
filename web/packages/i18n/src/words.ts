import type { Language } from './language';

/** The words of one part of an interface in every language. English has the shape of Chinese, or it does not compile. */
export type Words<T> = Readonly<Record<Language, T>>;
