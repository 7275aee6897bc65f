import { useEffect, useState, type ReactNode } from 'react';
import { SearchField } from '../field';
import css from './toolbar.module.css';

/** Search and filters above a table. */
export function Toolbar({ children }: { children: ReactNode }) {
  return <div className={css.toolbar}>{children}</div>;
}

const PAUSE_MS = 300;

/** A search field that answers once the typing pauses. Give it a new key to start afresh. */
export function Search({
  label,
  value,
  onSearch,
}: {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === value) return;
    const timer = window.setTimeout(() => onSearch(wanted), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <div className={css.search} role="search">
      <SearchField
        label={label}
        placeholder={label}
        value={text}
        onChange={(typed) => setText(typed.slice(0, 80))}
      />
    </div>
  );
}
