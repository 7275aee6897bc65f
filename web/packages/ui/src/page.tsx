import { useEffect, useRef, type ReactNode } from 'react';
import css from './page.module.css';

/** The phone's page: a column on paper, in the middle of a desktop. `mat` lies under loose paper. */
export function Page({
  children,
  ground = 'page',
}: {
  children: ReactNode;
  ground?: 'page' | 'mat' | 'surface';
}) {
  return <div className={`${css.page} ${css[ground]}`}>{children}</div>;
}

interface TopBarProps {
  title: ReactNode;
  /** A link or button back, as `iconButtonClass`. */
  back?: ReactNode;
  action?: ReactNode;
  /** `large` stands left, for the first page of a tab. */
  large?: boolean;
  /** What the browser's tab says, when the title is not plain text. */
  documentTitle?: string;
}

/** The page's title. It takes the focus when the page opens, so that a reader hears where they are. */
export function TopBar({ title, back, action, large = false, documentTitle }: TopBarProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = documentTitle ?? (typeof title === 'string' ? title : '');

  useEffect(() => {
    if (name) document.title = name;
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [name]);

  return (
    <header className={`${css.bar} ${large ? css.large : ''}`}>
      {!large && <div className={css.side}>{back}</div>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div className={`${css.side} ${css.end}`}>{action}</div>
    </header>
  );
}

/** What the page is about; `grow` fills the rest of the screen. */
export function Main({ children, flush = false }: { children: ReactNode; flush?: boolean }) {
  return (
    <main id="main" className={`${css.main} ${flush ? css.flush : ''}`}>
      {children}
    </main>
  );
}

/** Stays at the lower edge of the screen: the page's one action. */
export function Foot({ children }: { children: ReactNode }) {
  return <div className={css.foot}>{children}</div>;
}

/** The app's places, at the lower edge. Its children are links with an icon and a word. */
export function TabBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {children}
    </nav>
  );
}

/** A heading with something at its end. */
export function SectionHead({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className={css.section}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Paper on the page. */
export function Card({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <section className={css.card} aria-label={label}>
      {children}
    </section>
  );
}

/** Things below each other, with the gap that the page keeps before a card. */
export function Stack({ children, gap = 4 }: { children: ReactNode; gap?: 2 | 3 | 4 | 6 | 8 }) {
  return (
    <div className={css.stack} style={{ gap: `var(--q-${gap})` }}>
      {children}
    </div>
  );
}
