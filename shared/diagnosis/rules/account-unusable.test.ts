import { basic, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { accountUnusable } from './account-unusable.ts';

testRule(accountUnusable, {
  silent: {
    'a login that is blocked for a while after failures': {
      posted: 'user=kim&password=word',
      status: 403,
      body: { error: 'Login temporarily blocked after repeated failures' },
    },

    'a way of logging in that was switched off': {
      sent: basic('a', 'b'),
      status: 403,
      body: { error: 'Username and password login to the API has been disabled' },
    },

    'a User-Agent that is blocked': {
      status: 403,
      body: 'Your User-Agent has been blocked from accessing this site.',
    },
    'a feature that the account does not have': {
      sent: basic('a', 'b'),
      status: 403,
      body: { error: 'API access is not enabled for this account' },
    },
    'too many tries, told as a code': {
      posted: 'user=kim&password=word',
      status: 400,
      body: { message: 'TOO_MANY_ATTEMPTS_TRY_LATER : Access to this account has been temporarily disabled' },
    },

    'a locked file': { status: 423, body: 'file is locked' },
    'a bare 401': {},
    'a state of something else': { sent: basic('a', 'b'), body: { reason: 'feature.disabled' } },
  },
  speaks: {
    'an app that is barred': {
      given: { sent: opaque, status: 400, body: { error: { message: 'API access blocked.' } } },
      title: /cannot be used/,
    },
    'a service that the user must switch on': {
      given: {
        url: 'https://api.example.com/search?username=kim',
        body: { message: 'user account not enabled to use the free webservice' },
      },
      title: /^api\.example\.com knows the \w+, which/,
    },
    'an account that must be approved first': {
      given: {
        sent: basic('a', 'b'),
        status: 403,
        body: 'Your account must be approved before you can use the API',
      },
      title: /^api\.example\.com knows the \w+, which/,
    },

    'an invoice that was not paid': {
      given: {
        sent: basic('a', 'b'),
        status: 402,
        body: { error: 'Your account has an unpaid invoice. API access is suspended.' },
      },
      title: /^api\.example\.com knows the \w+, which/,
    },

    'a password that is over': {
      given: { posted: 'user=kim&password=word', body: { message: 'User credentials have expired' } },
      title: /^api\.example\.com knows the \w+, which/,
    },

    'the directory’s code of a locked account': {
      given: { sent: basic('a', 'b'), body: { error: 'AcceptSecurityContext error, data 775, v4563' } },
      title: /^api\.example\.com knows the \w+, which/,
    },
    'an account that nobody has approved yet': {
      given: {
        posted: 'user=kim&password=word',
        status: 403,
        body: { message: 'Your account is awaiting approval by an administrator.' },
      },
      title: /awaiting approval/,
    },
    'terms that were not accepted': {
      given: {
        posted: 'user=kim&password=word',
        status: 403,
        body: { message: 'You must accept the new terms of service first.' },
      },
      title: /terms of service/,
    },

    'a riddle before the next login': {
      given: {
        sent: basic('a', 'b'),
        status: 403,
        received: { 'X-Authentication-Denied-Reason': 'CAPTCHA_CHALLENGE' },
      },
      title: /^api\.example\.com knows the \w+, which/,
    },
    'a login that is answered 423': {
      given: { posted: 'user=kim&password=word', status: 423 },
      title: /^api\.example\.com knows the \w+, which/,
    },
    locked: {
      given: { sent: basic('a', 'b'), body: { error: 'Your account has been locked' } },
      title: /^api\.example\.com knows the \w+, which/,
    },
    'a code made of the account’s state': {
      given: { sent: basic('a', 'b'), body: { messageId: 'identity.disabled' } },
      title: /^api\.example\.com knows the \w+, which/,
    },
    'an unverified address': {
      given: { sent: basic('a', 'b'), body: { error: 'Email not verified' } },
      title: /^api\.example\.com knows the \w+, which/,
    },
  },
});
