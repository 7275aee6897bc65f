import { changeFreeze, settled, useApi } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { rolesWords } from '@qiao/i18n/roles';
import { ChangeSheet } from '../../parts/ChangeSheet';

export interface Freezing {
  party: string;
  side: 'debit' | 'credit';
  freeze: boolean;
}

/** Freezes a side of an account at once, or proposes to free it. */
export function FreezeSheet({ freezing, onClose }: { freezing: Freezing; onClose: () => void }) {
  const words = useWords(rolesWords);
  const api = useApi();
  const { party, side, freeze } = freezing;
  return (
    <ChangeSheet
      title={freeze ? words.freezeSide[side] : words.unfreezeSide[side]}
      lead={freeze ? words.freezeLead[side] : words.unfreezeLead}
      label={freeze ? words.freezeNow : words.propose}
      danger={freeze}
      send={(reason) => settled(changeFreeze(api, freeze ? 'freeze' : 'unfreeze', party, side, reason))}
      onClose={onClose}
    />
  );
}
