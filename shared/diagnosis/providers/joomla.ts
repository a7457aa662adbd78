import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const joomla = defineProvider({
  id: 'joomla',
  name: 'Joomla Web Services',
  category: 'server',
  address: 'https://www.example.com/api/index.php/v1/content/articles',
  paths: /\/api\/index\.php\/v1\//,
  body: /^\{"errors":\[\{"title":"(?:Forbidden|Resource not found|Unauthorized)"/,
  misleads: [
    {
      says: 'Forbidden',
      means:
        'No token reached the application, or it is not the one of this site; rights are not the question yet.',
    },
  ],
  sources: [
    'https://docs.joomla.org/J4.x:Joomla_Core_APIs',
    'https://github.com/joomla/joomla-cms/issues/29845',
  ],
  doors: ['authorization bearer', 'field x-joomla-token', 'authorization basic'],
  signs: [
    {
      cause: 'header-stripped',
      weight: STATED,
      says: /title: Forbidden/,
      status: [403],
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Joomla answers Forbidden to a request whose token it does not see; PHP behind Apache sees Authorization only with a rewrite rule. X-Joomla-Token gets through.',
      seen: { status: 403, body: '{"errors":[{"title":"Forbidden"}]}' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /title: Forbidden/,
      status: [401, 403],
      sent: /^field x-joomla-token/i,
      explanation: 'The token in X-Joomla-Token is not one of this site, or its user may not use the API.',
      seen: {
        status: 403,
        sent: { 'X-Joomla-Token': 'c2hhMjU2OjU6OWE4MzE1ZDBmYmViOTQ4MzFj' },
        body: '{"errors":[{"title":"Forbidden"}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /title: (?:Forbidden|Unauthorized)/,
      notSent: /./,
      explanation: 'The Web Services want the API token of a user, as Bearer or in X-Joomla-Token.',
      seen: { status: 401, sent: {}, body: '{"errors":[{"title":"Forbidden"}]}' },
    },
  ],
});
