import { bearer, jwtOf, NOON, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { clockSkew } from './clock-skew.ts';

testRule(clockSkew, {
  silent: {
    'an address outside a range': {
      sent: opaque,
      status: 403,
      body: { message: 'The request IP is not within the allowed range' },
    },

    'the clocks agree': { sent: bearer(), at: 0, date: 0 },
    'issued by the own clock': [
      {
        url: 'https://id.example.com/token',
        status: 200,
        body: { access_token: jwtOf({ iat: NOON }) },
        date: 0,
        at: 0,
      },
      { sent: bearer({ iat: NOON }), at: 2, date: 2 },
    ],
    'no Date': { sent: bearer(), date: null },
    'an opaque token and a skewed clock': { sent: opaque, at: 0, date: 7200 },
    'a signed time within the tolerance': {
      sent: {
        Authorization: 'AWS4-HMAC-SHA256 Credential=A/20231115/us-east-1/s3/aws4_request',
        'X-Amz-Date': '20231115T115900Z',
      },
      at: -60,
      date: 0,
    },
  },
  speaks: {
    'the issuer’s clock is ahead of ours and the server’s': {
      given: [
        {
          url: 'https://id.example.com/token',
          status: 200,
          body: { access_token: jwtOf({ iat: NOON + 60 }) },
          at: 0,
          date: 60,
        },
        { url: 'http://localhost:8080/me', sent: bearer({ iat: NOON + 60 }), at: 2, date: 2 },
      ],
      title: /1\u00a0min behind the server/,
    },
    'local time written for UTC': {
      given: { sent: bearer({ iat: NOON + 7200, exp: NOON + 10800 }), at: 0, date: 1 },
      title: /ahead of the server/,
    },
    'a token that has begun here and not yet there': {
      given: { sent: bearer({ iat: NOON, nbf: NOON, exp: NOON + 3600 }), at: 2, date: -740 },
      title: /ahead of the server/,
    },
    'a shared access signature’s end between both clocks': {
      given: {
        sent: { Authorization: `SharedAccessSignature sr=a&sig=b%3d&se=${NOON + 3600}&skn=owner` },
        at: 0,
        date: 4300,
      },
      title: /behind the server/,
    },
    'the server counts the seconds': {
      given: {
        sent: opaque,
        body: { error: 'Token has expired (Current time: 1700049600, you are 42s off)' },
      },
      title: /time is off/,
    },
    'a date in a field of the maker’s own': {
      given: {
        sent: {
          Authorization: 'HMAC-SHA256 Credential=a&SignedHeaders=x-sp-date&Signature=b',
          'X-Sp-Date': new Date((NOON - 600) * 1000).toUTCString(),
        },
        at: -600,
        date: 0,
      },
      title: /behind the server/,
    },
    'a signed end between both clocks': {
      given: {
        url: 'https://api.example.com/client?expires=2023-11-15T12%3A10%3A00%2B0000&signature=TTpdDq%2Fj58XCRHomKoQXEQds%3D',
        at: 0,
        date: 3300,
      },
      title: /behind the server/,
    },
    'a signed time two hours behind': {
      given: {
        sent: {
          Authorization: 'AWS4-HMAC-SHA256 Credential=A/20231115/us-east-1/s3/aws4_request',
          'X-Amz-Date': '20231115T100000Z',
        },
        at: -7200,
        date: 0,
      },
      title: /2\u00a0h behind the server/,
      at: ['Request › X-Amz-Date', 'Response › Date'],
      figure: { kind: 'clocks', client: NOON - 7200, server: NOON },
    },
    'an assertion from the future': {
      given: {
        posted: `grant_type=jwt-bearer&assertion=${jwtOf({ iat: NOON + 200 })}`,
        status: 400,
        at: 200,
        date: 0,
      },
      title: /3\u00a0min\u00a020\u00a0s ahead of the server/,
    },
    'a SOAP fault about the time of a signed header': {
      given: { status: 400, sent: opaque, body: { reason: 'Wsse authorized time check failed.' } },
      title: /request’s time is off/,
    },
    'the server says so': {
      given: { sent: opaque, body: { msg: 'Timestamp for this request is outside of the recvWindow.' } },
      title: /request’s time is off/,
    },
  },
  rulesOut: { 'the clocks agree': { given: { sent: bearer(), at: 0, date: 0 }, because: /agree within/ } },
});
