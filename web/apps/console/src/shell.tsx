import {
  useMay,
  useOperator,
  useOverview,
  usePlatform,
  useProposalsWaiting,
  useSession,
  type Permission,
} from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { rolesWords } from '@qiao/i18n/roles';
import { Icon, IconButton, Mark, PersonTile, Sheet, type IconName } from '@qiao/ui';
import { LanguageThemeFields, Shell } from '@qiao/ui/desk';
import { recoveryWords } from '@qiao/i18n/recovery';
import { securityWords } from '@qiao/i18n/security';
import { verificationWords } from '@qiao/i18n/verification';
import { Link, Outlet } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import css from './shell.module.css';

type Place =
  | '/'
  | '/payments'
  | '/merchants'
  | '/people'
  | '/verifications'
  | '/recoveries'
  | '/bank-moves'
  | '/proposals'
  | '/locks'
  | '/team'
  | '/audit';

/** What the phone's tab bar has room for; the rest is behind the settings. */
const PHONE: readonly Place[] = ['/', '/payments', '/people', '/proposals', '/audit'];

/** Everything around a page: where one is, what waits, who is on duty. */
export function ConsoleShell() {
  const words = useWords(consoleWords);
  const common = useWords(commonWords);
  const recovery = useWords(recoveryWords);
  const platform = usePlatform();
  const overview = useOverview();
  const [settings, setSettings] = useState(false);

  const verification = useWords(verificationWords);
  const roles = useWords(rolesWords);
  const may = useMay();
  const waiting = useProposalsWaiting(may('proposals.decide'));
  const unknown = overview.data?.unknown ?? 0;
  const place = (to: Place, needs: Permission | Permission[], label: string, icon: IconName) => ({
    needs: [needs].flat(),
    key: to,
    to,
    label,
    icon: <Icon name={icon} size="s" />,
  });
  const items = [
    place('/', 'overview.read', words.overview, 'pulse'),
    place('/payments', 'movements.read', words.payments, 'bill'),
    place('/merchants', 'merchants.read', words.merchants, 'shop'),
    place('/people', 'people.search', words.people, 'users'),
    place('/verifications', 'people.verify', verification.queue, 'face'),
    place('/recoveries', 'recoveries.review', recovery.reviews, 'shield'),
    {
      ...place('/bank-moves', 'bank_moves.read', words.bankMoves, 'bank'),
      waiting: unknown,
      waitingLabel: words.bankMovesWaiting(unknown),
    },
    place('/locks', ['locks.read', 'accounts.read'], roles.locks, 'lock'),
    {
      ...place('/proposals', 'proposals.read', roles.proposals, 'check'),
      waiting,
      waitingLabel: roles.proposalsWaiting(waiting),
    },
    place('/audit', 'audit.read', words.audit, 'audit'),
    place('/team', ['operators.read', 'factor_policy.read'], roles.team, 'shield'),
  ].filter((item) => item.needs.some(may));
  const open = () => setSettings(true);
  return (
    <Shell
      brand={common.brand}
      surface={words.surface}
      tag={platform.data?.demo ? common.demo : undefined}
      navLabel={words.mainNav}
      skipLabel={common.skip}
      items={items}
      phoneItems={PHONE}
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
      {settings && (
        <Settings
          places={items.filter((item) => !PHONE.includes(item.to))}
          onClose={() => setSettings(false)}
        />
      )}
    </Shell>
  );
}

function Duty({ onOpen }: { onOpen: () => void }) {
  const roles = useWords(rolesWords);
  const operator = useOperator();
  return (
    <button type="button" className={css.duty} onClick={onOpen}>
      <PersonTile name={operator.name} size="s" />
      <span>
        <b>{operator.name}</b>
        <small>{roles.roles[operator.role]}</small>
      </span>
    </button>
  );
}

function Settings({
  places,
  onClose,
}: {
  places: readonly { to: Place; label: string; icon: ReactNode }[];
  onClose: () => void;
}) {
  const words = useWords(consoleWords);
  const roles = useWords(rolesWords);
  const security = useWords(securityWords);
  const common = useWords(commonWords);
  const operator = useOperator();
  const { signOut } = useSession();
  return (
    <Sheet title={operator.name} onClose={onClose}>
      <div className={css.settings}>
        <p>
          {roles.roles[operator.role]} · {operator.login}
        </p>
        {places.length > 0 && (
          <nav className={css.places} aria-label={words.mainNav}>
            {places.map((item) => (
              <Link key={item.to} to={item.to} className={css.out} onClick={onClose}>
                {item.icon}
                {item.label}
              </Link>
            ))}
          </nav>
        )}
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
