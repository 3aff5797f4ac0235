import cascadeLayers from '@csstools/postcss-cascade-layers';
import postcss from 'postcss';

// Styles for the oldest promised browsers (`browserslist`). Chrome 90 and Firefox 91 have no cascade layers and would drop
// every rule in one; Chrome before 108 and Firefox before 101 have no dynamic heights. The rest is checked, not rewritten:
// scripts/checks/style-baseline.ts.

/** Tailwind's layers, in their order. What is in none of them counts more than all. */
const LAYERS = '@layer properties, theme, base, components, utilities;';

/**
 * Instead of layers the specificity of their selectors is raised, file by file. A file without layers has to be raised as
 * high as the unlayered rules of the others, or it would lose against what it overrides.
 */
const oneOrder = {
  postcssPlugin: 'one-order-of-layers',
  Once(root) {
    let hasLayers = false;
    root.walkAtRules('layer', () => {
      hasLayers = true;
    });
    if (!hasLayers) root.prepend(LAYERS);
  },
};

const heightsBeforeDynamicOnes = {
  postcssPlugin: 'heights-before-dynamic-ones',
  OnceExit(root) {
    root.walkDecls((declaration) => {
      if (!/\d(dvh|svh|lvh)\b/.test(declaration.value) || declaration.prop.startsWith('--')) return;
      declaration.cloneBefore({ value: declaration.value.replace(/(\d)(dvh|svh|lvh)\b/g, '$1vh') });
    });
  },
};

// biome-ignore lint/style/noDefaultExport: PostCSS reads the default export
export default function olderStyles() {
  return postcss([oneOrder, cascadeLayers(), heightsBeforeDynamicOnes]);
}
olderStyles.postcss = true;
