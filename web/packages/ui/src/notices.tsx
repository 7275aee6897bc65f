import { commonWords, useWords, type Explained } from '@qiao/i18n';
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';
import { Icon } from './icon';
import type { IconName } from './icon-shapes';
import css from './notices.module.css';

type Tone = 'info' | 'attention' | 'danger';

const ICONS: Record<Tone, IconName> = { info: 'info', attention: 'clock', danger: 'alert' };

interface BannerProps {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  icon?: IconName;
  action?: ReactNode;
}

/** What is the matter, what it means, until when. */
export function Banner({ tone, title, children, icon = ICONS[tone], action }: BannerProps) {
  return (
    <div className={`${css.banner} ${css[tone]}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={icon} size="s" />
      <span className={css.words}>
        <b>{title}</b>
        {children}
      </span>
      {action}
    </div>
  );
}

/** A fault in four parts: what happened · whether money was taken · what to do · what to quote. */
export function ErrorCard({ fault, children }: { fault: Explained; children?: ReactNode }) {
  const words = useWords(commonWords);
  return (
    <div className={css.card} role="alert">
      <h2 className={css.bad}>
        <Icon name="alert" size="s" />
        {fault.what}
      </h2>
      {fault.money && <p className={css.money}>{fault.money}</p>}
      <p className={css.todo}>{fault.todo}</p>
      {fault.reference && (
        <div className={css.reference}>
          <span className="n">
            {words.reference} {fault.reference}
          </span>
          <CopyButton text={fault.reference} what={words.reference} />
        </div>
      )}
      {children && <div className={css.actions}>{children}</div>}
    </div>
  );
}

/** Something was sent whose outcome is open. Never a failure. */
export function WaitingCard({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={css.card} role="status">
      <h2 className={css.waiting}>
        <Icon name="clock" size="s" />
        {title}
      </h2>
      <p className={css.todo}>{children}</p>
      <div className={css.progress} aria-hidden="true">
        <i />
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </div>
  );
}

/** Nothing here yet: a pale arch, a sentence, one action. */
export function EmptyState({
  title,
  children,
  action,
  whole = false,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** It is all that the page has, so that its title is the page's. */
  whole?: boolean;
}) {
  const Title = whole ? 'h1' : 'h2';
  return (
    <div className={css.empty}>
      <svg viewBox="0 0 168 104" aria-hidden="true" fill="none" stroke="var(--q-jade)">
        <path d="M20 68a64 64 0 0 1 128 0h-30a34 34 0 0 0-68 0Z" fill="var(--q-jade-soft)" stroke="none" />
        <path d="M4 71.5h160" stroke="var(--q-line)" />
        <path
          d="M20.75 76a63.25 25 0 0 0 126.5 0M50.75 76a33.25 13 0 0 0 66.5 0"
          strokeWidth="1.5"
          opacity=".42"
        />
      </svg>
      <Title>{title}</Title>
      {children && <p>{children}</p>}
      {action && <div className={css.emptyAction}>{action}</div>}
    </div>
  );
}

/** The shape of rows that are on their way. */
export function RowSkeletons({ count, label }: { count: number; label: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={css.skeleton}>
          <i className={css.tile} />
          <span>
            <i />
            <i />
          </span>
          <i className={css.end} />
        </div>
      ))}
    </div>
  );
}
