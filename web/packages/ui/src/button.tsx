import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './button.module.css';
import { Icon } from './icon';
import type { IconName } from './icon-shapes';

export type ButtonKind = 'primary' | 'quiet' | 'danger';

interface Look {
  kind?: ButtonKind;
  /** `l` for the one action of a screen, `m` inside cards. */
  size?: 'l' | 'm';
}

type Props = ButtonHTMLAttributes<HTMLButtonElement> &
  Look & { icon?: IconName; /** Its act is under way: it cannot be pressed again. */ busy?: boolean };

export function Button({ kind, size, icon, busy = false, disabled, children, className, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass({ kind, size })} ${className ?? ''}`}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    >
      {busy ? (
        <span className={css.spin} aria-hidden="true" />
      ) : (
        icon && <Icon name={icon} size={size === 'm' ? 's' : 'm'} />
      )}
      {children}
    </button>
  );
}

/** The looks of a button for a link that leads somewhere. */
export function buttonClass({ kind = 'primary', size = 'l' }: Look = {}): string {
  return `${css.button} ${css[kind]} ${css[size]}`;
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  icon: IconName;
  label: string;
  size?: 'm' | 's';
};

/** A button that is only a picture; its label is read out. */
export function IconButton({ icon, label, size = 'm', className, ...rest }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} {...rest} className={`${css.icon} ${className ?? ''}`}>
      <Icon name={icon} size={size} />
    </button>
  );
}

export const iconButtonClass = css.icon ?? '';

/** Buttons side by side, equally wide. */
export function Buttons({ children }: { children: ReactNode }) {
  return <div className={css.buttons}>{children}</div>;
}
