import { inviteOperator, problemOf, settled, useApi } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { rolesWords } from '@qiao/i18n/roles';
import { useGuardedAct } from '@qiao/security';
import { Button, Field, Segments, Sheet, Stack } from '@qiao/ui';
import { LinkToHand, ProblemCard } from '@qiao/ui/desk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

const LOGIN = /^[a-z0-9][a-z0-9.-]{3,31}$/;

/** Makes an invitation for an operator. Roles that take two are given afterwards. */
export function InviteSheet({ onClose }: { onClose: () => void }) {
  const words = useWords(rolesWords);
  const shared = useWords(consoleWords);
  const api = useApi();
  const queries = useQueryClient();
  const act = useGuardedAct();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [role, setRole] = useState<'support' | 'risk'>('support');
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<{ path: string | null } | null>(null);
  const valid = name.trim() !== '' && LOGIN.test(login);

  if (made) {
    return (
      <Sheet title={words.invited(name)} onClose={onClose}>
        <LinkToHand
          link={made.path && location.origin + made.path}
          what={shared.invitation}
          note={made.path ? words.invitedTodo : words.inviteLost}
          onDone={onClose}
        />
      </Sheet>
    );
  }
  return (
    <>
      <Sheet title={words.inviteOperator} onClose={onClose} locked={act.busy}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (!valid) return;
            act.run(async () => {
              const invited = await settled(inviteOperator(api, { name: name.trim(), login, role }));
              setMade({ path: invited.invitation_path });
              void queries.invalidateQueries({ queryKey: ['operators'] });
            });
          }}
        >
          <Stack>
            <Field
              label={words.name}
              value={name}
              onChange={setName}
              maxLength={40}
              autoComplete="off"
              error={tried && name.trim() === '' ? shared.fieldMissing : undefined}
            />
            <Field
              label={words.login}
              value={login}
              onChange={(text) => setLogin(text.trim().toLowerCase())}
              maxLength={32}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              error={tried && !LOGIN.test(login) ? shared.ownerLoginRule : undefined}
            />
            <Segments<'support' | 'risk'>
              label={words.role}
              value={role}
              options={(['support', 'risk'] as const).map((value) => ({ value, label: words.roles[value] }))}
              onChange={setRole}
            />
            <p>{words.inviteNote}</p>
            {act.failure !== null && <ProblemCard problem={problemOf(act.failure)} />}
            <Button type="submit" busy={act.busy}>
              {words.inviteOperator}
            </Button>
          </Stack>
        </form>
      </Sheet>
      {act.sheet}
    </>
  );
}
