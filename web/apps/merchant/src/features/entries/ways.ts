import type { MerchantEntry } from '@qiao/api';
import type { Format } from '@qiao/i18n';
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

/** 20:12 for an entry of today where that goes without saying, 昨天 20:12 otherwise. */
export function whenOf(at: string, short: boolean, format: Format): string {
  const isToday = format.dayOf(at) === format.dayOf(new Date().toISOString());
  return short && isToday ? format.time(at) : format.moment(at);
}
