import { useWords } from '@qiao/i18n';
import { protectionWords } from '@qiao/i18n/protection';
import { Icon } from '@qiao/ui';
import css from './never-ask.module.css';

/** Stands where a code is typed: that is when somebody on the telephone asks for it. */
export function NeverAsk() {
  const words = useWords(protectionWords);
  return (
    <p className={css.line}>
      <Icon name="shield" size="s" />
      <span>{words.neverAsk}</span>
    </p>
  );
}
