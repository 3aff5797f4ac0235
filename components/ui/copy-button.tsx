import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useHasScripts } from '#components/ui/use-has-scripts.ts';
import { useWords } from '#components/ui/words.tsx';

type CopyButtonProps = { text: string; label: string; tone: 'secondary' | 'quiet' };

/** Copies a text and says so; not there without scripts, where it could do nothing. */
export function CopyButton({ text, label, tone }: CopyButtonProps) {
  const t = useWords();
  const [copied, setCopied] = useState<string>();
  const hasScripts = useHasScripts();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => setCopied(undefined),
    );
  return hasScripts ? (
    <Button tone={tone} onClick={copy}>
      <Copy aria-hidden="true" />
      <span>{copied === text ? t('copy.done') : label}</span>
    </Button>
  ) : null;
}
