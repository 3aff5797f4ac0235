// Errors of operators' actions on customers; see errors.ts.

export const customerErrors = {
  'customer.not_found': {
    status: 404,
    retryable: false,
    title: 'No such customer',
    detail: 'Vigil has nobody with this customer number.',
  },
  'customer.not_at_aura': {
    status: 404,
    retryable: false,
    title: 'AURA does not know this customer',
    detail: 'They were deleted there, or belong to other credentials. Nobody would be sent for them.',
  },
  'customer.deleted': {
    status: 409,
    retryable: false,
    title: 'This customer is deleted',
    detail: 'Nothing was changed. The person may register again with the same mobile.',
  },
  'customer.callout_open': {
    status: 409,
    retryable: false,
    title: 'A callout of theirs is open',
    detail: 'Nobody was deleted. Help may be on its way: wait until AURA has closed the callout.',
  },
  'customer.changed': {
    status: 409,
    retryable: false,
    title: 'Somebody changed this meanwhile',
    detail:
      'Nothing was changed by you. Ask AURA again, look at what it has now, and make your change to that.',
  },
  'customer.registered_already': {
    status: 409,
    retryable: false,
    title: 'Somebody is registered with this mobile',
    detail: 'Nobody was made. Search for the mobile to find them; with it they can sign in.',
  },
  'customer.being_registered': {
    status: 409,
    retryable: true,
    title: 'This mobile is being registered right now',
    detail: 'By themselves or by another operator. Search for the mobile in a few seconds.',
  },
  'customer.mobile_at_aura': {
    status: 409,
    retryable: false,
    title: 'AURA already knows this mobile',
    detail:
      'It has an AURA account that was not made here, so nobody was made. Use another number, or ask AURA support to release this one.',
  },
  'customer.registration_unsure': {
    status: 409,
    retryable: false,
    title: 'We do not know what AURA did',
    detail:
      'The line broke while AURA was making this customer, and AURA now says that the mobile is taken: most likely by that. They cannot press through Vigil yet. Ask AURA support to release the number, then register them again.',
  },
  'customer.refused_at_aura': {
    status: 422,
    retryable: false,
    title: 'AURA did not accept these details',
    detail: 'Nobody was made. Check the name, the mobile and the subscription.',
  },
  'customer.name_letters': {
    status: 422,
    retryable: false,
    title: 'AURA did not accept these details',
    detail:
      'Nobody was made. It may be the letters of the name. Write how to say it in letters from A to Z, and try again.',
  },
  'customer.not_registered': {
    status: 503,
    retryable: true,
    title: 'AURA is not answering',
    detail: 'They are not registered and not protected yet. Send the form again in a moment.',
  },
  'facts.not_read': {
    status: 503,
    retryable: true,
    title: 'We cannot show this now',
    detail: 'AURA is not answering. Try again in a few minutes.',
  },
  'facts.not_saved': {
    status: 503,
    retryable: true,
    title: 'Not saved',
    detail: 'AURA did not take it. Nothing was changed. Try again in a few minutes.',
  },
  'facts.save_unsure': {
    status: 503,
    retryable: true,
    title: 'We do not know if this was saved',
    detail: 'AURA did not answer in time. Open this page again to see what AURA has.',
  },
  'subscription.not_active': {
    status: 409,
    retryable: false,
    title: 'AURA has no active subscription of theirs',
    detail: 'Nothing was changed. AURA revives none that has ended; start a new one instead.',
  },
  'subscription.still_active': {
    status: 409,
    retryable: false,
    title: 'They have a subscription already',
    detail: 'Nothing was changed. Renew it instead of starting another.',
  },
  'aura.not_asked': {
    status: 503,
    retryable: true,
    title: 'AURA is not answering',
    detail: 'We could not ask AURA. Nothing was changed; try again in a moment.',
  },
  'aura.not_changed': {
    status: 503,
    retryable: true,
    title: 'AURA took no change just now',
    detail: 'Nothing was changed. Try again in a minute.',
  },
  'aura.refused_change': {
    status: 422,
    retryable: false,
    title: 'AURA refused this change',
    detail: 'Nothing was changed. Ask AURA again to see what it has now.',
  },
  'aura.change_unsure': {
    status: 503,
    retryable: false,
    title: 'We do not know whether AURA made the change',
    detail: 'The line broke before AURA answered. Ask AURA again to see what it has before you repeat it.',
  },
  'signup.not_created': {
    status: 503,
    retryable: true,
    title: 'No link was made',
    detail: 'AURA did not answer. Nobody was made and nothing was kept; try again in a moment.',
  },
  'signup.bad_page': {
    status: 502,
    retryable: false,
    title: 'AURA’s link cannot be used',
    detail:
      'It does not lead to a page on one of the hosts in TRACKING_HOSTS, so it is not shown. Nothing was kept. Whoever runs Vigil can allow the host.',
  },
  'signup.refused': {
    status: 422,
    retryable: false,
    title: 'AURA made no link for this',
    detail: 'Nothing was kept. Check the e-mail address, or leave it empty.',
  },
  'signup.not_found': {
    status: 404,
    retryable: false,
    title: 'We do not know this signup',
    detail: 'Check that the address is whole, or ask whoever sent you the link for a new one.',
  },
  'signup.not_at_aura': {
    status: 404,
    retryable: false,
    title: 'AURA does not know this signup any more',
    detail: 'Nobody was registered by it. Ask whoever sent you the link for a new one.',
  },
  'signup.too_many': {
    status: 429,
    retryable: true,
    title: 'AURA was asked often enough',
    detail: 'Wait ten minutes, then check again. Nothing is lost: what you did on AURA’s page counts.',
  },
  'import.not_found': {
    status: 404,
    retryable: false,
    title: 'No such import',
    detail: 'Files are kept for thirty days.',
  },
  'import.not_ready': {
    status: 409,
    retryable: false,
    title: 'This import has moved on',
    detail: 'Nothing was changed. Reload the page to see where it is.',
  },
  'import.not_text': {
    status: 422,
    retryable: false,
    title: 'This file is not UTF-8 text',
    detail: 'Nothing was kept. In your spreadsheet choose “CSV UTF-8” when you save it.',
  },
  'import.bad_file': {
    status: 422,
    retryable: false,
    title: 'This file cannot be read',
    detail: 'Nothing was kept. The first row must name the columns name, surname and mobile.',
  },
} as const;
