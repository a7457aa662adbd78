import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { clientNotAllowed } from './client-not-allowed.ts';

testRule(clientNotAllowed, {
  silent: {
    'the same client was let through': [
      { sent: { ...opaque, 'User-Agent': 'curl/8.1' }, status: 200 },
      { sent: { ...opaque, 'User-Agent': 'curl/8.2' } },
    ],
    'another password was let through': [
      { posted: 'user=kim&password=word', sent: { 'User-Agent': 'okhttp/4' }, status: 200 },
      { posted: 'user=kim&password=ward', sent: { 'User-Agent': 'aiohttp/3' }, status: 403 },
    ],
    'another token was let through': [
      { sent: { Authorization: 'Bearer another-token-of-kim', 'User-Agent': 'curl/8' }, status: 200 },
      { sent: { ...opaque, 'User-Agent': 'python-requests/2' } },
    ],
    'a library’s name with a token': { status: 403, sent: { ...opaque, 'User-Agent': 'Ruby' } },
    'a library’s name that is asked to log in': {
      status: 403,
      sent: { 'User-Agent': 'Ruby' },
      received: { 'WWW-Authenticate': 'Basic realm="a"' },
    },

    'an address that is not allowed': { sent: opaque, status: 403, body: 'Your IP address is not allowed' },

    'a named client': { status: 403, sent: { ...opaque, 'User-Agent': 'curl/8' }, body: 'blocked' },
    'a bare 403': { status: 403 },
    'a plan that is to be upgraded': { status: 403, sent: opaque, body: { code: 'UPGRADE_REQUIRED' } },
    'an empty name that is not turned away': { status: 401, sent: { ...opaque, 'User-Agent': '' } },
  },
  speaks: {
    'an application that tells its age and is to be upgraded': {
      given: {
        status: 403,
        sent: { ...opaque, 'app-version': '1.148.0' },
        body: { code: 'UPGRADE_REQUIRED' },
      },
      title: /refuses this kind of client/,
    },
    'an empty name': {
      given: { status: 403, sent: { ...opaque, 'User-Agent': '' } },
      title: /refuses this kind of client/,
    },
    'a login that passed word for word for another program': {
      given: [
        { posted: 'user=kim&password=word', sent: { 'User-Agent': 'okhttp/4' }, status: 200 },
        { posted: 'user=kim&password=word', sent: { 'User-Agent': 'aiohttp/3' }, status: 403 },
      ],
      title: /let the call pass with/,
    },
    'an application that the tenant does not list': {
      given: {
        status: 403,
        sent: opaque,
        body: { error: { message: "Access to the API is restricted for this application Id : '51f8'." } },
      },
      title: /refuses this kind of client/,
    },
    'refused, let through as another program, and refused again': {
      given: [
        { sent: { ...opaque, 'User-Agent': 'python-requests/2' }, status: 403 },
        { sent: { ...opaque, 'User-Agent': 'Mozilla/5.0' }, status: 200 },
        { sent: { ...opaque, 'User-Agent': 'python-requests/2' }, status: 403 },
      ],
      title: /let the call pass with/,
      at: ['Request › User-Agent'],
    },
    'an app that its maker did not have approved': {
      given: {
        posted: '{"identityToken":"x"}',
        status: 403,
        body: { errorMessage: 'Invalid app registration, see https://docs.example.com/apps' },
      },
      title: /refuses this kind of client/,
    },
    'another program was let through': {
      given: [
        { sent: { ...opaque, 'User-Agent': 'curl/8' }, status: 200 },
        { sent: { ...opaque, 'User-Agent': 'python-requests/2' }, status: 403 },
      ],
      title: /let the call pass with/,
      at: ['Request › User-Agent'],
    },
    'a page under another name was let through': {
      given: [
        { url: 'http://10.0.0.7/api', sent: { Origin: 'http://10.0.0.7' }, status: 200 },
        { url: 'http://miner.example/api', sent: { Origin: 'http://miner.example' } },
      ],
      title: /let the call pass with/,
      at: ['Request › Origin'],
    },
    'a library that many sites turn away': {
      given: { status: 403, sent: { 'User-Agent': 'Python-urllib/3.13' } },
      title: /kind of client/,
      at: ['Request › User-Agent'],
    },

    'a program that does not name itself': {
      given: {
        status: 403,
        sent: { 'User-Agent': 'Ruby' },
        body: 'verify that you have set a custom HTTP referrer or HTTP user agent that identifies your application',
      },
      title: /kind of client/,
    },
    'a key of another website': {
      given: {
        status: 403,
        sent: { ...opaque, Origin: 'https://shop.example' },
        body: { error: 'This API key is not valid for this domain' },
      },
      title: /kind of client/,
    },
    'a version that is too old': {
      given: {
        status: 403,
        sent: opaque,
        body: { message: 'Your app version is no longer supported. Please update.' },
      },
      title: /kind of client/,
    },

    'a client without a name': {
      given: { status: 403, sent: { ...opaque, Accept: '*/*' }, body: 'You are blocked.' },
      title: /refuses this kind of client/,
      at: ['Request › User-Agent › not sent'],
    },
    'a Referer that is no address': {
      given: { posted: 'username=a&password=b', sent: { Referer: '127.0.0.1' } },
      title: /Referer 127\.0\.0\.1/,
      at: ['Request › Referer'],
    },
    'the server says so': {
      given: {
        status: 403,
        body: 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
      },
      title: /kind of client/,
    },
  },
});
