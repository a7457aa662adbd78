import { testRule } from './rule.test-support.ts';
import { consentMissing } from './consent-missing.ts';

testRule(consentMissing, {
  silent: {
    'a token that was not authorized': { body: { message: 'Token is not authorized for this' } },

    'an account that is not approved': {
      status: 403,
      body: { message: 'Your account is not approved for this product' },
    },

    'a bare 400': { status: 400 },

    'the standard’s words for a denial, in answer to a call': {
      sent: { Authorization: 'Bearer a' },
      body: {
        error: 'access_denied',
        error_description: 'The resource owner or authorization server denied the request.',
      },
    },
  },
  speaks: {
    'an owner who has not authorized the app': {
      given: { status: 403, body: { message: 'This app has not been authorized by the account owner' } },
      title: /consented/,
    },

    'an agreement with a bank that ended': {
      given: { sent: { Authorization: 'Bearer a' }, body: { consent: 'CONSENT_EXPIRED' } },
      title: /consented/,
    },

    'a user who has not approved the app': {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=a',
        status: 400,
        body: { error: 'invalid_grant', error_description: "user hasn't approved this consumer" },
      },
      title: /consented/,
    },
    'the callback comes back with the refusal': {
      given: {
        url: 'https://app.example.com/cb?error=access_denied&error_description=The+user+denied+the+request&state=a',
        status: 500,
      },
      title: /login was denied/,
      at: ['Request › URL'],
    },
    'a consent of open banking that ended': {
      given: { body: { tppMessages: [{ category: 'ERROR', code: 'CONSENT_EXPIRED' }] } },
      title: /consented/,
    },

    'the same words where a token is asked for': {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=password&username=kim&password=x',
        body: {
          error: 'access_denied',
          error_description: 'The resource owner or authorization server denied the request.',
        },
      },
      title: /consented/,
    },

    consent_required: {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=a',
        status: 400,
        body: { error: 'consent_required' },
      },
      title: /consented/,
    },
  },
});
