import type { Evidence, VerificationDocument } from '@qiao/api';
import { buttonClass, Icon, IconButton, IconTile, type IconName } from '@qiao/ui';
import { useId } from 'react';
import css from './verification.module.css';
import { useVerificationWords } from './words';

const TYPES = 'image/jpeg,image/png,image/webp,application/pdf';
const PICTURES = 'image/jpeg,image/png,image/webp';

interface Props {
  kind: Evidence;
  document: VerificationDocument | undefined;
  again: boolean;
  busy: boolean;
  onFile: (file: File) => void;
  onRemove: () => void;
}

const ICONS: Record<Evidence, IconName> = {
  id_front: 'card',
  id_back: 'card',
  selfie: 'face',
  proof_of_address: 'home',
  business_licence: 'bill',
  proof_of_ownership: 'users',
  storefront: 'shop',
};

/** One document that is asked for: by the camera or from a file. */
export function DocumentRow({ kind, document, again, busy, onFile, onRemove }: Props) {
  const words = useVerificationWords();
  const name = words.documents[kind];
  const done = document !== undefined && !again;
  return (
    <li className={css.document} aria-busy={busy || undefined}>
      <div className={css.what}>
        <IconTile icon={ICONS[kind]} />
        <span>
          <b>{name}</b>
          <small className={again ? css.again : undefined} role="status">
            {again ? words.again : done ? words.received : words.hints[kind]}
          </small>
        </span>
        {done && (
          <span className={css.tick}>
            <Icon name="check" size="s" />
          </span>
        )}
        {document && (
          <IconButton icon="close" size="s" label={words.removeOf(name)} disabled={busy} onClick={onRemove} />
        )}
      </div>
      <div className={css.pick}>
        <FilePick
          label={words.takePhotoOf(name)}
          text={words.takePhoto}
          accept={PICTURES}
          capture={kind === 'selfie' ? 'user' : 'environment'}
          disabled={busy}
          onFile={onFile}
        />
        <FilePick
          label={words.chooseFileOf(name)}
          text={document ? words.replace : words.chooseFile}
          accept={TYPES}
          disabled={busy}
          onFile={onFile}
        />
      </div>
    </li>
  );
}

interface PickProps {
  label: string;
  text: string;
  accept: string;
  capture?: 'user' | 'environment';
  disabled: boolean;
  onFile: (file: File) => void;
}

/** A file field that looks like a button. */
function FilePick({ label, text, accept, capture, disabled, onFile }: PickProps) {
  const id = useId();
  return (
    <span className={css.file}>
      <input
        id={id}
        type="file"
        aria-label={label}
        accept={accept}
        capture={capture}
        disabled={disabled}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <label htmlFor={id} className={buttonClass({ kind: 'quiet', size: 'm' })} aria-hidden="true">
        {text}
      </label>
    </span>
  );
}
