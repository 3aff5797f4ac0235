'use client';

import { ActionForm } from '#components/admin/action-form.tsx';
import { PasswordLinkCard } from '#components/admin/passwords/password-link-card.tsx';
import { roleMeanings, roleNames } from '#components/admin/role-words.ts';
import { Card } from '#components/ui/card.tsx';
import { changeOperatorRoleAction, switchOperatorAction } from '#lib/operators/actions.ts';
import type { OperatorRow } from '#lib/operators/schema.ts';
import { resetSecondFactorAction } from '#lib/operators/second-factor/actions.ts';
import { operatorRoles } from '#lib/vocabulary.ts';

type OperatorControlsProps = {
  operator: OperatorRow;
  /** Own factors are changed on the account page. */
  isOneself: boolean;
};

export function OperatorControls({ operator, isOneself }: OperatorControlsProps) {
  const { operatorId, role, switchedOffAt, hasSecondFactor } = operator;
  return (
    <>
      <Card title="Role">
        <p>{`${roleMeanings[role]} Another role counts from their next click on.`}</p>
        <div className="flex flex-wrap gap-3">
          {operatorRoles
            .filter((other) => other !== role)
            .map((other) => (
              <ActionForm
                key={other}
                action={changeOperatorRoleAction}
                about={{ operatorId, role: other }}
                label={`Make ${roleNames[other].toLowerCase()}`}
                tone="secondary"
              />
            ))}
        </div>
      </Card>
      <Card title="Access">
        {switchedOffAt ? (
          <p>Switched off: they cannot sign in, and their sessions have ended.</p>
        ) : (
          <p>
            Switching off ends their sessions at once and keeps them out. What they did stays in the audit.
          </p>
        )}
        <ActionForm
          action={switchOperatorAction}
          about={{ operatorId, to: switchedOffAt ? 'on' : 'off' }}
          label={switchedOffAt ? 'Switch on' : 'Switch off'}
          tone="secondary"
        />
      </Card>
      {isOneself || switchedOffAt ? null : <PasswordLinkCard operatorId={operatorId} />}
      {hasSecondFactor && !isOneself ? (
        <Card title="Second step">
          <p>
            For somebody who lost app or passkeys, and their recovery codes. All of it goes, and their
            sessions end. They sign in by password the next time: make sure that it is they who asked.
          </p>
          <ActionForm
            action={resetSecondFactorAction}
            about={{ operatorId }}
            label="Reset second step"
            tone="secondary"
          />
        </Card>
      ) : null}
    </>
  );
}
