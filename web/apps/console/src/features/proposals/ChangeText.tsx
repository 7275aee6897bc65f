import type { Proposal } from '@qiao/api';
import { Icon } from '@qiao/ui';
import css from './proposals.module.css';
import { useChangeWords } from './change-words';

/** What a proposal changes, in a line: before → after. */
export function ChangeText({ changes }: { changes: Proposal['changes'] }) {
  const { valueOf } = useChangeWords();
  return (
    <span className={css.changes}>
      {changes.map((change) => (
        <span key={change.field} className={css.change}>
          {valueOf(change.field, change.before)}
          <Icon name="right" size="xs" />
          <b>{valueOf(change.field, change.after)}</b>
        </span>
      ))}
    </span>
  );
}
