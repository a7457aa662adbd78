import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const verdaccio = defineProvider({
  id: 'verdaccio',
  name: 'Verdaccio',
  category: 'registry',
  address: 'https://verdaccio.example.com/@shop/cart',
  hosts: /^verdaccio\./,
  fields: [['x-powered-by', /^verdaccio\//i]],
  body: /"error"\s*:\s*"(?:authorization required to (?:access|publish|unpublish) package|unregistered users are not allowed to|user \S+ is not allowed to (?:access|publish|unpublish) package|bad username\/password, access denied)/,
  sources: [
    'https://verdaccio.org/docs/authentication',
    'https://github.com/verdaccio/verdaccio/issues/1462',
    'https://github.com/verdaccio/verdaccio/issues/56',
  ],
  misleads: [
    {
      says: 'authorization required to access package',
      means: 'A token that Verdaccio cannot read counts as none: it is said of such a one too.',
    },
  ],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /authorization required to \w+ package|unregistered users are not allowed/i,
      notSent: /./,
      explanation:
        'The package is for those that are logged in, and npm sent nothing for this registry’s address.',
      seen: { sent: {}, body: '{"error":"authorization required to access package @shop/cart"}' },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /authorization required to \w+ package|unregistered users are not allowed/i,
      sent: /^authorization /i,
      explanation:
        'A token came and counted as none: it was made by another installation, or with another secret than the one in its storage now.',
      seen: { body: '{"error":"authorization required to access package @shop/cart"}' },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /bad username\/password, access denied/i,
      explanation: 'The htpasswd file has no such user and password.',
      seen: {
        url: 'https://verdaccio.example.com/-/user/org.couchdb.user:kim',
        sent: {},
        posted: '{"name":"kim","password":"word-of-kim"}',
        body: '{"error":"bad username/password, access denied"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /user \S+ is not allowed to \w+ package/i,
      explanation: 'The packages section of the configuration does not name this user for that.',
      seen: { status: 403, body: '{"error":"user kim is not allowed to publish package @shop/cart"}' },
    },
  ],
});
