import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languages } from './language';
import { formatIn } from './react';
import { reasonIn, trailWords } from './trail';

const SERVER = '../server/src/main/java/dev/qiao/';

/** The constants of an enum of the server, in the form in which it writes them down. */
function constants(file: string, name: string): string[] {
  const source = readFileSync(SERVER + file, 'utf8').replace(/\/\*\*[^]*?\*\//g, '');
  const body = source.split(`enum ${name} {`)[1]?.split(';')[0] ?? '';
  return [...body.matchAll(/[A-Z][A-Z_]+/g)].map(([constant]) => constant.toLowerCase());
}

it.each([
  ['identity/Factor.java', 'Factor'],
  ['identity/Lost.java', 'Lost'],
  ['protection/Reason.java', 'Reason'],
  ['protection/FreezeTables.java', 'By'],
])('has words for every reason of %s', (file, name) => {
  const reasons = constants(file, name);
  expect(reasons.length).toBeGreaterThan(1);
  for (const language of languages)
    for (const reason of reasons) expect(trailWords[language].reasons, reason).toHaveProperty(reason);
});

it('names each of several factors', () => {
  expect(reasonIn('password+totp', trailWords['zh-CN'], formatIn('zh-CN'))).toBe('登录密码 + 身份验证器');
  expect(reasonIn('new_device,phone_changed', trailWords.en, formatIn('en'))).toBe(
    'new device + number changed',
  );
});

it('says of an error code what happened', () => {
  expect(reasonIn('pin_wrong', trailWords.en, formatIn('en'))).toBe(
    formatIn('en').fault({ code: 'pin_wrong', money: 'not_taken', reference: '', parameters: {} }).what,
  );
});

it('says how many somebody found', () => {
  expect(reasonIn('2 found', trailWords['zh-CN'], formatIn('zh-CN'))).toBe('找到 2 人');
});

it('leaves what somebody wrote as it is', () => {
  expect(reasonIn('C-1024, seen with the owner', trailWords.en, formatIn('en'))).toBe(
    'C-1024, seen with the owner',
  );
  expect(reasonIn('password + a note', trailWords.en, formatIn('en'))).toBe('password + a note');
});
