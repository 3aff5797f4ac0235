'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { uploadFile } from '#lib/customers/imports/queries.ts';
import { MOST_BYTES, type UploadAnswer } from '#lib/customers/imports/schema.ts';

type UploadFormProps = { types: readonly { id: number; name: string }[] };

/** Uploads a file for a dry run and opens its result. */
export function UploadForm({ types }: UploadFormProps) {
  const router = useRouter();
  const [tooLarge, setTooLarge] = useState(false);
  const upload = useMutation({
    mutationFn: ({ file, typeId }: { file: File; typeId: string }) => uploadFile(file, typeId),
    onSuccess: (answer) => {
      if ('importId' in answer) router.push(`/admin/customers/import/${answer.importId}`);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const file = data.get('file');
    if (!(file instanceof File)) return;
    setTooLarge(file.size > MOST_BYTES);
    if (file.size <= MOST_BYTES) upload.mutate({ file, typeId: String(data.get('subscriptionTypeId')) });
  };
  return (
    <form onSubmit={submit} className="grid justify-items-start gap-5 [&>*]:w-full [&>button]:w-auto">
      <UploadProblem answer={upload.data} tooLarge={tooLarge} isLost={upload.isError} />
      <TextField
        label="CSV file"
        name="file"
        type="file"
        accept=".csv,text/csv"
        required
        hint="UTF-8, at most 10 MB and 50,000 rows. The first row names the columns name, surname and mobile."
      />
      <SelectField
        label="Subscription"
        name="subscriptionTypeId"
        required
        hint="For everybody in the file, valid for a year from the import."
        options={types.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Button type="submit" isBusy={upload.isPending}>
        Check the file
      </Button>
    </form>
  );
}

type UploadProblemProps = { answer: UploadAnswer | undefined; tooLarge: boolean; isLost: boolean };

function UploadProblem({ answer, tooLarge, isLost }: UploadProblemProps) {
  if (tooLarge) {
    return (
      <Alert title="This file is larger than 10 MB">
        <p>Nothing was sent. Divide it into several files.</p>
      </Alert>
    );
  }
  if (isLost) {
    return (
      <Alert title="Vigil did not answer">
        <p>Nobody was registered: a file is only checked at first. Try again.</p>
      </Alert>
    );
  }
  if (!answer || 'importId' in answer) return null;
  return (
    <Alert title={answer.title}>
      <p>{Object.values(answer.fields ?? {}).join('. ')}</p>
      <p>{answer.detail}</p>
    </Alert>
  );
}
