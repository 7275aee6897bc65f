import { expect, it } from 'vitest';
import { dateAndWeekday, dayName, dayOf, fullMoment, latestMonths, moment, monthName, timeOf } from './dates';

const now = new Date('2026-11-21T12:36:00Z');

it('reads a moment on the platform’s clock', () => {
  expect(dayOf('2026-11-20T16:30:00Z')).toBe('2026-11-21');
  expect(timeOf('2026-11-20T16:05:00Z')).toBe('00:05');
});

it.each([
  ['2026-11-21', '今天', 'Today'],
  ['2026-11-20', '昨天', 'Yesterday'],
  ['2026-11-22', '明天', 'Tomorrow'],
  ['2026-11-01', '11月1日', '1 Nov'],
  ['2025-12-31', '2025年12月31日', '31 Dec 2025'],
])('names the day %s', (day, zh, en) => {
  expect(dayName(day, now, 'zh-CN')).toBe(zh);
  expect(dayName(day, now, 'en')).toBe(en);
});

it('writes moments in 24 hours', () => {
  expect(moment('2026-11-21T12:12:46Z', now, 'zh-CN')).toBe('今天 20:12');
  expect(fullMoment('2026-11-21T12:12:46Z', 'zh-CN')).toBe('2026年11月21日 20:12:46');
  expect(fullMoment('2026-11-21T12:12:46Z', 'en')).toBe('21 Nov 2026 20:12:46');
  expect(dateAndWeekday('2026-11-21', now, 'zh-CN')).toBe('11月21日 周六');
  expect(dateAndWeekday('2026-11-21', now, 'en')).toBe('Sat 21 Nov');
});

it('counts months back over the new year', () => {
  expect(latestMonths(new Date('2026-02-10T00:00:00Z'), 4)).toEqual([
    '2026-02',
    '2026-01',
    '2025-12',
    '2025-11',
  ]);
  expect(monthName('2026-11', now, 'zh-CN')).toBe('11 月');
  expect(monthName('2025-11', now, 'en')).toBe('November 2025');
});
