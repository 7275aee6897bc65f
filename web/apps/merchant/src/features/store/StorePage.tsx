import { problemOf, useMerchant, useSession, useStaff } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Amount, Button, Fact, Facts } from '@qiao/ui';
import { Blank, Columns, LanguageThemeFields, PageHead, Panel, ProblemCard, Tag } from '@qiao/ui/desk';
import type { ReactNode } from 'react';
import css from './store.module.css';

export interface StorePageProps {
  voice: boolean;
  onVoice: (on: boolean) => void;
  /** To the store code and the staff. */
  links: ReactNode;
}

/** The shop itself: its balance and stores, who is signed in, and how this device behaves. */
export function StorePage({ voice, onVoice, links }: StorePageProps) {
  const words = useWords(merchantWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const merchant = useMerchant();
  const staff = useStaff();
  const { signOut } = useSession();
  if (!merchant.data) {
    return merchant.isError ? (
      <ProblemCard problem={problemOf(merchant.error)} onRetry={() => void merchant.refetch()} />
    ) : (
      <Blank height={400} />
    );
  }
  const { stores, balance, category } = merchant.data;
  return (
    <>
      <PageHead title={format.name(merchant.data)} note={common.categories[category]} />
      <Columns
        aside={
          <>
            <Panel title={words.settings} padded>
              <div className={css.settings}>
                <label className={css.switch}>
                  <span>
                    {words.voiceLabel}
                    <small>{words.voiceTodo}</small>
                  </span>
                  <input
                    type="checkbox"
                    role="switch"
                    checked={voice}
                    onChange={(event) => onVoice(event.target.checked)}
                  />
                </label>
                <LanguageThemeFields />
              </div>
            </Panel>
            <Panel title={words.account} padded>
              <Facts>
                <Fact name={words.staffName}>{staff.name}</Fact>
                <Fact name={words.role}>{words.roles[staff.role]}</Fact>
                <Fact name={words.staffLogin}>{staff.login}</Fact>
              </Facts>
              <div className={css.out}>
                <Button kind="quiet" icon="out" onClick={() => void signOut()}>
                  {common.signOut}
                </Button>
              </div>
            </Panel>
          </>
        }
      >
        {balance && (
          <Panel padded>
            <Facts>
              <Fact name={words.balance}>
                <b>
                  <Amount value={balance} />
                </b>
              </Fact>
            </Facts>
          </Panel>
        )}
        <Panel title={words.stores}>
          <ul className={css.stores}>
            {stores.map((store) => (
              <li key={store.id}>
                {format.name(store)}
                <Tag tone={store.open ? 'jade' : 'plain'}>{store.open ? words.open : words.closed}</Tag>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel>
          <nav className={css.links} aria-label={words.store}>
            {links}
          </nav>
        </Panel>
      </Columns>
    </>
  );
}
