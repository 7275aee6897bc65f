import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import { internalPath } from '../parts/internal-path';
import { Broken, NotFound } from './failures';
import { Gate } from './gate';
import { TabsLayout } from './tabs';

const root = createRootRoute({ component: Gate, notFoundComponent: NotFound });

const tabs = createRoute({ getParentRoute: () => root, id: 'tabs', component: TabsLayout });

const home = createRoute({
  getParentRoute: () => tabs,
  path: '/',
  component: lazyRouteComponent(() => import('../features/home/home'), 'Home'),
});
const activity = createRoute({
  getParentRoute: () => tabs,
  path: '/activity',
  component: lazyRouteComponent(() => import('../features/activity/activity'), 'Activity'),
});
const me = createRoute({
  getParentRoute: () => tabs,
  path: '/me',
  component: lazyRouteComponent(() => import('../features/me/me'), 'Me'),
});

const receipt = createRoute({
  getParentRoute: () => root,
  path: '/activity/$id',
  component: lazyRouteComponent(() => import('../features/activity/receipt'), 'ReceiptPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => ({ next: internalPath(search['next']) }),
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in'), 'SignInPage'),
});
const scan = createRoute({
  getParentRoute: () => root,
  path: '/scan',
  component: lazyRouteComponent(() => import('../features/scan/scan'), 'Scan'),
});
const pay = createRoute({
  getParentRoute: () => root,
  path: '/pay',
  validateSearch: (search): { code?: string; id?: string } => ({
    code: text(search['code']),
    id: text(search['id']),
  }),
  component: lazyRouteComponent(() => import('../features/pay/pay'), 'Pay'),
});
const transfer = createRoute({
  getParentRoute: () => root,
  path: '/transfer',
  validateSearch: (search): { code?: string; id?: string } => ({
    code: text(search['code']),
    id: text(search['id']),
  }),
  component: lazyRouteComponent(() => import('../features/pay/transfer'), 'TransferPage'),
});
const topUp = createRoute({
  getParentRoute: () => root,
  path: '/top-up',
  component: lazyRouteComponent(() => import('../features/bank/bank-move'), 'TopUp'),
});
const withdraw = createRoute({
  getParentRoute: () => root,
  path: '/withdraw',
  component: lazyRouteComponent(() => import('../features/bank/bank-move'), 'Withdraw'),
});
const receive = createRoute({
  getParentRoute: () => root,
  path: '/receive',
  component: lazyRouteComponent(() => import('../features/receive/receive'), 'Receive'),
});
const pin = createRoute({
  getParentRoute: () => root,
  path: '/pin',
  validateSearch: (search): { next?: string; forgotten?: boolean } => ({
    next: internalPath(search['next']),
    forgotten: search['forgotten'] === true || undefined,
  }),
  component: lazyRouteComponent(() => import('../features/pin/pin'), 'PinPage'),
});
const security = createRoute({
  getParentRoute: () => root,
  path: '/security',
  component: lazyRouteComponent(() => import('../features/security/security'), 'SecurityPage'),
});
const contacts = createRoute({
  getParentRoute: () => root,
  path: '/contacts',
  component: lazyRouteComponent(() => import('../features/contacts/contacts'), 'ContactsPage'),
});
const recovery = createRoute({
  getParentRoute: () => root,
  path: '/recovery',
  component: lazyRouteComponent(() => import('../features/recovery/recovery'), 'RecoveryPage'),
});
const stopRecovery = createRoute({
  getParentRoute: () => root,
  path: '/recovery/cancel',
  component: lazyRouteComponent(() => import('../features/recovery/stop'), 'StopPage'),
});
const privacy = createRoute({
  getParentRoute: () => root,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../features/privacy/privacy'), 'Privacy'),
});
const freezeLink = createRoute({
  getParentRoute: () => root,
  path: '/freeze',
  component: lazyRouteComponent(() => import('../features/protection/freeze-link'), 'FreezeLinkPage'),
});
const held = createRoute({
  getParentRoute: () => root,
  path: '/held',
  component: lazyRouteComponent(() => import('../features/protection/held'), 'HeldPage'),
});
const checkUp = createRoute({
  getParentRoute: () => root,
  path: '/check-up',
  component: lazyRouteComponent(() => import('../features/protection/check-up'), 'CheckUpPage'),
});
const contact = createRoute({
  getParentRoute: () => root,
  path: '/contact',
  component: lazyRouteComponent(() => import('../features/protection/contact'), 'ContactPage'),
});
const verification = createRoute({
  getParentRoute: () => root,
  path: '/verification',
  component: lazyRouteComponent(() => import('../features/verification/verification'), 'VerificationPage'),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: (search): { phone?: string } => ({ phone: text(search['phone']) }),
  component: lazyRouteComponent(() => import('../features/inbox/inbox'), 'Inbox'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    tabs.addChildren([home, activity, me]),
    receipt,
    signIn,
    scan,
    pay,
    transfer,
    topUp,
    withdraw,
    receive,
    pin,
    security,
    freezeLink,
    held,
    checkUp,
    contact,
    contacts,
    recovery,
    stopRecovery,
    privacy,
    verification,
    inbox,
  ]),
  defaultErrorComponent: (props: ErrorComponentProps) => <Broken {...props} />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** A search value as text: codes of digits arrive as numbers. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
