/**
 * What follows the question mark of an address, as plain strings: a number that somebody searches for stays as it was
 * typed, and a shared address is readable.
 */
export const plainAddress = {
  parseSearch: (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search: Record<string, unknown>): string => {
    const given = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '');
    const text = new URLSearchParams(given as [string, string][]).toString();
    return text && `?${text}`;
  },
};
