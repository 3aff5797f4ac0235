// The type that TypeScript would read out of the file itself is 700 kB long.
declare module 'world-atlas/countries-50m.json' {
  const atlas: Parameters<typeof import('topojson-client').feature>[0];
  export = atlas;
}
