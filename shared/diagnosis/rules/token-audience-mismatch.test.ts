import { bearer, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { tokenAudienceMismatch } from './token-audience-mismatch.ts';

testRule(tokenAudienceMismatch, {
  silent: {
    'a neighbour with a general name': {
      url: 'https://kunden.example.org/v1',
      sent: bearer({ aud: 'https://api.example.org' }),
    },
    'another house': {
      url: 'https://kunden.example.org/v1',
      sent: bearer({ aud: 'https://rechnung.example.net' }),
    },
    'the resource that the API’s metadata name': [
      {
        url: 'https://api.example.com/.well-known/oauth-protected-resource',
        status: 200,
        body: { resource: 'https://api.example.com/mcp/' },
      },
      { sent: bearer({ aud: 'https://api.example.com/mcp' }) },
    ],
    'nothing is known of the host': { sent: bearer({ aud: 'https://other.example' }) },
    'the right audience': {
      url: 'https://graph.microsoft.com/v1.0/me',
      sent: bearer({ aud: 'https://graph.microsoft.com' }),
    },
    'an opaque token': { sent: opaque },
  },
  speaks: {
    'a neighbour’s address': {
      given: {
        url: 'https://kunden.example.org/v1',
        sent: bearer({ aud: 'https://rechnung.example.org' }),
      },
      title: /rechnung/,
    },
    'tokens meant for others': {
      given: { sent: opaque, status: 400, body: { message: 'OAuth tokens are meant for PDS access only' } },
      title: /another audience/,
    },
    'the API’s own metadata name another resource': {
      given: [
        {
          url: 'https://api.example.com/.well-known/oauth-protected-resource',
          status: 200,
          body: { resource: 'https://api.example.com/mcp' },
        },
        { sent: bearer({ aud: 'https://api.example.com/sse' }) },
      ],
      title: /takes https:\/\/api\.example\.com\/mcp/,
    },
    'a token for another API at Graph': {
      given: { url: 'https://graph.microsoft.com/v1.0/me', sent: bearer({ aud: 'api://mine' }) },
      title: /issued for api:\/\/mine; this API takes https:\/\/graph\.microsoft\.com/,
      at: ['Request › Authorization › token › aud'],
      figure: { kind: 'values', label: 'aud', got: 'api://mine' },
    },
    'the server says so': {
      given: {
        sent: bearer({ aud: 'a' }),
        received: {
          'WWW-Authenticate': `Bearer error="invalid_token", error_description="The audience 'a' is invalid"`,
        },
      },
      title: /issued for a, not for this API/,
      at: ['Response › WWW-Authenticate', 'Request › Authorization › token › aud'],
    },
  },
  rulesOut: {
    'the right audience': {
      given: {
        url: 'https://graph.microsoft.com/v1.0/me',
        sent: bearer({ aud: 'https://graph.microsoft.com' }),
      },
      because: /audience is the one/,
    },
  },
});
