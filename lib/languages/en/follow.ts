import { errorCatalogue } from '#lib/errors/errors.ts';

// What a friend sees by a link.

const { 'share_link.ended': ended, 'share_link.too_many': many } = errorCatalogue;

export const follow = {
  'follow.title': 'Help for your friend',
  'follow.lead':
    'The person who sent you this link called for help. You see what happens and where they are.',
  'follow.now': 'What is happening',
  'follow.safe': 'The person says they are safe. Help may still come.',
  'follow.notShown': 'This page does not show what happens now.',
  'follow.cancelled': 'The alarm was cancelled.',
  'follow.sent': 'Alarm sent',
  'follow.update': 'Last update',
  'follow.place': 'Last location',
  'follow.ends': 'This link ends when the alarm has ended, when the person stops it, or after one day.',
  'follow.noPlace': 'We do not know it.',
  'follow.coordinates': 'Coordinates',
  'follow.accuracy': 'Accuracy',
  'follow.from': 'Location from',
  'follow.unknown': 'Unknown',
  'refusal.share_link.ended': ended.title,
  'refusal.share_link.ended.detail': ended.detail,
  'refusal.share_link.too_many': many.title,
  'refusal.share_link.too_many.detail': many.detail,
} as const;
