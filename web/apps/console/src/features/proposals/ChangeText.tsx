import type { Proposal } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { rolesWords, valueIn } from '@qiao/i18n/roles';
import { Icon } from '@qiao/ui';
import css from './proposals.module.css';

/** What a proposal changes, in a line: before → after. */
export function ChangeText({ changes }: { changes: Proposal['changes'] }) {
  const words = useWords(rolesWords);
  return (
    <span className={css.changes}>
      {changes.map((change) => (
        <span key={change.field} className={css.change}>
          {valueIn(words, change.field, change.before)}
          <Icon name="right" size="xs" />
          <b>{valueIn(words, change.field, change.after)}</b>
        </span>
      ))}
    </span>
  );
}
