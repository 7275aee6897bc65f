import { problemOf, useStaffList, type Staff } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Button, EmptyState } from '@qiao/ui';
import { Blank, DataTable, PageHead, Panel, ProblemCard, Tag } from '@qiao/ui/desk';
import { useState, type ReactNode } from 'react';
import { InviteSheet } from './InviteSheet';

/** Who works here, and what they may do. Owners and managers invite. */
export function StaffPage({ self, back }: { self: Staff; back: ReactNode }) {
  const words = useWords(merchantWords);
  const allowed = self.role !== 'cashier';
  const staff = useStaffList(allowed);
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <PageHead title={words.staff} note={words.staffLead} back={back}>
        {allowed && (
          <Button size="m" icon="plus" onClick={() => setInviting(true)}>
            {words.invite}
          </Button>
        )}
      </PageHead>
      <Panel>
        {!allowed ? (
          <EmptyState title={words.staffForbidden} />
        ) : staff.data ? (
          <DataTable
            label={words.staff}
            items={staff.data.items}
            keyOf={(member) => member.id}
            columns={[
              {
                key: 'name',
                head: words.staffName,
                cell: (member) => (
                  <>
                    {member.name} {member.id === self.id && <Tag tone="jade">{words.you}</Tag>}
                  </>
                ),
                phone: 'title',
              },
              { key: 'role', head: words.role, cell: (member) => words.roles[member.role], phone: 'end' },
              {
                key: 'can',
                head: words.roleMay,
                cell: (member) => words.roleCan[member.role],
                phone: 'note',
              },
              { key: 'login', head: words.staffLogin, cell: (member) => member.login, phone: 'endNote' },
            ]}
          />
        ) : staff.isError ? (
          <ProblemCard problem={problemOf(staff.error)} onRetry={() => void staff.refetch()} />
        ) : (
          <Blank height={200} />
        )}
      </Panel>
      {inviting && (
        <InviteSheet mayInviteManagers={self.role === 'owner'} onClose={() => setInviting(false)} />
      )}
    </>
  );
}
