import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { credentialsInWrongPlace } from './credentials-in-wrong-place.ts';

testRule(credentialsInWrongPlace, {
  silent: {
    'a key where its maker reads it': {
      url: 'https://api.anthropic.com/v1/messages',
      sent: { 'x-api-key': `sk-ant-api03-${'Zx81kQp07v'.repeat(4)}` },
    },
    'a maker’s key at another address': {
      sent: { Authorization: `Bearer sk-ant-api03-${'Zx81kQp07v'.repeat(4)}` },
    },
    'in its place': { sent: opaque },
    'the named field was sent': {
      sent: { 'X-API-Key': 'abc' },
      body: { message: 'X-API-Key header is missing' },
    },
    'the field that is missed is the one that was sent': {
      sent: opaque,
      body: { message: 'Missing Authorization header' },
    },
    'nothing was sent': { body: { message: 'X-API-Key header is missing' } },
  },
  speaks: {
    'a key that nobody saw': {
      given: { sent: opaque, body: { error: 'No authorization token provided' } },
      title: /does not look where/,
    },
    'a key whose maker reads another field': {
      given: {
        url: 'https://api.anthropic.com/v1/messages',
        sent: { Authorization: `Bearer sk-ant-api03-${'Zx81kQp07v'.repeat(4)}` },
      },
      title: /Anthropic reads an API key from x-api-key/,
    },
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
