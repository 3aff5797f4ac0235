import { AppShell } from '#components/ui/app-shell.tsx';
import { NotFoundView } from '#components/ui/not-found-view.tsx';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <AppShell>
      <h1 className="sr-only">Not found</h1>
      <NotFoundView
        title="There is no page here"
        text="The address may be wrong, or you cannot see this page."
        href="/"
        linkLabel="Go to the start"
      />
    </AppShell>
  );
}
