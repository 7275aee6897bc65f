import { createMerchant, useApi, type Category, type Problem } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { Button, Chips, Field, Sheet } from '@qiao/ui';
import { LinkToHand, ProblemCard } from '@qiao/ui/desk';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import css from './merchants.module.css';

const CATEGORIES: readonly Category[] = [
  'food',
  'cafe',
  'grocery',
  'transport',
  'shopping',
  'living',
  'leisure',
];
const LOGIN = /^[a-z0-9][a-z0-9.-]{3,31}$/;
const EMPTY = { name: '', name_en: '', store_name: '', store_name_en: '', owner_name: '', owner_login: '' };
const REQUIRED: readonly (keyof typeof EMPTY)[] = ['name', 'store_name', 'owner_name'];

/** Opens a merchant with its first store and invites its owner, whose link is shown once. */
export function NewMerchantSheet({ onClose }: { onClose: () => void }) {
  const words = useWords(consoleWords);
  const common = useWords(commonWords);
  const api = useApi();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(EMPTY);
  const [category, setCategory] = useState<Category>('food');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [made, setMade] = useState<{ path: string | null } | null>(null);
  const sending = useRef(false);

  const missing = (field: keyof typeof EMPTY) => REQUIRED.includes(field) && typed[field].trim() === '';
  const loginWrong = !LOGIN.test(typed.owner_login);

  async function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (REQUIRED.some(missing) || loginWrong || sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    const { name_en, store_name_en, ...given } = typed;
    const outcome = await createMerchant(api, {
      ...given,
      category,
      ...(name_en.trim() && { name_en: name_en.trim() }),
      ...(store_name_en.trim() && { store_name_en: store_name_en.trim() }),
    });
    sending.current = false;
    setBusy(false);
    if (outcome.kind === 'done') {
      setMade({ path: outcome.value.invitation_path });
      void queries.invalidateQueries({ queryKey: ['merchants'] });
    } else {
      setProblem(outcome.problem);
    }
  }

  if (made) {
    return (
      <Sheet title={words.created(typed.name)} onClose={onClose}>
        <LinkToHand
          link={made.path && location.origin + made.path}
          what={words.invitation}
          note={made.path ? words.createdTodo : words.linkLost}
          onDone={onClose}
        />
      </Sheet>
    );
  }

  const field = (name: keyof typeof EMPTY, label: string) => (
    <Field
      label={label}
      value={typed[name]}
      onChange={(text) => setTyped((before) => ({ ...before, [name]: text }))}
      maxLength={60}
      autoComplete="off"
      error={tried && missing(name) ? words.fieldMissing : undefined}
    />
  );
  return (
    <Sheet title={words.newMerchant} onClose={onClose} locked={busy}>
      <form className={css.form} noValidate onSubmit={(event) => void send(event)}>
        {field('name', words.merchantName)}
        {field('name_en', words.merchantNameEn)}
        <div className={css.wide}>
          <Chips
            label={words.category}
            value={category}
            options={CATEGORIES.map((value) => ({ value, label: common.categories[value] }))}
            onChange={setCategory}
          />
        </div>
        {field('store_name', words.storeName)}
        {field('store_name_en', words.storeNameEn)}
        {field('owner_name', words.ownerName)}
        <Field
          label={words.ownerLogin}
          value={typed.owner_login}
          onChange={(text) => setTyped((before) => ({ ...before, owner_login: text.trim().toLowerCase() }))}
          maxLength={32}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={tried && loginWrong ? words.ownerLoginRule : undefined}
        />
        {problem && (
          <div className={css.wide}>
            <ProblemCard problem={problem} />
          </div>
        )}
        <div className={css.wide}>
          <Button type="submit" busy={busy}>
            {words.create}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
