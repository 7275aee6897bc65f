import {
  changeFactorRule,
  changeOperatorRole,
  closeOperator,
  settled,
  useApi,
  type FactorRule,
  type OperatorLine,
} from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { rolesWords } from '@qiao/i18n/roles';
import { Chips, Segments } from '@qiao/ui';
import { useState } from 'react';
import { ChangeSheet } from '../../parts/ChangeSheet';

type Role = OperatorLine['role'];
const ROLES: readonly Role[] = ['support', 'risk', 'finance', 'compliance', 'administrator'];
/** The server decides; here only which words stand on the button. */
const BY_TWO: readonly Role[] = ['finance', 'compliance', 'administrator'];

const FOR_STAFF: readonly FactorRule['second_factor'][] = ['if_enrolled', 'required'];
/** Only people are reached by a code. */
const FOR_PEOPLE: readonly FactorRule['second_factor'][] = ['if_enrolled', 'on_new_device', 'required'];

/** Gives an operator another role. */
export function RoleSheet({ operator, onClose }: { operator: OperatorLine; onClose: () => void }) {
  const words = useWords(rolesWords);
  const api = useApi();
  const [role, setRole] = useState<Role>(operator.role);
  return (
    <ChangeSheet
      title={words.changeRoleOf(operator.name)}
      lead={words.changeRoleLead}
      label={BY_TWO.includes(role) ? words.propose : words.changeNow}
      fault={role === operator.role ? words.same : undefined}
      send={(reason) => settled(changeOperatorRole(api, operator.id, role, reason))}
      onClose={onClose}
    >
      <Chips
        label={words.role}
        value={role}
        options={ROLES.map((value) => ({ value, label: words.roles[value] }))}
        onChange={setRole}
      />
      <p>{words.roleText[role]}</p>
    </ChangeSheet>
  );
}

/** Lets an operator out for ever. */
export function CloseSheet({ operator, onClose }: { operator: OperatorLine; onClose: () => void }) {
  const words = useWords(rolesWords);
  const api = useApi();
  return (
    <ChangeSheet
      title={words.letGoOf(operator.name)}
      lead={words.letGoLead}
      label={words.letGo}
      danger
      send={(reason) => settled(closeOperator(api, operator.id, reason))}
      onClose={onClose}
    />
  );
}

/** Proposes what a role must show to sign in. */
export function RuleSheet({ rule, onClose }: { rule: FactorRule; onClose: () => void }) {
  const words = useWords(rolesWords);
  const api = useApi();
  const [factor, setFactor] = useState(rule.second_factor);
  return (
    <ChangeSheet
      title={words.changeRuleOf(words.allRoles[rule.role])}
      lead={words.ruleLead}
      label={words.propose}
      fault={factor === rule.second_factor ? words.same : undefined}
      send={(reason) => settled(changeFactorRule(api, rule.role, factor, reason))}
      onClose={onClose}
    >
      <Segments<FactorRule['second_factor']>
        label={words.fields['second_factor'] ?? ''}
        value={factor}
        options={(rule.role === 'person' ? FOR_PEOPLE : FOR_STAFF).map((value) => ({
          value,
          label: words.values[`second_factor.${value}`] ?? value,
        }))}
        onChange={setFactor}
      />
    </ChangeSheet>
  );
}
