import { basic, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { urlWrong } from './url-wrong.ts';

testRule(urlWrong, {
  silent: {
    'a wrong key of the API': { sent: opaque, body: { error: 'Wrong api key' } },
    'a login page for a cookie': [
      { url: 'https://git.example.com/user', sent: { Cookie: 'session=1' }, status: 303 },
      {
        url: 'https://git.example.com/user/login',
        sent: { Cookie: 'session=1' },
        redirectedFrom: { url: 'https://git.example.com/user', dropped: [] },
        body: '<html><title>Sign in</title></html>',
      },
    ],
    'squid names the address of every refusal': {
      body: 'The following error was encountered while trying to retrieve the URL: http://127.0.0.1/open.json',
    },
    'a page to read': {
      sent: opaque,
      body: { message: 'You cannot use this. See docs.example.com or example.com/pricing' },
    },
    'the host that was called': { sent: opaque, body: { message: 'Use api.example.com with a key' } },
    'a bare 401': { sent: opaque },
    'an unknown user': { sent: basic('a', 'b'), body: 'user does not exist' },
  },
  speaks: {
    'another host is named': {
      given: {
        sent: opaque,
        body: { message: 'Incorrect region. Please make your request to eu.api.example.com' },
      },
      title: /the answer names eu\.api\.example\.com/,
      marks: 'eu.api.example.com',
    },
    'a page for people': {
      given: [
        {
          url: 'https://git.example.com/user',
          sent: basic('a', 'b'),
          status: 303,
          received: { Location: '/user/login' },
        },
        {
          url: 'https://git.example.com/user/login',
          sent: basic('a', 'b'),
          redirectedFrom: { url: 'https://git.example.com/user', dropped: [] },
          received: { 'Content-Type': 'text/html' },
          body: '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in</body></html>',
        },
      ],
      title: /wrong address/,
      at: ['Response › Location'],
    },
    'a realm that does not exist': {
      given: { sent: opaque, status: 404, body: { error: 'Realm does not exist' } },
      title: /wrong address/,
    },
    'a doubled slash': {
      given: { url: 'https://api.example.com//v1/me', sent: opaque },
      title: /doubled slash/,
      at: ['Request › URL'],
    },
  },
});
