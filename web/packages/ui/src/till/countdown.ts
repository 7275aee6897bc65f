/** What is left of a span of time. `fraction` runs from 1 to 0, `text` is m:ss. */
export interface TimeLeft {
  seconds: number;
  fraction: number;
  text: string;
}

/** Times are ISO 8601; `now` is milliseconds. A device whose clock is wrong sees a full or an empty rim, never more. */
export function timeLeft(from: string, until: string, now: number): TimeLeft {
  const end = Date.parse(until);
  const whole = Math.max(1, end - Date.parse(from));
  const left = Math.min(Math.max(0, end - now), whole);
  const seconds = Math.ceil(left / 1000);
  return {
    seconds,
    fraction: left / whole,
    text: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
  };
}
