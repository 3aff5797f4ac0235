// Errors about alerts; see errors.ts.

export const attentionErrors = {
  'attention.gone': {
    status: 409,
    retryable: false,
    title: 'Someone else has this, or it needs no attention any more',
    detail: 'Nothing was changed. The board shows who acknowledged it.',
  },
  'attention.no_operator': {
    status: 409,
    retryable: false,
    title: 'This operator cannot take alarms any more',
    detail: 'Nothing was changed. Choose another operator.',
  },
  'handover.gone': {
    status: 409,
    retryable: false,
    title: 'Another operator has signed this handover, or there is a newer one',
    detail: 'Nothing was changed. The page shows how it stands.',
  },
  'handover.own': {
    status: 409,
    retryable: false,
    title: 'Your own handover is for the next operator to sign',
    detail: 'Nothing was changed. Ask the next shift to sign it.',
  },
  'press.outcome_not_due': {
    status: 409,
    retryable: false,
    title: 'This press is not over, or has an outcome already',
    detail: 'The board and the page of the customer show how it stands.',
  },
} as const;
