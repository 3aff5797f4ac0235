import { Button } from '#components/ui/button.tsx';
import { useWords } from '#components/ui/words.tsx';

/** The two answers of the grace; drive-hold.ts finds them by `data-press`. */
export function GraceButtons({ isHidden = false }: { isHidden?: boolean }) {
  const t = useWords();
  return (
    <div
      data-press="grace"
      hidden={isHidden}
      className="grid w-full max-w-md grid-cols-[repeat(auto-fit,minmax(min(8rem,100%),1fr))] gap-4"
    >
      <Button size="large" data-press="send">
        {t('panic.send')}
      </Button>
      <Button size="large" tone="secondary" data-press="cancel">
        {t('panic.cancel')}
      </Button>
    </div>
  );
}
