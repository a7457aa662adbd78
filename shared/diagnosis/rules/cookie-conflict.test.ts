import { bearer, jwtOf, NOON } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { cookieConflict } from './cookie-conflict.ts';

testRule(cookieConflict, {
  silent: {
    'a login that lacks its anti-forgery token': {
      posted: 'username=a&password=b',
      sent: { Cookie: 'sessionid=1' },
      status: 403,
      body: 'CSRF token does not fit the session',
    },
    'another token passes without the cookie': [
      { sent: { Authorization: 'Bearer b1' }, status: 200 },
      {
        sent: { Authorization: 'Bearer b2', Cookie: 'SESSION=old' },
        received: { 'WWW-Authenticate': 'Bearer' },
      },
    ],
    'a cookie as it was handed out': [
      {
        url: 'https://api.example.com/login',
        status: 200,
        received: { 'Set-Cookie': 'sid=s%3Aa1b2c3.d4; Path=/' },
      },
      { sent: { Cookie: 'sid=s%3Aa1b2c3.d4' } },
    ],
    'a token in a cookie that is good still': {
      sent: { ...bearer(), Cookie: `access_token=${jwtOf()}` },
      received: { 'WWW-Authenticate': 'Bearer' },
    },
    'the neighbour’s cookie has another name': [
      {
        url: 'http://box.lan:5000/login',
        status: 302,
        received: { 'Set-Cookie': 'sid=a1b2c3d4e5; Path=/' },
      },
      {
        url: 'http://box.lan:8088/login',
        status: 302,
        received: { 'Set-Cookie': 'other=f6g7h8i9j0; Path=/' },
      },
      { url: 'http://box.lan:5000/api', sent: { Cookie: 'sid=a1b2c3d4e5; other=f6g7h8i9j0' } },
    ],
    'the server begins a new session though it was sent the one of the login': [
      {
        url: 'https://app.example.com/login',
        posted: 'username=kim&password=Regen7',
        status: 200,
        received: { 'Set-Cookie': 'JSESSIONID=74B03B4D0BB0; Path=/' },
      },
      {
        url: 'https://app.example.com/news',
        sent: { Cookie: 'JSESSIONID=74B03B4D0BB0' },
        status: 200,
        received: { 'Set-Cookie': 'JSESSIONID=23BC030B1A29; Path=/' },
      },
      { url: 'https://app.example.com/list', sent: { Cookie: 'JSESSIONID=23BC030B1A29' } },
    ],
    'each once': { sent: { Cookie: 'a=1; sid=2' } },
  },
  speaks: {
    'a call without cookies began another session over that of the login': {
      given: [
        {
          url: 'https://app.example.com/login',
          posted: 'username=kim&password=Regen7',
          status: 200,
          received: { 'Set-Cookie': 'JSESSIONID=74B03B4D0BB0; Path=/' },
        },
        {
          url: 'https://app.example.com/news',
          status: 200,
          received: { 'Set-Cookie': 'JSESSIONID=23BC030B1A29; Path=/' },
        },
        { url: 'https://app.example.com/list', sent: { Cookie: 'JSESSIONID=23BC030B1A29' } },
      ],
      title: /JSESSIONID is no longer the one/,
    },
    'the same token passes without the cookie': {
      given: [
        { sent: { Authorization: 'Bearer b1' }, status: 200 },
        {
          sent: { Authorization: 'Bearer b1', Cookie: 'SESSION=old' },
          received: { 'WWW-Authenticate': 'Bearer' },
        },
      ],
      title: /stands? in the way/,
    },
    'what passes without the cookie': {
      given: [
        { status: 200, body: { data: [] } },
        { sent: { Cookie: 'SESSION=old' }, status: 401 },
      ],
      title: /stands? in the way/,
    },
    'a cookie that a neighbour on another port overwrote': {
      given: [
        {
          url: 'http://box.lan:5000/login',
          status: 302,
          received: { 'Set-Cookie': 'sid=a1b2c3d4e5; Path=/' },
        },
        {
          url: 'http://box.lan:8088/login',
          status: 302,
          received: { 'Set-Cookie': 'sid=f6g7h8i9j0; Path=/' },
        },
        { url: 'http://box.lan:5000/api', sent: { Cookie: 'sid=f6g7h8i9j0' } },
      ],
      title: /sid is that of another server/,
    },
    'a cookie that lost its escapes': {
      given: [
        {
          url: 'https://api.example.com/login',
          status: 200,
          received: { 'Set-Cookie': 'sid=s%3Aa1b2c3.d4%2F; Path=/' },
        },
        { sent: { Cookie: 'sid=s:a1b2c3.d4/' } },
      ],
      title: /cut or decoded/,
    },
    'a cookie that was cut': {
      given: [
        {
          url: 'https://api.example.com/login',
          status: 200,
          received: { 'Set-Cookie': 'sid=eyJhbGciOiJIUzI1NiJ9==; Path=/' },
        },
        { sent: { Cookie: 'sid=eyJhbGciOiJIUzI1NiJ9' } },
      ],
      title: /cut or decoded/,
    },
    'a login with the cookie of an old session': {
      given: {
        posted: JSON.stringify({ username: 'a', password: 'b' }),
        sent: { Cookie: 'JSESSIONID=1dgx' },
        body: { message: 'Your session is expired or invalid' },
      },
      title: /cookie of an old session, JSESSIONID/,
      marks: 'JSESSIONID=1dgx',
    },
    'a token in a cookie that is over, beside a good one': {
      given: {
        sent: { ...bearer(), Cookie: `access_token=${jwtOf({ exp: NOON - 60 })}` },
        body: { msg: 'Token has expired' },
      },
      title: /stands? in the way/,
    },
    'one name twice': {
      given: { sent: { Cookie: 'sid=1; a=2; sid=3' } },
      title: /cookie sid was sent twice/,
      marks: 'sid=3',
    },
  },
});
