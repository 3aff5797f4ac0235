export type SignupEnd = { reference: string | undefined; status?: string; errorCode?: string };

type Details = { name: string; surname: string; mobile: string; subscriptionTypeId: string };

/** Ends a hosted signup on the sandbox's page; returns the redirect's parameters. */
export async function endTestSignup(url: string, ending: string, details: Details): Promise<SignupEnd> {
  const { origin, searchParams } = new URL(url);
  const answer = await fetch(`${origin}/hosted/signup`, {
    method: 'POST',
    body: new URLSearchParams({ session: searchParams.get('session') ?? '', ending, ...details }),
  });
  const page = (await answer.text()).replaceAll('&amp;', '&');
  const address = page.match(/<a href="(https?:[^"]+)">Go back/)?.[1];
  if (!address) throw new Error('the hosted page leads nowhere back');
  const back = new URL(address);
  const status = back.searchParams.get('status');
  const errorCode = back.searchParams.get('error_code');
  return {
    reference: back.pathname.split('/').at(-1),
    ...(status ? { status } : {}),
    ...(errorCode ? { errorCode } : {}),
  };
}
