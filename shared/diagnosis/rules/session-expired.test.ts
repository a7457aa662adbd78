import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { sessionExpired } from './session-expired.ts';

testRule(sessionExpired, {
  silent: {
    'a login page that was asked for': [
      { url: 'https://api.example.com/login', sent: { Cookie: 'sessionid=abc' }, status: 302 },
      {
        url: 'https://api.example.com/login/form',
        redirectedFrom: { url: 'https://api.example.com/login', dropped: [] },
      },
    ],
    'no cookie': {},
    'an address that names a session beside a token': {
      url: 'https://api.example.com/v1?session_id=a1b2c3d4',
      sent: opaque,
    },
    'a token beside': { sent: { ...opaque, Cookie: 'sessionid=abc' } },
  },
  speaks: {
    'a login page and a new session in place of the old one': {
      given: {
        url: 'https://example.com/report',
        sent: { Cookie: 'ERPSESSION=7f3a91c0d2e4f5a6b7c8' },
        status: 200,
        received: { 'Content-Type': 'text/html', 'Set-Cookie': 'ERPSESSION=01ab45cd89ef; Path=/' },
        body: '<html><title>Anmeldung</title><input type="password"></html>',
      },
      title: /has ended/,
    },
    'words of an end, and nothing but a cookie': {
      given: {
        sent: { Cookie: 'sessionid=abc' },
        body: { description: 'Token validation failed: idle time out' },
      },
      title: /session behind the cookie sessionid/,
    },
    'the cookie is gone after a hop to the login page': {
      given: [
        {
          url: 'https://api.example.com/projects',
          sent: { Cookie: 'sessionid=abc' },
          status: 302,
          received: { Location: '/login' },
        },
        {
          url: 'https://api.example.com/login',
          redirectedFrom: { url: 'https://api.example.com/projects', dropped: [] },
        },
      ],
      title: /has ended/,
      at: ['Response › Location'],
    },
    'the very request passed with the cookie before': {
      given: [
        { sent: { Cookie: 'sessionid=abc' }, status: 200, at: 0 },
        { sent: { Cookie: 'sessionid=abc' }, status: 403, at: 60 },
      ],
      title: /sessionid has ended/,
    },
    'a session in the address': {
      given: [
        { url: 'https://box.example/get.json?sid=a1b2c3d4', status: 200, body: { result: {} } },
        { url: 'https://box.example/get.json?sid=a1b2c3d4', status: 200, body: { err: 401 } },
      ],
      title: /has ended/,
      at: ['Request › URL'],
    },
    'a session that began long ago': {
      given: [
        {
          url: 'https://api.example.com/login',
          posted: 'a=b',
          status: 200,
          received: { 'Set-Cookie': 'SID=a1b2c3d4e5; Path=/' },
          at: 0,
        },
        { sent: { Cookie: 'SID=a1b2c3d4e5' }, status: 403, at: 3600 },
      ],
      title: /SID has ended/,
      at: ['Response › Set-Cookie'],
    },
    'the cookie is taken away': {
      given: { sent: { Cookie: 'sessionid=abc' }, received: { 'Set-Cookie': 'sessionid=; Max-Age=0' } },
      title: /behind the cookie sessionid has ended/,
      at: ['Response › Set-Cookie', 'Request › Cookie'],
      marks: 'sessionid=abc',
    },
    'a 440': {
      given: { status: 440, sent: { Cookie: '.ASPXAUTH=abc' } },
      title: /has ended/,
      at: ['Response › status'],
    },
  },
});
