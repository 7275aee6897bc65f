import { useOperator, useOverview, usePlatform, useSession } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { Icon, IconButton, Mark, PersonTile, Sheet, type IconName } from '@qiao/ui';
import { LanguageThemeFields, Shell, type NavItem } from '@qiao/ui/desk';
import { recoveryWords } from '@qiao/i18n/recovery';
import { securityWords } from '@qiao/i18n/security';
import { Link, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import css from './shell.module.css';

type Place = '/' | '/payments' | '/merchants' | '/people' | '/recoveries' | '/bank-moves' | '/audit';

/** Everything around a page: where one is, what waits, who is on duty. */
export function ConsoleShell() {
  const words = useWords(consoleWords);
  const common = useWords(commonWords);
  const recovery = useWords(recoveryWords);
  const platform = usePlatform();
  const overview = useOverview();
  const [settings, setSettings] = useState(false);

  const { role } = useOperator();
  const maySee = role !== 'finance';
  const mayReview = maySee && role !== 'compliance';
  const unknown = overview.data?.unknown ?? 0;
  const place = (to: Place, label: string, icon: IconName): NavItem => ({
    key: to,
    to,
    label,
    icon: <Icon name={icon} size="s" />,
  });
  const items = [
    place('/', words.overview, 'pulse'),
    place('/payments', words.payments, 'bill'),
    place('/merchants', words.merchants, 'shop'),
    ...(maySee ? [place('/people', words.people, 'users')] : []),
    ...(mayReview ? [place('/recoveries', recovery.reviews, 'shield')] : []),
    {
      ...place('/bank-moves', words.bankMoves, 'bank'),
      waiting: unknown,
      waitingLabel: words.bankMovesWaiting(unknown),
    },
    place('/audit', words.audit, 'audit'),
  ];
  const open = () => setSettings(true);
  return (
    <Shell
      brand={common.brand}
      surface={words.surface}
      tag={platform.data?.demo ? common.demo : undefined}
      navLabel={words.mainNav}
      skipLabel={common.skip}
      items={items}
      link={(item, props) => (
        <Link
          key={item.key}
          to={item.to as Place}
          activeOptions={{ exact: item.to === '/', includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
          className={props.className}
        >
          {props.children}
        </Link>
      )}
      phoneBar={
        <>
          <span className={css.brand}>
            <Mark size={24} />
            <b>{common.brand}</b> <small>{words.surface}</small>
          </span>
          <IconButton icon="sliders" label={words.settings} onClick={open} />
        </>
      }
      foot={<Duty onOpen={open} />}
    >
      <Outlet />
      {settings && <Settings onClose={() => setSettings(false)} />}
    </Shell>
  );
}

function Duty({ onOpen }: { onOpen: () => void }) {
  const words = useWords(consoleWords);
  const operator = useOperator();
  return (
    <button type="button" className={css.duty} onClick={onOpen}>
      <PersonTile name={operator.name} size="s" />
      <span>
        <b>{operator.name}</b>
        <small>{words.settings}</small>
      </span>
    </button>
  );
}

function Settings({ onClose }: { onClose: () => void }) {
  const words = useWords(consoleWords);
  const security = useWords(securityWords);
  const common = useWords(commonWords);
  const operator = useOperator();
  const { signOut } = useSession();
  return (
    <Sheet title={operator.name} onClose={onClose}>
      <div className={css.settings}>
        <p>
          {words.operator} · {operator.login}
        </p>
        <Link to="/security" className={css.out} onClick={onClose}>
          <Icon name="shield" size="s" />
          {security.title}
        </Link>
        <LanguageThemeFields />
        <button type="button" className={css.out} onClick={() => void signOut()}>
          <Icon name="out" size="s" />
          {common.signOut}
        </button>
      </div>
    </Sheet>
  );
}
