import type { LinkedAccount } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Icon, IconTile, RowContent, rowClass, Rows, Sheet } from '@qiao/ui';
import { useState } from 'react';
import css from './bank.module.css';

interface Props {
  label: string;
  accounts: LinkedAccount[];
  account: LinkedAccount;
  onAccount: (account: LinkedAccount) => void;
}

/** The chosen bank account, and a sheet with all of them. Sandbox accounts say how they behave. */
export function AccountChoice({ label, accounts, account, onAccount }: Props) {
  const words = useWords(walletWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={css.chosen} onClick={() => setOpen(true)} aria-haspopup="dialog">
        <span className="vh">{label}</span>
        <AccountRow account={account} />
        <Icon name="down" size="xs" />
      </button>
      {open && (
        <Sheet title={words.chooseBank} onClose={() => setOpen(false)}>
          <Rows>
            {accounts.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className={rowClass}
                  aria-pressed={one.id === account.id}
                  onClick={() => {
                    onAccount(one);
                    setOpen(false);
                  }}
                >
                  <AccountRow account={one} />
                  {one.id === account.id && <Icon name="check" size="s" />}
                </button>
              </li>
            ))}
          </Rows>
        </Sheet>
      )}
    </>
  );
}

function AccountRow({ account }: { account: LinkedAccount }) {
  const words = useWords(walletWords);
  const format = useFormat();
  return (
    <RowContent
      tile={<IconTile icon="bank" />}
      title={words.bankNamed(format.name(account.bank), account.tail)}
      note={account.behaviour && words.behaviours[account.behaviour]}
    />
  );
}
