import { problemOf, useMerchant, useStaffList, type Staff } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Button, EmptyState } from '@qiao/ui';
import { Blank, DataTable, PageHead, Panel, ProblemCard, RowActs, Tag } from '@qiao/ui/desk';
import { useState, type ReactNode } from 'react';
import { Can } from './Bounds';
import { ChangeSheet } from './ChangeSheet';
import { InviteSheet } from './InviteSheet';

/** Who works here, and what they may do. Owners manage everybody, managers the cashiers. */
export function StaffPage({ self, back }: { self: Staff; back: ReactNode }) {
  const words = useWords(merchantWords);
  const may = (permission: Staff['permissions'][number]) => self.permissions.includes(permission);
  const allowed = may('staff.read');
  const mayManageAll = may('staff.manage');
  const staff = useStaffList(allowed);
  const currency = useMerchant().data?.currency ?? 'CNY';
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<Staff | null>(null);
  const mayManage = (member: Staff) => mayManageAll || (member.role === 'cashier' && may('cashiers.manage'));
  return (
    <>
      <PageHead title={words.staff} note={words.staffLead} back={back}>
        {may('cashiers.manage') && (
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
                    {member.invited && <Tag tone="amber">{words.staffInvited}</Tag>}
                  </>
                ),
                phone: 'title',
              },
              { key: 'role', head: words.role, cell: (member) => words.roles[member.role], phone: 'note' },
              {
                key: 'can',
                head: words.roleMay,
                cell: (member) => <Can staff={member} currency={currency} />,
                phone: 'note',
              },
              { key: 'login', head: words.staffLogin, cell: (member) => member.login },
              {
                key: 'acts',
                head: words.changeStaff,
                headHidden: true,
                numeric: true,
                phone: 'end',
                cell: (member) =>
                  mayManage(member) ? (
                    <RowActs>
                      <Button
                        kind="quiet"
                        size="m"
                        aria-label={words.changeStaffOf(member.name)}
                        onClick={() => setChanging(member)}
                      >
                        {words.changeStaff}
                      </Button>
                    </RowActs>
                  ) : null,
              },
            ]}
          />
        ) : staff.isError ? (
          <ProblemCard problem={problemOf(staff.error)} onRetry={() => void staff.refetch()} />
        ) : (
          <Blank height={200} />
        )}
      </Panel>
      {inviting && <InviteSheet mayManageAll={mayManageAll} onClose={() => setInviting(false)} />}
      {changing && (
        <ChangeSheet
          key={changing.id}
          member={changing}
          self={changing.id === self.id}
          mayManageAll={mayManageAll}
          onClose={() => setChanging(null)}
        />
      )}
    </>
  );
}
