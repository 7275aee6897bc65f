import { useEffect } from 'react';

/** What the browser's tab says while this page is open. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
}
