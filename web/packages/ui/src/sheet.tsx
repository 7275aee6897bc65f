import { commonWords, useWords } from '@qiao/i18n';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './button';
import css from './sheet.module.css';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** While an act is under way it cannot be put away. */
  locked?: boolean;
  flush?: boolean;
}

/** A sheet over the page. The browser's own dialog keeps the focus inside and closes on Esc. */
export function Sheet({ title, onClose, children, locked = false, flush = false }: Props) {
  const words = useWords(commonWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    // A reader hears the title first, unless there is a field to type in.
    if (!document.activeElement?.matches('dialog input')) heading.current?.focus();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={css.sheet}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!locked) onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current && !locked) onClose();
      }}
    >
      <div className={css.paper}>
        <div className={css.grab} aria-hidden="true" />
        <header className={css.head}>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <IconButton icon="close" label={words.close} onClick={onClose} disabled={locked} />
        </header>
        <div className={flush ? css.flush : css.body}>{children}</div>
      </div>
    </dialog>
  );
}
