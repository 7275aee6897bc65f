import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { SearchField } from '../field';
import css from './toolbar.module.css';

/** Search and filters above a table. */
export function Toolbar({ children }: { children: ReactNode }) {
  return <div className={css.toolbar}>{children}</div>;
}

const PAUSE_MS = 300;

interface SearchProps {
  label: string;
  value: string;
  onSearch: (text: string) => void;
  /** Answers at Enter alone: the search leads to another page. */
  atEnter?: boolean;
}

/** A search field that answers once the typing pauses, or at Enter. */
export function Search({ label, value, onSearch, atEnter = false }: SearchProps) {
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);
  if (value !== sent) {
    // Somebody else has changed what is searched for: another link, the back button.
    setSent(value);
    setText(value);
  }
  const wanted = text.trim();
  const send = useEffectEvent((next: string) => {
    setSent(next);
    onSearch(next);
  });
  useEffect(() => {
    if (atEnter || wanted === sent) return;
    const timer = window.setTimeout(() => send(wanted), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [atEnter, wanted, sent]);
  return (
    <form
      className={css.search}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === sent) return;
        setSent(wanted);
        onSearch(wanted);
      }}
    >
      <SearchField
        label={label}
        placeholder={label}
        value={text}
        onChange={(typed) => setText(typed.slice(0, 60))}
      />
    </form>
  );
}
