import { iconShapes, type IconName } from './icon-shapes';

const SIZES = { m: 24, s: 20, xs: 16 };
const STROKES = { m: 1.75, s: 1.9, xs: 2.1 };

/** A picture beside words; it says nothing itself. */
export function Icon({ name, size = 'm' }: { name: IconName; size?: keyof typeof SIZES }) {
  return (
    <svg
      className="q-icon"
      viewBox="0 0 24 24"
      width={SIZES[size]}
      height={SIZES[size]}
      fill="none"
      stroke="currentColor"
      strokeWidth={STROKES[size]}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {iconShapes[name]}
    </svg>
  );
}

/** The arch and its reflection. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg className="q-icon" viewBox="0 0 64 64" width={size} height={size} fill="none" aria-hidden="true">
      <path fill="currentColor" d="M5 31a27 27 0 0 1 54 0H45.5a13.5 13.5 0 0 0-27 0Z" />
      <path
        stroke="currentColor"
        strokeWidth="3.2"
        d="M6.6 36a25.4 25.4 0 0 0 50.8 0M16.9 36a15.1 15.1 0 0 0 30.2 0"
      />
    </svg>
  );
}
