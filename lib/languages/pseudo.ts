// Accented English, two fifths longer, for tests: text that is not in a catalogue stays plain, and a layout that has no
// room for a longer language breaks.

const ACCENTED: Readonly<Record<string, string>> = {
  ...{
    a: 'á',
    b: 'ƀ',
    c: 'ç',
    d: 'ð',
    e: 'é',
    f: 'ƒ',
    g: 'ĝ',
    h: 'ĥ',
    i: 'í',
    j: 'ĵ',
    k: 'ķ',
    l: 'ļ',
    m: 'ɱ',
  },
  ...{
    n: 'ñ',
    o: 'ó',
    p: 'þ',
    q: 'ɋ',
    r: 'ŕ',
    s: 'š',
    t: 'ţ',
    u: 'ú',
    v: 'ṽ',
    w: 'ŵ',
    x: 'ẋ',
    y: 'ý',
    z: 'ž',
  },
  ...{
    A: 'Á',
    B: 'Ɓ',
    C: 'Ç',
    D: 'Ð',
    E: 'É',
    F: 'Ƒ',
    G: 'Ĝ',
    H: 'Ĥ',
    I: 'Í',
    J: 'Ĵ',
    K: 'Ķ',
    L: 'Ļ',
    M: 'Ṁ',
  },
  ...{
    N: 'Ñ',
    O: 'Ó',
    P: 'Þ',
    Q: 'Ɋ',
    R: 'Ŕ',
    S: 'Š',
    T: 'Ţ',
    U: 'Ú',
    V: 'Ṽ',
    W: 'Ŵ',
    X: 'Ẋ',
    Y: 'Ý',
    Z: 'Ž',
  },
};

/** A placeholder, the head of a plural and its cases: what is not text. */
const NOT_TEXT = /(\{\w+\}|\{\w+, plural,|(?:=\d+|zero|one|two|few|many|other) \{|\})/;

export function pseudoText(text: string): string {
  const accented = text
    .split(NOT_TEXT)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/[a-zA-Z]/g, (letter) => ACCENTED[letter] ?? ''),
    )
    .join('');
  const letters = text.replaceAll(/\{[^}]*\}/g, '').length;
  const more = Math.ceil(letters * 0.4);
  // In words, so that a line can break.
  return `${accented}${' ~~~~~'.repeat(Math.ceil(more / 6))}`.slice(0, accented.length + more);
}
