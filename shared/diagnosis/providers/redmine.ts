import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const redmine = defineProvider({
  id: 'redmine',
  name: 'Redmine',
  category: 'productivity',
  address: 'https://redmine.example.com/issues.json',
  sends: ['x-redmine-api-key'],
  paths: /^\/(?:issues|time_entries)(?:\/\d+)?\.(?:json|xml)$/,
  challenge: /^basic Redmine API/i,
  sources: [
    'https://www.redmine.org/projects/redmine/wiki/Rest_api#Authentication',
    'https://github.com/redmine/redmine/blob/master/app/controllers/application_controller.rb',
  ],
  few: 'Redmine’s refusals have no body; all that differs is what was sent.',
  doors: ['field x-redmine-api-key', 'authorization basic', 'query key'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [401],
      notSent: /./,
      explanation: 'Redmine reads X-Redmine-API-Key, a key in the query, or Basic; none of them came.',
      seen: { sent: {}, received: { 'WWW-Authenticate': 'Basic realm="Redmine API"' }, body: '' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      status: [401],
      sent: /^authorization authorization: basic/i,
      explanation:
        'Redmine does not know the pair, or the key that stands in place of the user; a REST service that is switched off answers in the same way.',
      seen: {
        sent: { Authorization: 'Basic a2ltOndvcmQ=' },
        received: { 'WWW-Authenticate': 'Basic realm="Redmine API"' },
        body: '',
      },
    },
  ],
});
