import { SegmentedControl } from '@mantine/core';
import css from './choice.module.css';

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function Segments<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <SegmentedControl
      fullWidth
      aria-label={label}
      value={value}
      data={options.map((option) => ({ ...option }))}
      onChange={(next) => onChange(next as T)}
      classNames={{ root: css.root ?? '', label: css.label ?? '', indicator: css.indicator ?? '' }}
    />
  );
}

/** What a list is narrowed to. */
export function Chips<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <div className={css.chips} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          <span>{option.label}</span>
        </button>
      ))}
    </div>
  );
}
