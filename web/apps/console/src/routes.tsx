import type { AuditSearch } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { buttonClass, EmptyState, Icon, iconButtonClass } from '@qiao/ui';
import { plainAddress, Search } from '@qiao/ui/desk';
import { createRootRoute, createRoute, createRouter, Link, useNavigate } from '@tanstack/react-router';
import { Audit } from './features/audit/Audit';
import { AuditTable } from './features/audit/AuditTable';
import { Merchants } from './features/merchants/Merchants';
import { BankMoves } from './features/movements/BankMoves';
import { MovementPage } from './features/movements/MovementPage';
import { movementFilters, Payments, type MovementFilter } from './features/movements/Payments';
import { Overview } from './features/overview/Overview';
import { People } from './features/people/People';
import { Recoveries } from './features/recoveries/Recoveries';
import { SecurityPage } from './features/security/SecurityPage';
import { ConsoleShell } from './shell';

const root = createRootRoute({ component: ConsoleShell, notFoundComponent: NotFound });

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: function OverviewRoute() {
    const words = useWords(consoleWords);
    const navigate = useNavigate();
    return (
      <Overview
        search={
          <Search
            label={words.find}
            atEnter
            value=""
            onSearch={(q) => void navigate({ to: '/payments', search: { q } })}
          />
        }
        unknownLink={
          <Link to="/bank-moves" style={{ textDecoration: 'underline' }}>
            {words.unknownTodo}
          </Link>
        }
      />
    );
  },
});

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 80) : '');

/** What a list is narrowed to, read from an address or written into one: only what differs from showing everything. */
function narrowed(search: Record<string, unknown>): { filter?: MovementFilter; q?: string } {
  const filter = movementFilters.find((known) => known === search['filter']);
  const q = text(search['q']);
  return { ...(filter && filter !== 'all' && { filter }), ...(q && { q }) };
}

const payments = createRoute({
  getParentRoute: () => root,
  path: '/payments',
  validateSearch: narrowed,
  component: function PaymentsRoute() {
    const { filter = 'all', q = '' } = payments.useSearch();
    const navigate = useNavigate();
    return (
      <Payments
        filter={filter}
        q={q}
        onSearch={(next) => void navigate({ to: '/payments', search: narrowed(next), replace: true })}
      />
    );
  },
});

const payment = createRoute({
  getParentRoute: () => root,
  path: '/payments/$id',
  component: function PaymentRoute() {
    const { id } = payment.useParams();
    const words = useWords(commonWords);
    return (
      <MovementPage
        key={id}
        id={id}
        back={
          <Link to="/payments" className={iconButtonClass} aria-label={words.back}>
            <Icon name="left" />
          </Link>
        }
        trail={(movement) => <AuditTable entries={movement.trail} of="one" />}
      />
    );
  },
});

const merchants = createRoute({ getParentRoute: () => root, path: '/merchants', component: Merchants });
const people = createRoute({ getParentRoute: () => root, path: '/people', component: People });
const recoveries = createRoute({ getParentRoute: () => root, path: '/recoveries', component: Recoveries });
const bankMoves = createRoute({ getParentRoute: () => root, path: '/bank-moves', component: BankMoves });

const security = createRoute({
  getParentRoute: () => root,
  path: '/security',
  component: function SecurityRoute() {
    return <SecurityPage />;
  },
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: auditSearch,
  component: function AuditRoute() {
    const search = audit.useSearch();
    const navigate = useNavigate();
    return (
      <Audit
        search={search}
        onSearch={(change) =>
          void navigate({ to: '/audit', search: auditSearch({ ...search, ...change }), replace: true })
        }
      />
    );
  },
});

/** The conditions that an address holds; what is empty or no text is none. */
function auditSearch(search: Record<string, unknown>): AuditSearch {
  const names = ['q', 'actor', 'act', 'object', 'from', 'to'] as const;
  return Object.fromEntries(names.map((name) => [name, text(search[name])]).filter(([, value]) => value));
}

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    payments,
    payment,
    merchants,
    people,
    recoveries,
    bankMoves,
    audit,
    security,
  ]),
  ...plainAddress,
  basepath: '/console',
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function NotFound() {
  const words = useWords(commonWords);
  return (
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
  );
}
