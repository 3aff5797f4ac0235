import { Share2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useHasScripts } from '#components/ui/use-has-scripts.ts';
import { useWords } from '#components/ui/words.tsx';

/** A URL to read, copy and, where supported, share. */
export function LinkField({ url, hint }: { url: string; hint: ReactNode }) {
  const t = useWords();
  const canShare = useHasScripts() && typeof navigator.share === 'function';
  return (
    <div className="grid gap-3">
      <TextField
        label={t('link.name')}
        name="link"
        readOnly
        required
        value={url}
        hint={hint}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="flex flex-wrap gap-3">
        <CopyButton text={url} label={t('link.copy')} tone="secondary" />
        {canShare ? (
          // Dismissing the share sheet rejects; not an error.
          <Button tone="secondary" onClick={() => void navigator.share({ url }).catch(() => undefined)}>
            <Share2 aria-hidden="true" />
            <span>{t('link.share')}</span>
          </Button>
        ) : null}
      </div>
    </div>
  );
}
