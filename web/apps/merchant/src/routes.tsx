import { useMerchant, useStaff } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { businessVerificationWords } from '@qiao/i18n/business-verification';
import { merchantWords } from '@qiao/i18n/merchant';
import { securityWords } from '@qiao/i18n/security';
import { buttonClass, EmptyState, Icon, IconButton, iconButtonClass } from '@qiao/ui';
import { plainAddress, useWide } from '@qiao/ui/desk';
import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  Outlet,
  useNavigate,
} from '@tanstack/react-router';
import { StoreCodePage } from './features/code/StoreCodePage';
import { CodeScreen } from './features/collect/CodeScreen';
import { Collect } from './features/collect/Collect';
import { Entries, entryFilters, type EntryFilter } from './features/entries/Entries';
import { EntryPage } from './features/entries/EntryPage';
import { Live } from './features/entries/Live';
import { StaffPage } from './features/staff/StaffPage';
import { SecurityPage } from './features/security/SecurityPage';
import { StorePage } from './features/store/StorePage';
import { Today } from './features/today/Today';
import { VerificationPage } from './features/verification/VerificationPage';
import { MerchantShell } from './shell';
import css from './shell.module.css';
import { useTill } from './till';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: MerchantShell });

/** What a list is narrowed to, read from an address or written into one: only what differs from showing everything. */
function narrowed(search: Record<string, unknown>): { filter?: EntryFilter; q?: string } {
  const filter = entryFilters.find((known) => known === search['filter']);
  const q = typeof search['q'] === 'string' ? search['q'].slice(0, 80) : '';
  return { ...(filter && filter !== 'all' && { filter }), ...(q && { q }) };
}

const today = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: function TodayRoute() {
    const words = useWords(merchantWords);
    const till = useTill();
    const wide = useWide();
    const size = wide ? 'm' : 'l';
    return (
      <Today
        storeId={till.storeId}
        live={<Live storeId={till.storeId} fresh={till.fresh} />}
        allEntries={
          <Link to="/entries">
            {words.allEntries}
            <Icon name="right" size="xs" />
          </Link>
        }
        keys={
          <div className={wide ? css.actions : css.keys}>
            <Link to="/collect" className={buttonClass({ kind: 'primary', size })}>
              <Icon name={wide ? 'plus' : 'edit'} size={wide ? 's' : 'm'} />
              {wide ? words.collect : words.enterAmount}
            </Link>
            <Link to="/code" className={buttonClass({ kind: 'quiet', size })}>
              <Icon name="qr" size={wide ? 's' : 'm'} />
              {words.storeCode}
            </Link>
          </div>
        }
      />
    );
  },
});

const entries = createRoute({
  getParentRoute: () => shell,
  path: '/entries',
  validateSearch: narrowed,
  component: function EntriesRoute() {
    const { filter = 'all', q = '' } = entries.useSearch();
    const till = useTill();
    const merchant = useMerchant();
    const navigate = useNavigate();
    return (
      <Entries
        storeId={till.storeId}
        showStore={!till.storeId && (merchant.data?.stores.length ?? 0) > 1}
        fresh={till.fresh}
        filter={filter}
        q={q}
        onSearch={(next) => void navigate({ to: '/entries', search: narrowed(next), replace: true })}
      />
    );
  },
});

const entry = createRoute({
  getParentRoute: () => shell,
  path: '/entries/$id',
  component: function EntryRoute() {
    const { id } = entry.useParams();
    return <EntryPage key={id} id={id} back={<Back to="/entries" />} />;
  },
});

const code = createRoute({
  getParentRoute: () => shell,
  path: '/code',
  component: function CodeRoute() {
    return <StoreCodePage store={useTill().store} />;
  },
});

const staff = createRoute({
  getParentRoute: () => shell,
  path: '/staff',
  component: function StaffRoute() {
    return <StaffPage self={useStaff()} back={<Back to="/store" />} />;
  },
});

const security = createRoute({
  getParentRoute: () => shell,
  path: '/security',
  component: function SecurityRoute() {
    return <SecurityPage back={<Back to="/store" />} />;
  },
});

const verification = createRoute({
  getParentRoute: () => shell,
  path: '/verification',
  component: function VerificationRoute() {
    // Who may not see it is shown what there is.
    if (!useStaff().permissions.includes('limits.read')) return <NotFound />;
    return <VerificationPage back={<Back to="/store" />} />;
  },
});

const store = createRoute({
  getParentRoute: () => shell,
  path: '/store',
  component: function StoreRoute() {
    const words = useWords(merchantWords);
    const security = useWords(securityWords);
    const verify = useWords(businessVerificationWords);
    const mayVerify = useStaff().permissions.includes('limits.read');
    const till = useTill();
    return (
      <StorePage
        voice={till.voice}
        onVoice={till.setVoice}
        links={
          <>
            <Link to="/code">
              <Icon name="qr" size="s" />
              {words.storeCode}
              <Icon name="right" size="xs" />
            </Link>
            <Link to="/staff">
              <Icon name="users" size="s" />
              {words.staff}
              <Icon name="right" size="xs" />
            </Link>
            {mayVerify && (
              <Link to="/verification">
                <Icon name="check" size="s" />
                {verify.title}
                <Icon name="right" size="xs" />
              </Link>
            )}
            <Link to="/security">
              <Icon name="shield" size="s" />
              {security.title}
              <Icon name="right" size="xs" />
            </Link>
          </>
        }
      />
    );
  },
});

const collect = createRoute({
  getParentRoute: () => root,
  path: '/collect',
  component: function CollectRoute() {
    const merchant = useMerchant();
    const till = useTill();
    const navigate = useNavigate();
    return (
      <main id="main">
        <Collect
          store={till.store}
          currency={merchant.data?.currency ?? 'CNY'}
          back={<Back to="/" />}
          onCode={(payment) => void navigate({ to: '/collect/$id', params: { id: payment.payment_id } })}
        />
      </main>
    );
  },
});

const collecting = createRoute({
  getParentRoute: () => root,
  path: '/collect/$id',
  component: function CollectingRoute() {
    const { id } = collecting.useParams();
    const words = useWords(merchantWords);
    const format = useFormat();
    const merchant = useMerchant();
    const till = useTill();
    const navigate = useNavigate();
    return (
      <main id="main">
        <CodeScreen
          key={id}
          id={id}
          shop={merchant.data ? format.name(merchant.data) : ''}
          back={
            <Link to="/collect" replace className={iconButtonClass} aria-label={words.backToAmount}>
              <Icon name="left" />
            </Link>
          }
          voice={
            <IconButton
              icon={till.voice ? 'speaker' : 'mute'}
              label={words.voiceLabel}
              aria-pressed={till.voice}
              onClick={() => till.setVoice(!till.voice)}
            />
          }
          onAgain={() => void navigate({ to: '/collect', replace: true })}
          onEntry={() => void navigate({ to: '/entries/$id', params: { id }, replace: true })}
        />
      </main>
    );
  },
});

export const router = createRouter({
  routeTree: root.addChildren([
    shell.addChildren([today, entries, entry, code, staff, store, verification, security]),
    collect,
    collecting,
  ]),
  ...plainAddress,
  basepath: '/merchant',
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function Back({ to }: { to: '/' | '/entries' | '/store' }) {
  const words = useWords(commonWords);
  return (
    <Link to={to} className={iconButtonClass} aria-label={words.back}>
      <Icon name="left" />
    </Link>
  );
}

function NotFound() {
  const words = useWords(commonWords);
  return (
    <main id="main">
      <EmptyState
        whole
        title={words.pageNotFound}
        action={
          <Link to="/" className={buttonClass({ size: 'm' })}>
            {words.toHome}
          </Link>
        }
      >
        {words.pageNotFoundTodo}
      </EmptyState>
    </main>
  );
}
