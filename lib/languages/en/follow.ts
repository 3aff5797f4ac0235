import { errorCatalogue } from '#lib/errors/errors.ts';

// What a friend sees by a link.

const { 'share_link.ended': ended, 'share_link.too_many': many } = errorCatalogue;

export const follow = {
  'friend.title': 'Help for your friend',
  'friend.lead':
    'The person who sent you this link called for help. You see what happens and where they are.',
  'friend.now': 'What is happening',
  'friend.safe': 'The person says they are safe. Help may still come.',
  'friend.notShown': 'This page does not show what happens now.',
  'friend.cancelled': 'The alarm was cancelled.',
  'friend.sent': 'Alarm sent',
  'friend.update': 'Last update',
  'friend.place': 'Last location',
  'friend.ends': 'This link ends when the alarm has ended, when the person stops it, or after one day.',
  'friend.noPlace': 'We do not know it.',
  'friend.coordinates': 'Coordinates',
  'friend.accuracy': 'Accuracy',
  'friend.from': 'Location from',
  'friend.unknown': 'Unknown',
  'refusal.share_link.ended': ended.title,
  'refusal.share_link.ended.detail': ended.detail,
  'refusal.share_link.too_many': many.title,
  'refusal.share_link.too_many.detail': many.detail,
} as const;
