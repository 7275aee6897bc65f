import { useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Icon, Page, TabBar } from '@qiao/ui';
import { Link, Outlet } from '@tanstack/react-router';

const current = { 'aria-current': 'page' as const };

export function TabsLayout() {
  const words = useWords(walletWords);
  return (
    <Page>
      <Outlet />
      <TabBar label={words.main}>
        <Link to="/" activeOptions={{ exact: true }} activeProps={current}>
          <Icon name="home" />
          {words.home}
        </Link>
        <Link to="/activity" activeProps={current}>
          <Icon name="bill" />
          {words.activity}
        </Link>
        <Link to="/me" activeProps={current}>
          <Icon name="me" />
          {words.me}
        </Link>
      </TabBar>
    </Page>
  );
}
