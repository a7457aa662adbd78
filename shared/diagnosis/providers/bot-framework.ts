import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://smba.trafficmanager.net/emea/v3/conversations/a/activities';

export const botFramework = defineProvider({
  id: 'bot-framework',
  name: 'Microsoft Bot Framework',
  category: 'messaging',
  address: url,
  hosts: /^smba\.trafficmanager\.net$|(^|\.)botframework\.com$/,
  audience: {
    own: /^https:\/\/api\.botframework\.com\/?$|^5a807f24-c9de-44ee-a3a7-329e88a00ffc$/,
    wanted: 'https://api.botframework.com',
  },
  sources: [
    'https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-authentication',
  ],
  few: 'The connector answers every token that it does not take with one sentence; the token’s own aud tells more.',
  signs: [
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['BotNotInConversationRoster', 'ForbiddenOperationException'],
      explanation: 'The bot was removed from the conversation, or was never added to it.',
      seen: {
        status: 403,
        url,
        body: '{"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of the conversation roster."}}',
      },
    },
  ],
});
