import { bearer, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { tokenAudienceMismatch } from './token-audience-mismatch.ts';

testRule(tokenAudienceMismatch, {
  silent: {
    'an assertion, whose audience is whom it is traded with': {
      sent: bearer({ iss: 'app', sub: 'app', aud: 'https://id.example.com/oauth2/token' }),
    },
    'a client’s id as subject and audience': { sent: bearer({ sub: 'web', aud: 'web' }) },
    'a token for no API at its issuer’s own endpoint': {
      url: 'https://id.example.com/connect/userinfo',
      sent: bearer({ iss: 'https://id.example.com', aud: 'https://id.example.com/resources' }),
    },
    'a neighbour with a general name': {
      url: 'https://kunden.example.org/v1',
      sent: bearer({ aud: 'https://api.example.org' }),
    },
    'another house': {
      url: 'https://kunden.example.org/v1',
      sent: bearer({ aud: 'https://rechnung.example.net' }),
    },
    'the resource that the challenge names': {
      sent: bearer({ aud: 'https://batch.example.com' }),
      received: { 'WWW-Authenticate': 'Bearer resource_id="https://batch.example.com/"' },
    },
    'a number where the challenge names an address': {
      sent: bearer({ aud: '0f1e2d3c-1111-2222-3333-444455556666' }),
      received: { 'WWW-Authenticate': 'Bearer resource_id="https://batch.example.com/"' },
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
    'a workload that writes its own name': {
      given: {
        url: 'https://api.example.com/v1/items',
        sent: bearer({ sub: 'spiffe://example.org/client', aud: ['spiffe://example.org/client'] }),
      },
      title: /spiffe/,
    },
    'a token that was granted for one half': {
      given: {
        sent: opaque,
        body: { error_description: "Token is granted for [Board] and can't be used for 0-0-0" },
      },
      title: /audience/,
    },
    'the client beside the token is another': {
      given: { sent: opaque, body: { message: 'Client ID and OAuth token do not match' } },
      title: /./,
    },
    'a neighbour’s address': {
      given: {
        url: 'https://kunden.example.org/v1',
        sent: bearer({ aud: 'https://rechnung.example.org' }),
      },
      title: /rechnung/,
    },
    'tokens meant for others': {
      given: { sent: opaque, status: 400, body: { message: 'OAuth tokens are meant for PDS access only' } },
      title: /another audience than/,
    },
    'another resource than the challenge names': {
      given: {
        sent: bearer({ aud: 'https://management.example.com' }),
        received: {
          'WWW-Authenticate':
            'Bearer authorization_uri="https://id.example.com/x", resource_id="https://batch.example.com/"',
        },
      },
      title: /this API takes (?:https:\/\/)?batch/,
      at: ['Request › Authorization › token › aud'],
    },
    'no audience was asked for': {
      given: {
        method: 'POST',
        url: 'https://id.example.com/oauth/token',
        status: 403,
        body: { error: 'access_denied', error_description: 'Audience parameter is missing' },
      },
      title: /another audience than/,
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
