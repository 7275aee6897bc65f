/** What a text is that should have been a payment code, and is the address of a website instead. */
export interface LookAlike {
  readonly host: string;
  readonly why: 'other_site' | 'imitates_us' | 'strange_letters';
}

/** Letters of other scripts that are drawn like Latin ones, and the Latin ones that they imitate. */
const IMITATORS: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ԛ: 'q',
  ѕ: 's',
  ο: 'o',
  α: 'a',
  ι: 'i',
  ν: 'v',
  ρ: 'p',
  ɡ: 'g',
  ı: 'i',
  ł: 'l',
  '０': '0',
  '１': '1',
};

const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^\s/?#@]+@)?([^\s/?#:@]+\.[^\s/?#:@.]{2,})(?::\d+)?(?:[/?#].*)?$/iu;

/** What real addresses end in: letters, never digits as in the codes that shops show. */
const TOP = /\.(?:\p{L}{2,}|xn--[a-z0-9-]+)$/u;

/**
 * Whether a text is a web address, and whether that tries to be taken for ours. Our own codes are never addresses, so
 * that every one is foreign; the question is how loud to warn.
 *
 * @param ours the host at which this wallet is open
 */
export function lookAlike(text: string, ours: string): LookAlike | null {
  // What shops show (EMVCo) always begins so.
  const found = text.startsWith('000201') ? null : ADDRESS.exec(text.trim());
  const host = found?.[2]?.toLowerCase();
  if (!found || host === undefined || !TOP.test(host)) return null;
  const plain = plainOf(host);
  const mixed = plain !== host || host.split('.').some((label) => label.startsWith('xn--'));
  // What stands before an @ is no address at all, however it looks.
  const claims = `${found[1] ?? ''}${plain}`;
  const brand = brandOf(ours);
  if (host !== ours && brand.length >= 4 && without(claims).includes(without(brand)))
    return { host, why: 'imitates_us' };
  return { host, why: mixed ? 'strange_letters' : 'other_site' };
}

function plainOf(host: string): string {
  return [...host].map((letter) => IMITATORS[letter] ?? letter).join('');
}

/** The part of a host that people know it by: pay.qiao.example → qiao. */
function brandOf(host: string): string {
  const labels = host.split('.');
  return labels.length > 1 ? (labels.at(-2) ?? host) : host;
}

/** As a hasty reader sees it: one for l, zero for o, no hyphens. */
function without(text: string): string {
  return text
    .toLowerCase()
    .replace(/[-_.]/g, '')
    .replace(/[1|]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/rn/g, 'm');
}
