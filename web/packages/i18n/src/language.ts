export type Language = 'zh-CN' | 'en';

export const languages: readonly Language[] = ['zh-CN', 'en'];

const STORED = 'qiao.language';

/** The language of this device: what was chosen here before, or else what the browser asks for. */
export function deviceLanguage(): Language {
  const stored = read();
  if (stored) return stored;
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages;
  for (const tag of wanted) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (tag.toLowerCase().startsWith('en')) return 'en';
  }
  return 'zh-CN';
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // A browser without storage asks again next time; nothing else depends on it.
  }
}

function read(): Language | null {
  try {
    return languages.find((known) => known === localStorage.getItem(STORED)) ?? null;
  } catch {
    return null;
  }
}
