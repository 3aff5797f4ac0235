import { NotFoundView } from '#components/ui/not-found-view.tsx';

export default function AdminNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <NotFoundView
        title="There is nothing here"
        text="No record has this address, or your role may not see it."
        href="/admin/callouts"
        linkLabel="All callouts"
      />
    </>
  );
}
