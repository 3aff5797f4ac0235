import { NotFoundView } from '#components/ui/not-found-view.tsx';

export default function PublicNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <NotFoundView
        title="There is no page here"
        text="The address may be wrong."
        href="/"
        linkLabel="Go to the start"
      />
    </>
  );
}
