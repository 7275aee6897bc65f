import { describe, expect, it } from 'vitest';
import { timeLeft } from './countdown';

const from = '2026-11-21T20:36:00+08:00';
const until = '2026-11-21T20:41:00+08:00';
const at = (time: string) => timeLeft(from, until, Date.parse(time));

describe('timeLeft', () => {
  it('counts down in minutes and seconds', () => {
    expect(at('2026-11-21T20:36:24+08:00')).toEqual({ seconds: 276, fraction: 0.92, text: '4:36' });
  });

  it('shows the last second until it is over', () => {
    expect(at('2026-11-21T20:40:59.900+08:00').text).toBe('0:01');
    expect(at('2026-11-21T20:41:00+08:00')).toEqual({ seconds: 0, fraction: 0, text: '0:00' });
  });

  it('is never less than empty nor more than full, whatever the device thinks the time is', () => {
    expect(at('2026-11-21T22:00:00+08:00').fraction).toBe(0);
    expect(at('2026-11-21T19:00:00+08:00')).toEqual({ seconds: 300, fraction: 1, text: '5:00' });
  });
});
