import { useMay, type AuditSearch } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { buttonClass, EmptyState, Icon, iconButtonClass } from '@qiao/ui';
import { plainAddress, Search } from '@qiao/ui/desk';
import { createRootRoute, createRoute, createRouter, Link, useNavigate } from '@tanstack/react-router';
import { Audit } from './features/audit/Audit';
import { AuditTable } from './features/audit/AuditTable';
import { LimitsPage } from './features/limits/LimitsPage';
import { Locks } from './features/locks/Locks';
import { Merchants } from './features/merchants/Merchants';
import { BankMoves } from './features/movements/BankMoves';
import { MovementPage } from './features/movements/MovementPage';
import { movementFilters, Payments, type MovementFilter } from './features/movements/Payments';
import { Overview } from './features/overview/Overview';
import { People } from './features/people/People';
import { Recoveries } from './features/recoveries/Recoveries';
import { ProposalPage } from './features/proposals/ProposalPage';
import { Proposals } from './features/proposals/Proposals';
import { SecurityPage } from './features/security/SecurityPage';
import { ReviewPage } from './features/verifications/ReviewPage';
import { Verifications } from './features/verifications/Verifications';
import { Team } from './features/team/Team';
import { Guarded } from './guarded';
import { ConsoleShell } from './shell';

const root = createRootRoute({ component: ConsoleShell, notFoundComponent: NotFound });

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: function OverviewRoute() {
    const words = useWords(consoleWords);
    const maySeeBankMoves = useMay()('bank_moves.read');
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
          maySeeBankMoves ? (
            <Link to="/bank-moves" style={{ textDecoration: 'underline' }}>
              {words.unknownTodo}
            </Link>
          ) : (
            words.unknownTodo
          )
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

const merchants = createRoute({
  getParentRoute: () => root,
  path: '/merchants',
  component: () => (
    <Guarded needs="merchants.read">
      <Merchants />
    </Guarded>
  ),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: () => (
    <Guarded needs="people.search">
      <People />
    </Guarded>
  ),
});

const personLimits = createRoute({
  getParentRoute: () => root,
  path: '/people/$id/limits',
  component: function PersonLimitsRoute() {
    const { id } = personLimits.useParams();
    const words = useWords(commonWords);
    return (
      <Guarded needs="people.verify">
        <LimitsPage
          key={id}
          subject={{ kind: 'person', id }}
          back={
            <Link to="/people" className={iconButtonClass} aria-label={words.back}>
              <Icon name="left" />
            </Link>
          }
        />
      </Guarded>
    );
  },
});

const merchantLimits = createRoute({
  getParentRoute: () => root,
  path: '/merchants/$id/limits',
  component: function MerchantLimitsRoute() {
    const { id } = merchantLimits.useParams();
    const words = useWords(commonWords);
    return (
      <Guarded needs="merchants.verify">
        <LimitsPage
          key={id}
          subject={{ kind: 'business', id }}
          back={
            <Link to="/merchants" className={iconButtonClass} aria-label={words.back}>
              <Icon name="left" />
            </Link>
          }
        />
      </Guarded>
    );
  },
});

const verifications = createRoute({
  getParentRoute: () => root,
  path: '/verifications',
  component: () => (
    <Guarded needs="people.verify">
      <Verifications />
    </Guarded>
  ),
});
const review = createRoute({
  getParentRoute: () => root,
  path: '/verifications/$id',
  component: function ReviewRoute() {
    const { id } = review.useParams();
    const words = useWords(commonWords);
    return (
      <Guarded needs="people.verify">
        <ReviewPage
          key={id}
          id={id}
          back={
            <Link to="/verifications" className={iconButtonClass} aria-label={words.back}>
              <Icon name="left" />
            </Link>
          }
        />
      </Guarded>
    );
  },
});

const recoveries = createRoute({
  getParentRoute: () => root,
  path: '/recoveries',
  component: () => (
    <Guarded needs="recoveries.review">
      <Recoveries />
    </Guarded>
  ),
});

const bankMoves = createRoute({
  getParentRoute: () => root,
  path: '/bank-moves',
  component: () => (
    <Guarded needs="bank_moves.read">
      <BankMoves />
    </Guarded>
  ),
});

const proposals = createRoute({
  getParentRoute: () => root,
  path: '/proposals',
  validateSearch: (search: Record<string, unknown>): { show?: 'all' } =>
    search['show'] === 'all' ? { show: 'all' } : {},
  component: function ProposalsRoute() {
    const { show } = proposals.useSearch();
    const navigate = useNavigate();
    return (
      <Guarded needs="proposals.read">
        <Proposals
          filter={show ?? 'proposed'}
          onFilter={(filter) =>
            void navigate({
              to: '/proposals',
              search: filter === 'all' ? { show: 'all' } : {},
              replace: true,
            })
          }
          link={(proposal, className, label) => (
            <Link to="/proposals/$id" params={{ id: proposal.id }} className={className} data-row>
              {label}
            </Link>
          )}
        />
      </Guarded>
    );
  },
});

const locks = createRoute({
  getParentRoute: () => root,
  path: '/locks',
  validateSearch: (search: Record<string, unknown>): { party?: string } => {
    const party = text(search['party']);
    return party ? { party } : {};
  },
  component: function LocksRoute() {
    const { party = '' } = locks.useSearch();
    const may = useMay();
    const navigate = useNavigate();
    return (
      <Guarded needs={may('locks.read') ? 'locks.read' : 'accounts.read'}>
        <Locks
          party={party}
          onParty={(next) =>
            void navigate({ to: '/locks', search: next ? { party: next } : {}, replace: true })
          }
        />
      </Guarded>
    );
  },
});

const team = createRoute({
  getParentRoute: () => root,
  path: '/team',
  component: function TeamRoute() {
    const may = useMay();
    return (
      <Guarded needs={may('operators.read') ? 'operators.read' : 'factor_policy.read'}>
        <Team />
      </Guarded>
    );
  },
});

const proposal = createRoute({
  getParentRoute: () => root,
  path: '/proposals/$id',
  component: function ProposalRoute() {
    const { id } = proposal.useParams();
    const words = useWords(commonWords);
    return (
      <Guarded needs="proposals.read">
        <ProposalPage
          key={id}
          id={id}
          back={
            <Link to="/proposals" className={iconButtonClass} aria-label={words.back}>
              <Icon name="left" />
            </Link>
          }
        />
      </Guarded>
    );
  },
});

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
      <Guarded needs="audit.read">
        <Audit
          search={search}
          onSearch={(change) =>
            void navigate({ to: '/audit', search: auditSearch({ ...search, ...change }), replace: true })
          }
        />
      </Guarded>
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
    personLimits,
    merchantLimits,
    recoveries,
    verifications,
    review,
    bankMoves,
    proposals,
    proposal,
    locks,
    team,
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
