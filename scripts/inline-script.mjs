import { join } from 'node:path';
import { build } from 'esbuild';

// Bundles a module into one minified script for inlining. Plain JavaScript, as the bundler loads it in
// another process.

/** `browserslist` in package.json. */
export const TARGET = ['safari15.4', 'chrome90', 'firefox91'];

/** How both kinds of bundles are made (bundled-module.mjs has the other). */
export const ONE_MINIFIED_FILE = /** @type {const} */ ({
  bundle: true,
  write: false,
  minify: true,
  metafile: true,
  legalComments: 'none',
  charset: 'utf8',
});

/**
 * @param {string} entry
 * @returns {Promise<{ text: string, inputs: string[] }>} the script, and the files that it was made of
 */
export async function inlineScript(entry) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    ...ONE_MINIFIED_FILE,
    format: 'iife',
    target: TARGET,
  });
  const text = outputFiles[0]?.text.trim() ?? '';
  // Inside HTML this would end the script.
  if (/<\/script|<!--/i.test(text)) throw new Error(`${entry} cannot stand inside a page`);
  return { text, inputs: Object.keys(metafile.inputs) };
}

/**
 * The bundler's loader: `name.inline.ts` becomes a module that exports `source`, the script of `name.ts`.
 * @this {{ async(): (problem: unknown, code?: string) => void, resourcePath: string, addDependency(path: string): void }}
 */
// biome-ignore lint/style/noDefaultExport: a loader is a default export
export default function inlineScriptLoader() {
  const done = this.async();
  const entry = this.resourcePath.replace(/\.inline\.ts$/, '.ts');
  inlineScript(entry).then(({ text, inputs }) => {
    for (const input of inputs) this.addDependency(join(process.cwd(), input));
    done(null, `export const source = ${JSON.stringify(text)};`);
  }, done);
}
