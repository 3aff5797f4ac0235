import {
  alert,
  auraCallMinute,
  auraDrift,
  coverage,
  escalationNotice,
  escalationText,
  handover,
  responseType,
  webhookRegistration,
} from './console-tables.ts';
import { scheduledJob } from './job-tables.ts';
import { internal, kept, outboxColumns, personal, sensitive, technical } from './kept-model.ts';
import { erasure, removal } from './privacy-tables.ts';
import { following } from './webhook-tables.ts';

/** What operators and machines leave behind: of no person. */
export const keptOfDeployment = [
  kept(
    alert,
    { whose: 'operators', retention: 'deployment' },
    {
      kind: internal('what needed attention'),
      subject: internal('a press’s or callout’s number'),
      since: internal('since when'),
      acknowledgedAt: internal('when an operator dealt with it'),
      acknowledgedBy: internal('which operator'),
      assignedTo: internal('whose it was'),
      assignedBy: internal('who decided that'),
      assignedAt: internal('when'),
      releasedAt: internal('when it was given back'),
      escalatedAt: internal('when it was escalated'),
      escalationAttempts: technical('how often that was tried'),
      escalationFailures: technical('how often it failed'),
      escalationSentAt: internal('when they were reached'),
    },
  ),
  kept(
    escalationNotice,
    { whose: 'operators', retention: 'deployment' },
    {
      kind: internal('what needed attention'),
      subject: internal('a press’s or callout’s number'),
      since: internal('since when'),
      recipient: internal('who was notified; a keyed hash'),
      shown: personal('the same for operators, shortened'),
      sentAt: internal('when'),
      times: internal('how often'),
      textId: technical('the gateway’s name for the text'),
    },
  ),
  kept(
    escalationText,
    { whose: 'operators', retention: 'shift' },
    {
      id: technical('names the text'),
      gatewayId: technical('the gateway’s name for it'),
      sealed: sensitive('number and text of who is on duty; sealed'),
      sentAt: internal('when it was sent'),
      deliveredAt: internal('when it arrived'),
      failedAt: internal('when it failed'),
      claimedUntil: technical('until when one process sends it again'),
      secondSentAt: internal('when it went the second way'),
    },
  ),
  kept(
    handover,
    { whose: 'operators', retention: 'shift' },
    {
      id: technical('one note is kept once'),
      writtenBy: internal('which operator wrote'),
      writtenAt: internal('when'),
      note: sensitive(
        'what one shift tells the next; operators are asked for numbers of callouts, not names',
      ),
      signedBy: internal('who has read it'),
      signedAt: internal('when'),
    },
  ),
  kept(
    auraCallMinute,
    { whose: 'nobody', retention: 'counted' },
    {
      minute: technical('in which minute'),
      operation: technical('what AURA was asked'),
      outcome: technical('how it answered'),
      bucketMs: technical('how fast'),
      attempts: technical('how often'),
    },
  ),
  kept(
    auraDrift,
    { whose: 'nobody', retention: 'counted' },
    {
      operation: technical('what AURA was asked'),
      name: technical('what was new in its answer'),
      firstSeenAt: technical('when first'),
      lastSeenAt: technical('when last'),
      times: technical('how often'),
    },
  ),
  kept(
    webhookRegistration,
    { whose: 'nobody', retention: 'deployment' },
    {
      id: technical('the newest counts'),
      url: technical('where AURA delivers to'),
      events: technical('which events'),
      registeredAt: internal('when'),
      registeredBy: internal('by which operator'),
    },
  ),
  kept(
    responseType,
    { whose: 'nobody', retention: 'deployment' },
    {
      id: technical('AURA’s number of a kind of help'),
      value: technical('its name'),
      description: technical('its words'),
      position: technical('its place in the list'),
    },
  ),
  kept(
    coverage,
    { whose: 'nobody', retention: 'deployment' },
    {
      responseTypeId: technical('AURA’s number of a kind of help'),
      kml: technical('where there is such help'),
      fetchedAt: technical('how old that is'),
    },
  ),
  kept(
    following,
    { whose: 'nobody', retention: 'deployment' },
    {
      id: technical('the one row'),
      boardWatchedUntil: technical('until when a board is open'),
      roundAt: technical('when AURA was last asked'),
      failedRounds: technical('how often it did not answer'),
      failedSince: technical('since when'),
      readsLeft: technical('how much may be asked'),
      readsCountedAt: technical('when that was counted'),
    },
  ),
  kept(
    scheduledJob,
    { whose: 'nobody', retention: 'deployment' },
    {
      name: technical('which job'),
      attempts: technical('how often it failed in a row'),
      ...outboxColumns,
    },
  ),
  kept(
    removal,
    { whose: 'nobody', retention: 'deployment' },
    {
      what: technical('which kind of record'),
      ranAt: technical('when it was last looked for'),
      removed: technical('how many were removed then'),
      removedAt: technical('when some were last removed'),
      removedInAll: technical('how many ever'),
    },
  ),
  kept(
    erasure,
    { whose: { personId: 'personId', customerId: 'auraCustomerId' }, retention: 'erasure' },
    {
      id: internal('names the erasure; opens the page that shows its progress'),
      number: technical('stands in the place of AURA’s number in the emptied account'),
      personId: internal('which account; nothing else says any more whose it was'),
      auraCustomerId: personal('whom AURA is to delete; emptied when AURA has answered', {
        withheld: 'secret',
      }),
      askedBy: internal('the person or an admin'),
      askedAt: internal('when'),
      erasedAt: internal('when Vigil had deleted everything'),
      auraDeletedAt: internal('when AURA confirmed the deletion'),
      attempts: technical('how often it was tried'),
      ...outboxColumns,
    },
  ),
] as const;
