import { NotFoundView } from '#components/ui/not-found-view.tsx';

export default function PersonNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <NotFoundView
        title="There is nothing here"
        text="It may be mistyped, or it belongs to somebody else."
        href="/panic"
        linkLabel="Back to your button"
      />
    </>
  );
}
