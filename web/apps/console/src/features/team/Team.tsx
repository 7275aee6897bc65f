import {
  inviteOperatorAgain,
  problemOf,
  resetOperator,
  settled,
  useApi,
  useFactorPolicy,
  useMay,
  useOperator,
  useOperators,
  type FactorRule,
  type OperatorLine,
} from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { resetWords } from '@qiao/i18n/resets';
import { rolesWords } from '@qiao/i18n/roles';
import { waysInWords } from '@qiao/i18n/ways-in';
import { Button, buttonClass } from '@qiao/ui';
import { Blank, DataTable, PageHead, Panel, Panels, ProblemCard, RowActs, Tag } from '@qiao/ui/desk';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LinkSheet, ResetSheet } from '../../parts/AccessSheets';
import { CloseSheet, RoleSheet, RuleSheet } from './ChangeSheets';
import { InviteSheet } from './InviteSheet';
import css from './team.module.css';

/** Who runs the platform and what each role must show to sign in. */
export function Team() {
  const words = useWords(rolesWords);
  const may = useMay();
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <PageHead title={words.team} note={words.teamLead}>
        {may('operators.manage') && (
          <Button size="m" icon="plus" onClick={() => setInviting(true)}>
            {words.inviteOperator}
          </Button>
        )}
      </PageHead>
      <Panels>
        {may('operators.read') && <Operators />}
        {may('factor_policy.read') && <Policy />}
      </Panels>
      {inviting && <InviteSheet onClose={() => setInviting(false)} />}
    </>
  );
}

function Operators() {
  const words = useWords(rolesWords);
  const resets = useWords(resetWords);
  const locks = useWords(waysInWords);
  const api = useApi();
  const self = useOperator();
  const mayManage = useMay()('operators.manage');
  const operators = useOperators(true);
  const [turning, setTurning] = useState<OperatorLine | null>(null);
  const [closing, setClosing] = useState<OperatorLine | null>(null);
  const [helping, setHelping] = useState<OperatorLine | null>(null);
  if (!operators.data) {
    return (
      <Panel title={words.operators}>
        {operators.isError ? (
          <ProblemCard problem={problemOf(operators.error)} onRetry={() => void operators.refetch()} />
        ) : (
          <Blank height={240} />
        )}
      </Panel>
    );
  }
  return (
    <Panel title={words.operators}>
      <DataTable
        label={words.operators}
        items={operators.data.items}
        keyOf={(one) => one.id}
        columns={[
          {
            key: 'name',
            head: words.name,
            phone: 'title',
            cell: (one) => (
              <>
                <b>{one.name}</b> {one.id === self.id && <Tag tone="jade">{words.you}</Tag>}
              </>
            ),
          },
          { key: 'login', head: words.login, cell: (one) => one.login },
          { key: 'role', head: words.role, phone: 'note', cell: (one) => words.roles[one.role] },
          {
            key: 'state',
            head: words.columns.state,
            phone: 'note',
            cell: (one) => (
              <Tag tone={one.state === 'active' ? 'jade' : 'amber'}>{words.operatorStates[one.state]}</Tag>
            ),
          },
          ...(mayManage
            ? [
                {
                  key: 'acts',
                  head: words.acts,
                  headHidden: true,
                  numeric: true,
                  phone: 'foot' as const,
                  cell: (one: OperatorLine) =>
                    one.id === self.id ? null : (
                      <RowActs>
                        <Link
                          to="/locks"
                          search={{ party: one.id }}
                          className={buttonClass({ kind: 'quiet', size: 'm' })}
                          aria-label={locks.seeOf(one.name)}
                        >
                          {locks.see}
                        </Link>
                        <Button
                          kind="quiet"
                          size="m"
                          aria-label={words.changeRoleOf(one.name)}
                          onClick={() => setTurning(one)}
                        >
                          {words.changeRole}
                        </Button>
                        <Button
                          kind="quiet"
                          size="m"
                          aria-label={(one.state === 'invited' ? resets.newLinkOf : resets.resetOf)(one.name)}
                          onClick={() => setHelping(one)}
                        >
                          {one.state === 'invited' ? resets.newLink : resets.cannotSignIn}
                        </Button>
                        <Button
                          kind="quiet"
                          size="m"
                          aria-label={words.letGoOf(one.name)}
                          onClick={() => setClosing(one)}
                        >
                          {words.letGo}
                        </Button>
                      </RowActs>
                    ),
                },
              ]
            : []),
        ]}
      />
      {turning && <RoleSheet key={turning.id} operator={turning} onClose={() => setTurning(null)} />}
      {helping &&
        (helping.state === 'invited' ? (
          <LinkSheet
            key={helping.id}
            name={helping.name}
            invite={() => settled(inviteOperatorAgain(api, helping.id))}
            onClose={() => setHelping(null)}
          />
        ) : (
          <ResetSheet
            key={helping.id}
            name={helping.name}
            propose={(lost, reason) => settled(resetOperator(api, helping.id, lost, reason))}
            onClose={() => setHelping(null)}
          />
        ))}
      {closing && <CloseSheet key={closing.id} operator={closing} onClose={() => setClosing(null)} />}
    </Panel>
  );
}

function Policy() {
  const words = useWords(rolesWords);
  const mayChange = useMay()('factor_policy.change');
  const policy = useFactorPolicy(true);
  const [changing, setChanging] = useState<FactorRule | null>(null);
  if (!policy.data) {
    return (
      <Panel title={words.policy}>
        {policy.isError ? (
          <ProblemCard problem={problemOf(policy.error)} onRetry={() => void policy.refetch()} />
        ) : (
          <Blank height={240} />
        )}
      </Panel>
    );
  }
  return (
    <Panel title={words.policy} note={words.policyNote}>
      <DataTable
        label={words.policy}
        items={policy.data.items}
        keyOf={(rule) => rule.role}
        columns={[
          { key: 'role', head: words.role, phone: 'title', cell: (rule) => words.allRoles[rule.role] },
          {
            key: 'factor',
            head: words.fields['second_factor'] ?? '',
            phone: 'note',
            cell: (rule) => words.values[`second_factor.${rule.second_factor}`],
          },
          {
            key: 'acts',
            head: words.acts,
            headHidden: true,
            numeric: true,
            phone: 'end',
            cell: (rule) =>
              rule.fixed ? (
                <span className={css.fixed}>{words.fixed}</span>
              ) : mayChange ? (
                <RowActs>
                  <Button
                    kind="quiet"
                    size="m"
                    aria-label={words.changeRuleOf(words.allRoles[rule.role])}
                    onClick={() => setChanging(rule)}
                  >
                    {words.change}
                  </Button>
                </RowActs>
              ) : null,
          },
        ]}
      />
      {changing && <RuleSheet key={changing.role} rule={changing} onClose={() => setChanging(null)} />}
    </Panel>
  );
}
