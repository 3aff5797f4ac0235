import { CALL_SHEET_STYLE } from '#components/panic/call-sheet-style.ts';
import { refusedWords } from '#components/panic/refused-words.ts';
import { errorCodes } from '#lib/errors/errors.ts';
import { brand } from '#lib/languages/brand-name.ts';
import { directionOf } from '#lib/languages/languages.ts';
import type { Translate } from '#lib/languages/translate.ts';

type CallSheet = {
  numbers: readonly string[];
  /** AURA's control room, where its number is known. */
  controlRoom?: string | undefined;
  /** Why a press by a plain form was refused, when that led here. */
  refusalCode?: string | null;
  isSandbox: boolean;
  /** Which build made it: the service worker stores it with the rest of that build. */
  build: string;
  t: Translate;
};

/**
 * The call sheet as one self-contained document (no script, style sheet, font or picture), because it is shown when
 * everything else has failed.
 */
export function callSheet(sheet: CallSheet): string {
  const { numbers, controlRoom, refusalCode, isSandbox, build, t } = sheet;
  const known = errorCodes.find((code) => code === refusalCode);
  const refusal = known && refusedWords(known, t);
  const all = [
    ...numbers.map((number) => ({ number, words: t('call.number', { number }) })),
    ...(controlRoom ? [{ number: controlRoom, words: t('call.room') }] : []),
  ];
  return `<!doctype html>
<html lang="${t.language}" dir="${directionOf(t.language)}" data-dpl-id="${escaped(build)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="same-origin">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="data:,">
<title>${t('sheet.title')} · ${escaped(brand().name)}</title>
<style>${CALL_SHEET_STYLE}</style>
</head>
<body>
${isSandbox ? `<aside aria-label="${t('sandbox.name')}">${t('sandbox.words')}</aside>` : ''}
<header><a href="/">${escaped(brand().name)}</a></header>
<main>
<h1>${t('sheet.title')}</h1>
<p class="lead">${t('sheet.lead')}</p>
${refusal ? `<div role="alert"><strong>${escaped(refusal.title)}</strong><p>${escaped(refusal.detail)}</p></div>` : ''}
${all.length > 0 ? `<ul>${all.map(numberToCall).join('')}</ul>` : `<p>${t('call.none')}</p>`}
<p><a href="/panic">${t('sheet.back')}</a></p>
</main>
</body>
</html>
`;
}

function numberToCall({ number, words }: { number: string; words: string }): string {
  return `<li><a href="tel:${escaped(number.replaceAll(' ', ''))}">${escaped(words)}</a></li>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
