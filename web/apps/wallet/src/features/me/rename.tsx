import { answer, useApi, usePerson, useSession } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Button, Field, Sheet, Stack } from '@qiao/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFaultLine } from '../../parts/fault-card';

export function Rename({ onClose }: { onClose: () => void }) {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const { http } = useApi();
  const { updatePerson } = useSession();
  const faultLine = useFaultLine();
  const [name, setName] = useState(usePerson().name);
  const save = useMutation({
    mutationFn: () => answer(http.PATCH('/v1/me', { body: { name: name.trim() } })),
    onSuccess: (person) => {
      updatePerson(person);
      onClose();
    },
  });

  return (
    <Sheet title={words.rename} onClose={onClose} locked={save.isPending}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <Field
            label={words.name}
            autoComplete="name"
            maxLength={40}
            value={name}
            onChange={setName}
            error={save.error && faultLine(save.error)}
            autoFocus
          />
          <Button type="submit" busy={save.isPending} disabled={name.trim() === ''}>
            {common.save}
          </Button>
        </Stack>
      </form>
    </Sheet>
  );
}
