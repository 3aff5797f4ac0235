import { join } from 'node:path';
import { build } from 'esbuild';
import { ONE_MINIFIED_FILE, TARGET } from './inline-script.mjs';

// Bundles a module with all that it imports into one, without what is not exported. Plain JavaScript, as the bundler loads it
// in another process.

/**
 * @param {string} entry
 * @returns {Promise<{ text: string, inputs: string[] }>} the module, and the files that it was made of
 */
export async function bundledModule(entry) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    ...ONE_MINIFIED_FILE,
    format: 'esm',
    // There is one React in a page.
    external: ['react', 'react/jsx-runtime'],
    target: TARGET,
  });
  return { text: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs) };
}

/**
 * The bundler's loader of `name.bundled.ts`.
 * @this {{ async(): (problem: unknown, code?: string) => void, resourcePath: string, addDependency(path: string): void }}
 */
// biome-ignore lint/style/noDefaultExport: a loader is a default export
export default function bundledModuleLoader() {
  const done = this.async();
  bundledModule(this.resourcePath).then(({ text, inputs }) => {
    for (const input of inputs) this.addDependency(join(process.cwd(), input));
    done(null, text);
  }, done);
}
