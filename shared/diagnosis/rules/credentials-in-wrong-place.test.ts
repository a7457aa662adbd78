import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { credentialsInWrongPlace } from './credentials-in-wrong-place.ts';

testRule(credentialsInWrongPlace, {
  silent: {
    'in its place': { sent: opaque },
    'the named field was sent': {
      sent: { 'X-API-Key': 'abc' },
      body: { message: 'X-API-Key header is missing' },
    },
    'nothing was sent': { body: { message: 'X-API-Key header is missing' } },
  },
  speaks: {
    'the answer says as what to send it': {
      given: { sent: opaque, body: { error: 'API key is missing or unknown; send it as X-API-Key' } },
      title: /looks for X-API-Key/,
      remedy: { id: 'move-credential', values: { name: 'X-API-Key', place: 'header' } },
    },
    'a misspelt name': {
      given: { sent: { Authentication: 'Bearer abcdefgh' } },
      title: /stands in Authentication; servers read Authorization/,
      at: ['Request › Authentication'],
    },
    'the server names another': {
      given: { sent: opaque, body: { message: 'Missing required header X-API-Key' } },
      title: /looks for X-API-Key/,
    },
  },
});
