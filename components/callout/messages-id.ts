/** Where the conversation is on the page. */
export const MESSAGES_ID = 'messages';
