// The inferred JSON type would be 700 kB.
declare module 'world-atlas/countries-50m.json' {
  const atlas: Parameters<typeof import('topojson-client').feature>[0];
  export = atlas;
}
