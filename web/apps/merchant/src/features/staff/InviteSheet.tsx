import { inviteStaff, useApi, useMerchant, type Problem, type Staff } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Button, Field, Segments, Sheet } from '@qiao/ui';
import { LinkToHand, ProblemCard } from '@qiao/ui/desk';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { BoundsFields, noBounds, readLimit } from './Bounds';
import css from './staff.module.css';

const LOGIN = /^[a-z0-9][a-z0-9.-]{3,31}$/;

/** Makes an invitation link for a new staff member. It is shown once, to be handed over. */
export function InviteSheet({ mayManageAll, onClose }: { mayManageAll: boolean; onClose: () => void }) {
  const words = useWords(merchantWords);
  const api = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [role, setRole] = useState<Staff['role']>('cashier');
  const [bounds, setBounds] = useState(noBounds);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [made, setMade] = useState<{ path: string | null } | null>(null);
  const sending = useRef(false);
  const currency = useMerchant().data?.currency ?? 'CNY';
  const limit = role === 'cashier' ? readLimit(bounds.limit, currency) : null;
  const valid = name.trim() !== '' && LOGIN.test(login.trim()) && limit !== undefined;

  async function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!valid || limit === undefined || sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    const outcome = await inviteStaff(api, {
      name: name.trim(),
      role,
      login: login.trim(),
      store_id: role === 'cashier' && bounds.storeId ? bounds.storeId : null,
      refund_limit: limit,
    });
    sending.current = false;
    setBusy(false);
    if (outcome.kind === 'done') {
      setMade({ path: outcome.value.invitation_path });
      void queries.invalidateQueries({ queryKey: ['staff'] });
    } else {
      setProblem(outcome.problem);
    }
  }

  if (made) {
    return (
      <Sheet title={words.inviteReady(name.trim())} onClose={onClose}>
        <LinkToHand
          link={made.path && location.origin + made.path}
          what={words.inviteReady(name.trim())}
          note={made.path ? words.inviteReadyTodo : words.linkLost}
          onDone={onClose}
        />
      </Sheet>
    );
  }
  const roles: Staff['role'][] = mayManageAll ? ['cashier', 'manager', 'owner'] : ['cashier'];
  return (
    <Sheet title={words.invite} onClose={onClose} locked={busy}>
      <form className={css.form} noValidate onSubmit={(event) => void send(event)}>
        <Field
          label={words.staffName}
          value={name}
          onChange={setName}
          maxLength={40}
          autoComplete="off"
          error={tried && name.trim() === '' ? words.staffNameMissing : undefined}
        />
        <Field
          label={words.staffLogin}
          hint={words.staffLoginRule}
          value={login}
          onChange={(text) => setLogin(text.toLowerCase())}
          maxLength={32}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={tried && !LOGIN.test(login.trim()) ? words.staffLoginRule : undefined}
        />
        <div>
          {roles.length > 1 && (
            <Segments
              label={words.role}
              value={role}
              options={roles.map((value) => ({ value, label: words.roles[value] }))}
              onChange={setRole}
            />
          )}
          <p className={css.can}>{words.roleCan[role]}</p>
        </div>
        {role === 'cashier' && (
          <BoundsFields bounds={bounds} onChange={setBounds} wrong={tried && limit === undefined} />
        )}
        {problem && <ProblemCard problem={problem} />}
        <Button type="submit" busy={busy}>
          {words.sendInvite}
        </Button>
      </form>
    </Sheet>
  );
}
