import { inviteOwnerAgain, problemOf, resetOwner, settled, useApi, useOwners, type Owner } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { resetWords } from '@qiao/i18n/resets';
import { Button, EmptyState, Sheet, Stack } from '@qiao/ui';
import { Blank, ProblemCard, Tag } from '@qiao/ui/desk';
import { useState } from 'react';
import { LinkSheet, ResetSheet } from '../../parts/AccessSheets';
import css from './merchants.module.css';

interface Props {
  merchant: string;
  name: string;
  onClose: () => void;
}

/** A shop's owners, and the way back for one who cannot sign in. */
export function OwnersSheet({ merchant, name, onClose }: Props) {
  const words = useWords(resetWords);
  const api = useApi();
  const owners = useOwners(merchant);
  const [helping, setHelping] = useState<Owner | null>(null);
  if (helping?.invited) {
    return (
      <LinkSheet
        name={helping.name}
        invite={() => settled(inviteOwnerAgain(api, merchant, helping.id))}
        onClose={onClose}
      />
    );
  }
  if (helping) {
    return (
      <ResetSheet
        name={helping.name}
        propose={(lost, reason) => settled(resetOwner(api, merchant, helping.id, lost, reason))}
        onClose={onClose}
      />
    );
  }
  return (
    <Sheet title={words.ownersOf(name)} onClose={onClose}>
      <Stack>
        <p>{words.ownersLead}</p>
        {owners.isError ? (
          <ProblemCard problem={problemOf(owners.error)} onRetry={() => void owners.refetch()} />
        ) : !owners.data ? (
          <Blank height={64} />
        ) : owners.data.items.length === 0 ? (
          <EmptyState title={words.noOwners} />
        ) : (
          <ul className={css.owners} aria-label={words.owners}>
            {owners.data.items.map((owner) => (
              <li key={owner.id} className={css.owner}>
                <span className={css.who}>
                  <b className={css.name}>{owner.name}</b>
                  <Tag tone={owner.invited ? 'amber' : 'jade'}>
                    {words.ownerStates[owner.invited ? 'invited' : 'active']}
                  </Tag>
                </span>
                <Button
                  kind="quiet"
                  size="m"
                  aria-label={(owner.invited ? words.newLinkOf : words.resetOf)(owner.name)}
                  onClick={() => setHelping(owner)}
                >
                  {owner.invited ? words.newLink : words.cannotSignIn}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Sheet>
  );
}
