import { commonWords, languages, useLanguage, useWords } from '@qiao/i18n';
import { Segments } from '../choice';
import { useTheme, type Theme } from '../provider';
import css from './settings.module.css';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** Language and appearance, for a settings page. */
export function LanguageThemeFields() {
  const words = useWords(commonWords);
  const { language, setLanguage } = useLanguage();
  const { theme, setTheme } = useTheme();
  return (
    <div className={css.fields}>
      <span aria-hidden="true">{words.language}</span>
      <Segments
        label={words.language}
        value={language}
        options={languages.map((value) => ({ value, label: words.languageNames[value] }))}
        onChange={setLanguage}
      />
      <span aria-hidden="true">{words.theme}</span>
      <Segments
        label={words.theme}
        value={theme}
        options={THEMES.map((value) => ({ value, label: words.themes[value] }))}
        onChange={setTheme}
      />
    </div>
  );
}

/** The same in one quiet line, for pages before sign-in. */
export function LanguageThemeBar() {
  const words = useWords(commonWords);
  const { language, setLanguage } = useLanguage();
  const { theme, setTheme } = useTheme();
  return (
    <div className={css.bar}>
      <div role="group" aria-label={words.language}>
        {languages.map((value) => (
          <button
            key={value}
            type="button"
            lang={value}
            aria-pressed={value === language}
            onClick={() => setLanguage(value)}
          >
            {words.languageNames[value]}
          </button>
        ))}
      </div>
      <div role="group" aria-label={words.theme}>
        {THEMES.map((value) => (
          <button key={value} type="button" aria-pressed={value === theme} onClick={() => setTheme(value)}>
            {words.themes[value]}
          </button>
        ))}
      </div>
    </div>
  );
}
