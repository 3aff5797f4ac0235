import { Button } from '#components/ui/button.tsx';

type QuickTextsProps = { texts: readonly string[]; onChoose: (text: string) => void };

/** Texts that are often written: one click puts one into the field, where it can be changed. */
export function QuickTexts({ texts, onChoose }: QuickTextsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; these are buttons
    <div role="group" aria-label="Quick texts" data-screen-only className="flex flex-wrap gap-2">
      {texts.map((text) => (
        <Button key={text} tone="secondary" className="px-3! text-sm!" onClick={() => onChoose(text)}>
          {text}
        </Button>
      ))}
    </div>
  );
}
