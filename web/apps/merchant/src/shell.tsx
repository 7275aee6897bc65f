import { useMerchant, usePlatform, useStaff } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Icon, type IconName } from '@qiao/ui';
import { Shell, type NavItem } from '@qiao/ui/desk';
import { Link, Outlet } from '@tanstack/react-router';
import css from './shell.module.css';
import { useTill } from './till';

type Place = '/' | '/entries' | '/code' | '/staff' | '/store';

/** Everything around a page: where one is, which store, who is on duty. */
export function MerchantShell() {
  const words = useWords(merchantWords);
  const common = useWords(commonWords);
  const platform = usePlatform();
  const staff = useStaff();

  const place = (to: Place, label: string, icon: IconName): NavItem => ({
    key: to,
    to,
    label,
    icon: <Icon name={icon} size="s" />,
  });
  const items = [
    { ...place('/', words.today, 'home'), phoneLabel: words.collectTab },
    place('/code', words.storeCode, 'qr'),
    place('/entries', words.entries, 'bill'),
    ...(staff.permissions.includes('staff.read') ? [place('/staff', words.staff, 'users')] : []),
    place('/store', words.store, 'shop'),
  ];
  return (
    <Shell
      brand={common.brand}
      surface={words.surface}
      tag={platform.data?.demo ? common.demo : undefined}
      navLabel={words.mainNav}
      skipLabel={common.skip}
      items={items}
      phoneItems={['/', '/entries', '/store']}
      link={(item, props) => (
        <Link
          key={item.key}
          to={item.to as Place}
          activeOptions={{ exact: item.to === '/' }}
          activeProps={{ 'aria-current': 'page' }}
          className={props.className}
        >
          {props.children}
        </Link>
      )}
      head={<ShopSwitch />}
      phoneBar={
        <>
          <ShopSwitch />
          <VoiceSwitch />
        </>
      }
      foot={
        <div className={css.duty}>
          <VoiceSwitch />
          <p>
            <b>{staff.name}</b>
            <small>{words.roles[staff.role]}</small>
          </p>
        </div>
      }
    >
      <Outlet />
    </Shell>
  );
}

/** The shop, and the store this device stands in. A single store needs no choice. */
function ShopSwitch() {
  const words = useWords(merchantWords);
  const format = useFormat();
  const merchant = useMerchant();
  const till = useTill();
  if (!merchant.data) return <div className={css.shop} />;
  const { stores } = merchant.data;
  const name = format.name(merchant.data);
  const current =
    stores.find((store) => store.id === till.storeId) ?? (stores.length === 1 ? stores[0] : undefined);
  const where = current
    ? `${format.name(current)} · ${current.open ? words.open : words.closed}`
    : words.allStores;
  return (
    <div className={css.shop}>
      <span className={css.tile} aria-hidden="true">
        {name.slice(0, 1)}
      </span>
      <span className={css.name}>
        <b>{name}</b>
        <small>{where}</small>
      </span>
      {stores.length > 1 && (
        <>
          <Icon name="down" size="xs" />
          <select
            aria-label={words.chooseStore(where)}
            value={till.storeId ?? ''}
            onChange={(event) => till.chooseStore(event.target.value || undefined)}
          >
            <option value="">{words.allStores}</option>
            {stores.map((store) => (
              <option key={store.id} value={store.id}>
                {format.name(store)}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}

function VoiceSwitch() {
  const words = useWords(merchantWords);
  const till = useTill();
  return (
    <button
      type="button"
      className={css.voice}
      aria-pressed={till.voice}
      title={words.voiceTodo}
      onClick={() => till.setVoice(!till.voice)}
    >
      <Icon name={till.voice ? 'speaker' : 'mute'} size="s" />
      {till.voice ? words.voiceOn : words.voiceOff}
    </button>
  );
}
