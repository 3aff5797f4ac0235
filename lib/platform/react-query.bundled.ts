// What the browser gets in place of `@tanstack/react-query` (next.config.ts), for the same reason as zod-mini.bundled.ts.
export {
  QueryClient,
  QueryClientProvider,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
