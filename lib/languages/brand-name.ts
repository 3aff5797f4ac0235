// The name and the logo of a deployment, in texts and headers of the server and of the browser. One for the whole process
// or page, like the language's catalogue: set before anything is rendered (instrumentation.ts, BrandFacts).

export type Brand = { name: string; hasLogo: boolean };

/** What our own texts call the product; some languages write a prefix to it. */
const OWN_NAME = /Vigil\b/g;
const OWN: Brand = { name: 'Vigil', hasLogo: false };

declare global {
  // Bundles have modules of their own, and share this.
  var vigilBrand: Brand | undefined;
}

export function setBrand(brand: Brand): void {
  globalThis.vigilBrand = brand;
}

export function brand(): Brand {
  return globalThis.vigilBrand ?? OWN;
}

/** A text of ours with the deployment's name in it. Not for what a person wrote. */
export function named(text: string, name = brand().name): string {
  return text.replace(OWN_NAME, () => name);
}
