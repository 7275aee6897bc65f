import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errorWords } from './errors';
import { explain, type Fault } from './explain';

const now = new Date('2026-11-21T12:36:00Z');

function fault(
  code: string,
  parameters: Fault['parameters'] = {},
  money: Fault['money'] = 'not_taken',
): Fault {
  return { code, money, reference: 'req_1', parameters };
}

it('says what happened, whether money was taken, what to do and what to quote', () => {
  expect(explain(fault('pin_wrong', { attempts_left: 3 }), 'zh-CN', now)).toEqual({
    what: '支付密码不对',
    money: '未扣款',
    todo: '还可以试 3 次。',
    reference: 'req_1',
  });
});

it('writes amounts and moments in parameters for people', () => {
  expect(explain(fault('insufficient_funds', { available: 1200 }), 'en', now).todo).toContain('¥12.00');
  expect(explain(fault('pin_locked', { until: '2026-11-21T13:00:00Z' }), 'zh-CN', now).todo).toContain(
    '今天 21:00',
  );
});

it('never calls an unknown outcome a failure to pay', () => {
  expect(explain(fault('unavailable', {}, 'unknown'), 'zh-CN', now).money).toBe('处理中，请勿重复付款');
});

it('has general words for a code that it does not know, without inventing one', () => {
  expect(explain(fault('brand_new_code'), 'en', now).what).toBe(errorWords.en.internal.what);
  expect(explain(fault('toString'), 'en', now).what).toBe(errorWords.en.internal.what);
});

it.each(['zh-CN', 'en'] as const)('leaves no parameter without a value to the reader (%s)', (language) => {
  for (const [code, words] of Object.entries(errorWords[language])) {
    expect(`${code}: ${words.what}${words.todo}`).not.toMatch(/undefined|\[object/);
    expect(words.what).not.toBe('');
    expect(words.todo).not.toBe('');
  }
});

it('has words for every code of the server’s catalogue, and for no other', () => {
  const catalogue = readFileSync('../server/src/main/java/dev/qiao/api/ErrorCode.java', 'utf8');
  const codes = [...catalogue.matchAll(/^ {2}([A-Z][A-Z_]+)\(\d{3},/gm)].map(([, name = '']) =>
    name.toLowerCase(),
  );
  expect(codes.length).toBeGreaterThan(50);
  expect(Object.keys(errorWords['zh-CN']).sort()).toEqual(codes.sort());
});
