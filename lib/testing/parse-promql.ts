import { parser } from '@prometheus-io/lezer-promql';

/** A metric that an expression reads, with the labels that it picks by. */
type Selector = { readonly metric: string; readonly labels: readonly string[] };

type Query = {
  readonly selectors: readonly Selector[];
  /** Labels of `by`, `without`, `on` and `ignoring`. */
  readonly grouped: readonly string[];
};

/** What an expression of Prometheus asks for, by Prometheus’ own grammar. Throws where that does not know it. */
export function parsePromql(expression: string): Query {
  const selectors: { metric: string; labels: string[] }[] = [];
  const grouped: string[] = [];
  const isGrouping: boolean[] = [];
  parser.parse(expression).iterate({
    enter: ({ name, type, from, to }) => {
      const text = expression.slice(from, to);
      if (type.isError) throw new Error(`no PromQL at character ${from}: ${expression}`);
      if (name === 'VectorSelector') selectors.push({ metric: '', labels: [] });
      if (name === 'GroupingLabels') isGrouping.push(true);
      const current = selectors.at(-1);
      if (name === 'Identifier' && current) current.metric = text;
      if (name === 'LabelName') {
        if (isGrouping.length > 0) grouped.push(text);
        else current?.labels.push(text);
      }
    },
    leave: ({ name }) => {
      if (name === 'GroupingLabels') isGrouping.pop();
    },
  });
  return { selectors, grouped };
}
