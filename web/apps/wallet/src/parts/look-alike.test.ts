import { describe, expect, it } from 'vitest';
import { lookAlike } from './look-alike';

const OURS = 'wallet.qiaopay.example';

describe('lookAlike', () => {
  it.each([
    '00020101021126330012dev.qiao0113sabcdefghijkl6304ABCD',
    'p12345678',
    '林小满',
    '192.168.0.1',
    '1.50',
    '',
  ])('leaves alone what is no address: %s', (text) => {
    expect(lookAlike(text, OURS)).toBeNull();
  });

  it.each([
    ['https://shop.example/pay?x=1', 'shop.example'],
    ['shop.example', 'shop.example'],
    ['HTTPS://Shop.Example:8443/', 'shop.example'],
  ])('finds another site: %s', (text, host) => {
    expect(lookAlike(text, OURS)).toEqual({ host, why: 'other_site' });
  });

  it.each([
    'https://qiaopay-security.example/login',
    'https://qiaopay.example.refund.test/',
    'https://qia0pay.test',
    'https://wallet.qiaopay.example@evil.test/',
    'https://qіаopay.test',
  ])('says what imitates us: %s', (text) => {
    expect(lookAlike(text, OURS)?.why).toBe('imitates_us');
  });

  it('says what mixes letters', () => {
    expect(lookAlike('https://bаnk.example', OURS)).toEqual({ host: 'bаnk.example', why: 'strange_letters' });
    expect(lookAlike('https://xn--bnk-5cd.example', OURS)?.why).toBe('strange_letters');
  });

  it('takes our own host for a website too, but not for an imitation', () => {
    expect(lookAlike(`https://${OURS}/pay`, OURS)).toEqual({ host: OURS, why: 'other_site' });
  });
});
