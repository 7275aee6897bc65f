import { changeStaff, problemOf, removeStaff, useApi, useMerchant, type Staff } from '@qiao/api';
import { money, useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { resetWords } from '@qiao/i18n/resets';
import { useAct } from '@qiao/security';
import { Button, Segments, Sheet } from '@qiao/ui';
import { ProblemCard } from '@qiao/ui/desk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BoundsFields, boundsOf, readLimit } from './Bounds';
import { ResetSheet } from './ResetSheet';
import css from './staff.module.css';

const ROLES: readonly Staff['role'][] = ['cashier', 'manager', 'owner'];

/** Changes what somebody may do here, or ends their work. */
export function ChangeSheet({
  member,
  self,
  mayManageAll,
  onClose,
}: {
  member: Staff;
  /** Whether it is whoever looks. */
  self: boolean;
  mayManageAll: boolean;
  onClose: () => void;
}) {
  const words = useWords(merchantWords);
  const resets = useWords(resetWords);
  const format = useFormat();
  const api = useApi();
  const queries = useQueryClient();
  const currency = useMerchant().data?.currency ?? 'CNY';
  const act = useAct();
  const [role, setRole] = useState(member.role);
  const [bounds, setBounds] = useState(() =>
    boundsOf(member, (minor) => format.plain(money(minor, currency))),
  );
  const [tried, setTried] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [resetting, setResetting] = useState(false);
  const limit = readLimit(bounds.limit, currency);

  const finish = async (step: () => Promise<unknown>) => {
    await step();
    await queries.invalidateQueries({ queryKey: ['staff'] });
    onClose();
  };

  if (resetting) return <ResetSheet member={member} onClose={onClose} />;
  if (removing) {
    return (
      <Sheet title={words.removeStaffOf(member.name)} onClose={onClose} locked={act.busy}>
        <div className={css.form}>
          <p>{words.removeStaffText}</p>
          {act.failure !== null && <ProblemCard problem={problemOf(act.failure)} />}
          <Button
            kind="danger"
            busy={act.busy}
            onClick={() => act.run(() => finish(() => removeStaff(api, member.id)))}
          >
            {words.removeStaff}
          </Button>
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet title={words.changeStaffOf(member.name)} onClose={onClose} locked={act.busy}>
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (role === 'cashier' && limit === undefined) return;
          act.run(() =>
            finish(() =>
              changeStaff(api, member.id, {
                role,
                store_id: role === 'cashier' && bounds.storeId ? bounds.storeId : null,
                refund_limit: role === 'cashier' ? (limit ?? null) : null,
              }),
            ),
          );
        }}
      >
        {mayManageAll && (
          <div>
            <Segments
              label={words.role}
              value={role}
              options={ROLES.map((value) => ({ value, label: words.roles[value] }))}
              onChange={setRole}
            />
            <p className={css.can}>{words.roleCan[role]}</p>
          </div>
        )}
        {role === 'cashier' && (
          <BoundsFields bounds={bounds} onChange={setBounds} wrong={tried && limit === undefined} />
        )}
        {role !== member.role && <p className={css.can}>{words.signsInAnew}</p>}
        {act.failure !== null && <ProblemCard problem={problemOf(act.failure)} />}
        <Button type="submit" busy={act.busy}>
          {words.saveStaff}
        </Button>
        {!self && (
          <Button kind="quiet" size="m" onClick={() => setResetting(true)}>
            {resets.cannotSignIn}
          </Button>
        )}
        <Button kind="quiet" size="m" onClick={() => setRemoving(true)}>
          {words.removeStaff}
        </Button>
      </form>
    </Sheet>
  );
}
