import type { ReactNode } from 'react';
import { Mark } from '../icon';
import css from './shell.module.css';

export interface NavItem {
  key: string;
  to: string;
  label: string;
  /** Shorter or plainer, for the tab bar. */
  phoneLabel?: string;
  icon: ReactNode;
  /** Things that wait here; shown as a badge when above zero. */
  waiting?: number;
  waitingLabel?: string;
}

export interface NavLinkProps {
  className: string | undefined;
  children: ReactNode;
}

export interface ShellProps {
  brand: string;
  surface: string;
  /** A small tag at the foot, such as the demo mark. */
  tag?: string;
  navLabel: string;
  skipLabel: string;
  items: readonly NavItem[];
  /** Draws one link; the app's router marks the current one with aria-current="page". */
  link: (item: NavItem, props: NavLinkProps) => ReactNode;
  /** Under the brand: which shop. */
  head?: ReactNode;
  /** At the foot of the sidebar: who is on duty. */
  foot?: ReactNode;
  /** Above the page on phones only. */
  phoneBar?: ReactNode;
  /** Which items the phone's tab bar carries; all of them when left out. */
  phoneItems?: readonly string[];
  children: ReactNode;
}

/** A sidebar on wide screens, a tab bar under the thumb on phones. */
export function Shell({
  brand,
  surface,
  tag,
  navLabel,
  skipLabel,
  items,
  link,
  head,
  foot,
  phoneBar,
  phoneItems,
  children,
}: ShellProps) {
  return (
    <div className={css.app}>
      <a className={css.skip} href="#main">
        {skipLabel}
      </a>
      <aside className={css.side}>
        <div className={css.brand}>
          <Mark size={28} />
          <b>{brand}</b>
          <small>{surface}</small>
        </div>
        {head}
        <nav className={css.nav} aria-label={navLabel}>
          {items.map((item) => (
            <Item key={item.key} item={item} link={link} className={css.item} />
          ))}
        </nav>
        <div className={css.foot}>
          {tag && <span className={css.tag}>{tag}</span>}
          {foot}
        </div>
      </aside>
      <div className={css.page}>
        {phoneBar && <header className={css.phoneBar}>{phoneBar}</header>}
        <main id="main" className={css.main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <nav className={css.tabs} aria-label={navLabel}>
        {items
          .filter((item) => phoneItems?.includes(item.key) ?? true)
          .map((item) => (
            <Item
              key={item.key}
              item={{ ...item, label: item.phoneLabel ?? item.label }}
              link={link}
              className={css.tab}
            />
          ))}
      </nav>
    </div>
  );
}

function Item({
  item,
  link,
  className,
}: {
  item: NavItem;
  link: ShellProps['link'];
  className: string | undefined;
}) {
  return link(item, {
    className,
    children: (
      <>
        {item.icon}
        <span>{item.label}</span>
        {(item.waiting ?? 0) > 0 && (
          <span className={css.waiting}>
            <span aria-hidden="true">{item.waiting}</span>
            <span className="vh">{item.waitingLabel}</span>
          </span>
        )}
      </>
    ),
  });
}
