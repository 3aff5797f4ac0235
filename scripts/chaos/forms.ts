/** What a page's form would send of itself. */
export function hiddenFields(html: string): FormData {
  const form = new FormData();
  for (const [field] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = attribute(field, 'name');
    if (name) form.set(name, attribute(field, 'value'));
  }
  return form;
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}

/** The cookies that an answer sets, as a request sends them. */
export function cookiesOf(answer: Response): string[] {
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
}
