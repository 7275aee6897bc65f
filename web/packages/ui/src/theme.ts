import { createTheme, localStorageColorSchemeManager, type CSSVariablesResolver } from '@mantine/core';

/** Mantine's parts in our colours: every value is one of the tokens. */
export const theme = createTheme({
  fontFamily: 'var(--q-font)',
  primaryColor: 'jade',
  colors: {
    jade: [
      '#DFECE4',
      '#BFD9CC',
      '#9CC6B4',
      '#78B29B',
      '#55A086',
      '#338C70',
      '#1C7A61',
      '#0B6A54',
      '#08513F',
      '#063B2E',
    ],
  },
  primaryShade: { light: 7, dark: 4 },
  defaultRadius: 'm',
  radius: { s: 'var(--q-r-s)', m: 'var(--q-r-m)', l: 'var(--q-r-l)', xl: 'var(--q-r-xl)' },
  respectReducedMotion: true,
});

const variables = {
  '--mantine-color-body': 'var(--q-page)',
  '--mantine-color-text': 'var(--q-ink)',
  '--mantine-color-dimmed': 'var(--q-ink-2)',
  '--mantine-color-default-border': 'var(--q-line-strong)',
  '--mantine-color-placeholder': 'var(--q-ink-3)',
  '--mantine-color-error': 'var(--q-verm)',
  '--mantine-color-default': 'var(--q-surface)',
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variables,
  dark: variables,
});

export const themeMemory = localStorageColorSchemeManager({ key: 'qiao.theme' });
