import { useSyncExternalStore } from 'react';

/** Whether the window is at least this wide, in pixels; answers again when that changes. */
export function useWide(pixels = 960): boolean {
  const query = `(min-width: ${pixels}px)`;
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
    () => true,
  );
}
