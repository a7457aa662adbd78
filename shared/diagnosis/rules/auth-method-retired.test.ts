import { basic, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { authMethodRetired } from './auth-method-retired.ts';

testRule(authMethodRetired, {
  silent: {
    'an item that is gone': { sent: opaque, status: 410 },

    'an app that is too old': {
      sent: opaque,
      status: 403,
      body: { message: 'Your app version is no longer supported. Please update.' },
    },
    'a certificate that is no longer valid': {
      sent: opaque,
      body: { message: 'The client certificate is no longer supported by this key store' },
    },

    'a deprecated endpoint': { body: { message: 'This endpoint is deprecated' } },
    'a token that is no longer active': { sent: opaque, body: { message: 'token is no longer active' } },
  },
  speaks: {
    'the day that an answer before had named is past': {
      given: [
        {
          sent: { 'X-Auth-Key': 'q7Rk2mXz0bT4vLs8YcW1' },
          status: 200,
          received: { Sunset: 'Mon, 13 Nov 2023 12:00:00 GMT' },
        },
        { sent: { 'X-Auth-Key': 'q7Rk2mXz0bT4vLs8YcW1' }, body: { error: 'unauthorized' } },
      ],
      title: /no longer takes/,
    },
    'keys that can no longer be used': {
      given: {
        sent: opaque,
        status: 403,
        body: { message: 'API keys created before 2023 can no longer be used.' },
      },
      title: /no longer takes/,
    },

    'the login is gone': {
      given: { posted: '{"email":"kim@example.com","password":"word"}', status: 410 },
      title: /no longer takes/,
    },
    'a login by password that was switched off': {
      given: {
        sent: basic('a', 'b'),
        status: 403,
        body: { error: 'Username and password login to the API has been disabled' },
      },
      title: /no longer takes/,
    },

    'the address of logins is closed': {
      given: {
        posted: '{"email":"kim@example.com","password":"word"}',
        status: 403,
        body: { message: 'Access forbidden. Endpoint no longer accepting requests.' },
      },
      title: /no longer takes/,
    },
    'asked to move on': {
      given: {
        posted: 'grant_type=password&username=a&password=b',
        status: 403,
        body: { error: 'forbidden', error_description: 'Please migrate: https://support.example.com/rest' },
      },
      title: /no longer takes/,
    },

    'passwords are over': {
      given: {
        sent: basic('a', 'b'),
        body: 'Support for password authentication was removed on August 13, 2021.',
      },
      title: /no longer takes/,
    },
  },
});
