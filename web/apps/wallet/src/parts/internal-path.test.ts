import { expect, it } from 'vitest';
import { internalPath } from './internal-path';

it.each(['/', '/pay?id=pay_1', '/activity/pay_1'])('goes on to %s', (path) => {
  expect(internalPath(path)).toBe(path);
});

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '',
  7,
  undefined,
  '/sign-in?next=/',
])('never leaves the app for %s', (path) => {
  expect(internalPath(path)).toBeUndefined();
});
