import { expect, test } from '@playwright/test';
import { CLIENT, startIdentityProvider } from '../lib/testing/identity-provider.ts';
import { patience } from '../lib/testing/patience.ts';
import { expectAccessible } from './support/looks.ts';
import { type OwnSite, openSite } from './support/own-site.ts';

let site: OwnSite;
let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
test.beforeAll(async ({ playwright }) => {
  test.setTimeout(patience(300_000));
  provider = await startIdentityProvider();
  site = await openSite(playwright, undefined, {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_ROLE_CLAIM: 'groups',
    OIDC_ROLES: 'admin: vigil-admins',
    OIDC_NAME: 'Keycloak',
    OPERATOR_LOCAL_SIGN_IN: 'off',
  });
});
test.afterAll(async () => {
  await site.close();
  provider.close();
});

test('an operator signs in with the provider, confirms there, and is told when it is down', async ({
  page,
}) => {
  const account = { sub: 'thandi', name: 'Thandi', email: 'thandi@vigil.test', email_verified: true };
  provider.isNow({ ...account, groups: ['vigil-admins'] });
  await page.goto(`${site.url}/admin/sign-in`);
  await expect(page.getByLabel('Password')).toHaveCount(0);
  await expectAccessible(page, 'the sign-in with a provider');
  await page.getByRole('link', { name: 'Sign in with Keycloak' }).click();
  await page.waitForURL('**/admin/callouts');
  await page.goto(`${site.url}/admin/step-up?to=/admin/account`);
  await page.getByRole('link', { name: 'Confirm with Keycloak' }).click();
  await page.waitForURL('**/admin/account');
  await expect(page.getByText('You sign in with Keycloak.')).toBeVisible();
  await page.context().clearCookies();
  provider.behaves({ fault: 503 });
  await page.goto(`${site.url}/admin/sign-in`);
  await page.getByRole('link', { name: 'Sign in with Keycloak' }).click();
  await expect(page.getByRole('alert').first()).toContainText('sign-in does not answer');
});
