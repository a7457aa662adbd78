import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const solr = defineProvider({
  id: 'solr',
  name: 'Apache Solr',
  category: 'database',
  address: 'https://solr.example.com/solr/admin/info/system',
  paths: /^\/solr\//,
  challenge: /^(?:x?Basic|Bearer) solr/i,
  body: /\bsolr\b.*(?:Bad credentials|Unauthorized request)|Unauthorized request, Response code: 403|require authentication/i,
  sources: [
    'https://github.com/apache/solr/blob/f14e70459947443339c0a7191a6b4be26ef35848/solr/solr-ref-guide/modules/deployment-guide/pages/basic-authentication-plugin.adoc',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Bad credentials/i,
      explanation: 'security.json knows no such user and password.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'WWW-Authenticate': 'Basic realm="solr"' },
        body: '<html><head><title>Error 401 Bad credentials</title></head><body><h2>HTTP ERROR 401 Bad credentials</h2></body></html>',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /require authentication|Authentication required/i,
      notSent: /./,
      explanation: 'Solr’s blockUnknown asks every request for a user.',
      seen: {
        sent: {},
        received: { 'WWW-Authenticate': 'Basic realm="solr"' },
        body: '<html><head><title>Error 401 require authentication</title></head><body><h2>HTTP ERROR 401 require authentication</h2></body></html>',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /Unauthorized request, Response code: 403/i,
      explanation: 'No role of the user holds this permission in security.json.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '<html><head><title>Error 403 Unauthorized request, Response code: 403</title></head><body>HTTP ERROR 403 Unauthorized request, Response code: 403</body></html>',
      },
    },
  ],
});
