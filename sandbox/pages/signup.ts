// Stand-in for AURA's hosted signup: complete it, fail the payment, or cancel.
import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { endSignup, findSignup, returnAddress } from '../signup.ts';
import { type SignupSession, signupEndings, subscriptionTypes } from '../world.ts';
import { type Markup, page } from './layout.ts';

const text = z.string().trim().min(1).max(80);
const details = z.object({
  name: text,
  surname: text,
  mobile: z
    .string()
    .transform((mobile) => mobile.replace(/[^\d+]/g, ''))
    .pipe(z.string().regex(/^\+\d{8,15}$/)),
  subscriptionTypeId: z.coerce.number(),
});
const ended = z.object({ session: z.string(), ending: z.enum(signupEndings) });

export function serveSignup(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.get('/hosted/signup', (c) => {
    const session = findSignup(sandbox, c.req.query('session') ?? '');
    return c.html(signupPage(sandbox, session, null), session ? 200 : 404);
  });

  app.post('/hosted/signup', async (c) => {
    const form = await c.req.parseBody();
    const { session: linkToken, ending } = ended.parse(form);
    const session = findSignup(sandbox, linkToken);
    if (!session) return c.html(signupPage(sandbox, null, null), 404);
    const typed = details.safeParse(form);
    if (ending !== 'cancelled' && !typed.success) {
      return c.html(
        signupPage(sandbox, session, 'Type a name, a surname and a mobile like +27821234567.'),
        400,
      );
    }
    try {
      endSignup(sandbox, session, ending, typed.data ?? null);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return c.html(signupPage(sandbox, session, error.message), 400);
    }
    sandbox.save();
    return c.redirect(`/hosted/signup?session=${linkToken}`, 303);
  });
  return app;
}

function signupPage(sandbox: Sandbox, session: SignupSession | null, problem: string | null): Markup {
  const body = session
    ? html`${session.ending === null ? '' : endedCard(sandbox, session)}
      ${problem === null ? '' : html`<p role="alert" class="card">${problem}</p>`}
      ${session.ending === 'completed' ? '' : formCard(session)}`
    : html`<p role="alert" class="card">There is no signup by this link.</p>`;
  return page('Hosted signup', html`<h1>Hosted signup</h1>${body}`, {});
}

// AURA redirects by itself. Here it takes a click, so that a missing return can be tested.
function endedCard(sandbox: Sandbox, session: SignupSession): Markup {
  return html`<section class="card" aria-labelledby="ended">
    <h2 id="ended">${endingWords[session.ending ?? 'cancelled']}</h2>
    <p><a href="${returnAddress(sandbox, session)}">Go back to where you came from</a></p>
  </section>`;
}

const endingWords = {
  completed: 'You are signed up',
  failed: 'The payment failed',
  cancelled: 'You cancelled the signup',
} as const;

function formCard({ linkToken, email }: SignupSession): Markup {
  const choices = subscriptionTypes.map(({ id, value }) => html`<option value="${id}">${value}</option>`);
  return html`<section class="card" aria-labelledby="details">
    <h2 id="details">Your details</h2>
    <p class="quiet">${email ? `This link was made for ${email}.` : 'This link was made for one person.'}</p>
    <form method="post" action="/hosted/signup">
      <input type="hidden" name="session" value="${linkToken}" />
      <p><label>Name <input name="name" autocomplete="off" /></label></p>
      <p><label>Surname <input name="surname" autocomplete="off" /></label></p>
      <p><label>Mobile <input name="mobile" placeholder="+27821234567" autocomplete="off" /></label></p>
      <p><label>Subscription <select name="subscriptionTypeId">${choices}</select></label></p>
      <p class="row">
        <button type="submit" name="ending" value="completed">Pay and sign up</button>
        <button type="submit" name="ending" value="failed">Let the payment fail</button>
        <button type="submit" name="ending" value="cancelled">Cancel</button>
      </p>
    </form>
  </section>`;
}
