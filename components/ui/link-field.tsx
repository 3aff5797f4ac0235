import { Copy, Share2 } from 'lucide-react';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';

const NEVER_CHANGES = () => () => undefined;

/** A URL to read, copy and, where supported, share. */
export function LinkField({ url, hint }: { url: string; hint: ReactNode }) {
  const [isCopied, setCopied] = useState(false);
  const canShare = useSyncExternalStore(
    NEVER_CHANGES,
    () => typeof navigator.share === 'function',
    () => false,
  );
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="grid gap-3">
      <TextField
        label="Link"
        name="link"
        readOnly
        required
        value={url}
        hint={hint}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="flex flex-wrap gap-3">
        <Button tone="secondary" onClick={copy}>
          <Copy aria-hidden="true" />
          <span>{isCopied ? 'Copied' : 'Copy link'}</span>
        </Button>
        {canShare ? (
          // Dismissing the share sheet rejects; not an error.
          <Button tone="secondary" onClick={() => void navigator.share({ url }).catch(() => undefined)}>
            <Share2 aria-hidden="true" />
            Share link
          </Button>
        ) : null}
      </div>
    </div>
  );
}
