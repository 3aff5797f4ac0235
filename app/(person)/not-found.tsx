import { NotFoundView } from '#components/ui/not-found-view.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

export default function PersonNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <NotFoundView
        title="There is nothing here"
        text="The address may be wrong, or the page is not yours."
        href="/panic"
        linkLabel="Back to your button"
      />
      <p className="text-center">
        If it is yours, <TextLink href="/sign-in">sign in</TextLink> and open it again.
      </p>
    </>
  );
}
