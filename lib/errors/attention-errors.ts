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
  'press.outcome_not_due': {
    status: 409,
    retryable: false,
    title: 'This press is not over, or has an outcome already',
    detail: 'The board and the page of the customer show how it stands.',
  },
} as const;
