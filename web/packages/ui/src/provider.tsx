import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { AmountsProvider } from './amounts';
import { cssVariables, theme, themeMemory } from './theme';

/** Colours, type and the choice to hide amounts, for everything inside. */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={themeMemory}
      defaultColorScheme="auto"
    >
      <AmountsProvider>{children}</AmountsProvider>
    </MantineProvider>
  );
}

export type Theme = 'auto' | 'light' | 'dark';

/** The chosen theme; "auto" follows the system. Remembered on this device. */
export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return { theme: colorScheme, setTheme: setColorScheme };
}
