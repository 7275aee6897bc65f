import type { MerchantEntry } from '@qiao/api';
import type { IconName } from '@qiao/ui';

const WAYS: Partial<Record<MerchantEntry['scene'], IconName>> = {
  qr_static: 'qr',
  qr_dynamic: 'qr',
  pay_code: 'paycode',
  web: 'bag',
  link: 'share',
  device: 'chip',
  agent: 'ai',
  api: 'term',
};

/** The picture of how an entry came about. */
export function iconOf(entry: Pick<MerchantEntry, 'kind' | 'scene'>): IconName {
  return entry.kind === 'refund' ? 'refund' : (WAYS[entry.scene] ?? 'bill');
}
