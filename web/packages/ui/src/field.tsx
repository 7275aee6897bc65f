import { PasswordInput, TextInput } from '@mantine/core';
import { commonWords, useWords } from '@qiao/i18n';
import type { InputHTMLAttributes, ReactNode } from 'react';
import css from './field.module.css';
import { Icon } from './icon';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'size' | 'onChange' | 'value'> {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Help under the label. */
  hint?: ReactNode;
  error?: ReactNode;
  /** A button at the end of the field. */
  action?: ReactNode;
  actionWidth?: number;
}

const parts = {
  root: css.root ?? '',
  label: css.label ?? '',
  input: css.input ?? '',
  description: css.hint ?? '',
  error: css.error ?? '',
};

/** A line of text to fill in, with its label, help and fault. */
export function Field({ label, value, onChange, hint, error, action, actionWidth, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      classNames={parts}
      label={label}
      description={hint}
      error={error}
      value={value}
      rightSection={action}
      rightSectionWidth={actionWidth}
      withAsterisk={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A password, which can be shown. */
export function PasswordField({ label, value, onChange, hint, error, ...rest }: Props) {
  const words = useWords(commonWords);
  return (
    <PasswordInput
      {...rest}
      classNames={{ ...parts, innerInput: css.inner ?? '' }}
      label={label}
      description={hint}
      error={error}
      value={value}
      withAsterisk={false}
      rightSectionWidth={48}
      visibilityToggleButtonProps={{ 'aria-label': words.show, tabIndex: 0, className: css.toggle }}
      visibilityToggleIcon={({ reveal }) => <Icon name={reveal ? 'eye-off' : 'eye'} size="s" />}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Looks through a list. */
export function SearchField({
  label,
  placeholder,
  value,
  onChange,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <label className={css.search}>
      <span className="vh">{label}</span>
      <Icon name="search" size="s" />
      <input
        type="search"
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
