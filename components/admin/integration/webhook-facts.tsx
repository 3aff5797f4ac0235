import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { codeWords } from '#components/admin/code-words.ts';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { registerWebhooksAction } from '#lib/integration/actions.ts';
import type { Integration } from '#lib/integration/schema.ts';

type WebhookFactsProps = { facts: Integration; mayRegister: boolean };

/** The known webhook registration, and a button to register this deployment. */
export function WebhookFacts({ facts: { webhooks, asOf }, mayRegister }: WebhookFactsProps) {
  const { registration, lastDelivery, url } = webhooks;
  return (
    <Card title="Webhooks">
      <p className="text-ink-soft">
        This is what was last registered from here. Vigil does not ask AURA where it delivers: another address
        may have been registered since.
      </p>
      <DefinitionList
        items={[
          {
            term: 'Registered',
            detail: registration ? (
              <span className="[overflow-wrap:anywhere]">
                <span>{`${registration.url}, ${registration.events.length} events,`}</span>{' '}
                <Age at={registration.registeredAt} now={asOf} />{' '}
                <span>{`by ${registration.by ?? 'the command line'}`}</span>
              </span>
            ) : (
              'Never from here'
            ),
          },
          {
            term: 'Last delivery',
            detail: lastDelivery ? (
              <>
                <span className="[overflow-wrap:anywhere]">
                  {lastDelivery.message ? codeWords(lastDelivery.message) : 'One without a name'}
                </span>
                , <Age at={lastDelivery.at} now={asOf} />.{' '}
                <TextLink href="/admin/webhooks">All deliveries</TextLink>
              </>
            ) : (
              'None in the last thirty days'
            ),
          },
          { term: 'Our address', detail: <span className="[overflow-wrap:anywhere]">{url}</span> },
        ]}
      />
      {mayRegister ? <Register webhooks={webhooks} /> : null}
    </Card>
  );
}

const OBSTACLES = {
  not_https: 'AURA delivers to https addresses only: set APP_URL to the public https address.',
  no_token:
    'No token for deliveries is set where Vigil runs, so every delivery would be refused: set it first.',
} as const;

function Register({ webhooks: { obstacle, url } }: { webhooks: Integration['webhooks'] }) {
  const client = useQueryClient();
  const register = useMutation({
    mutationFn: registerWebhooksAction,
    onSettled: () => client.invalidateQueries({ queryKey: ['integration'] }),
  });
  if (obstacle) return <p>{OBSTACLES[obstacle]}</p>;
  return (
    <div className="grid min-w-0 justify-items-start gap-4">
      {register.isError ? <Alert title="Vigil did not answer. Look above before you try again." /> : null}
      <RefusalAlert problem={register.data?.ok === false ? register.data : null} />
      {register.data?.ok === false && register.data.fields?.events ? (
        <p>{`The name that AURA does not take: ${register.data.fields.events}`}</p>
      ) : null}
      {register.data?.ok ? (
        <StatusLine
          tone="good"
          icon={<CircleCheck />}
        >{`AURA delivers ${register.data.value.events} events here from now on.`}</StatusLine>
      ) : null}
      <p className="text-ink-soft">
        AURA keeps one address for all of your credentials: registering ours replaces the one it has.
      </p>
      <Button tone="secondary" onClick={() => register.mutate()} isBusy={register.isPending}>
        <span className="[overflow-wrap:anywhere]">{`Register ${new URL(url).host}`}</span>
      </Button>
    </div>
  );
}
