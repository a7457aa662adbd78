import { jwtOf, NOON, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { credentialsConflict } from './credentials-conflict.ts';

testRule(credentialsConflict, {
  silent: {
    'the cookie’s token is the older one': {
      sent: {
        Authorization: `Bearer ${jwtOf({ sub: 'kim', iat: NOON })}`,
        Cookie: `auth=${jwtOf({ sub: 'kim', iat: NOON - 60 })}`,
      },
    },
    'the tokens are of different people': {
      sent: {
        Authorization: `Bearer ${jwtOf({ sub: 'kim', iat: NOON - 60 })}`,
        Cookie: `auth=${jwtOf({ sub: 'lee', iat: NOON })}`,
      },
    },
    'one credential': { sent: opaque },
    'a presigned address alone': { url: 'https://b.s3.amazonaws.com/k?X-Amz-Signature=00' },
  },
  speaks: {
    'a newer token in a cookie': {
      given: {
        sent: {
          Authorization: `Bearer ${jwtOf({ sub: 'kim', iat: NOON - 60 })}`,
          Cookie: `auth=${jwtOf({ sub: 'kim', iat: NOON })}`,
        },
      },
      title: /older token than the cookie auth/,
      at: ['Request › Cookie'],
    },
    'presigned and Authorization': {
      given: { url: 'https://b.s3.amazonaws.com/k?X-Amz-Signature=00ff', sent: opaque, status: 400 },
      title: /presigned and Authorization/,
      at: ['Request › URL', 'Request › Authorization'],
      marks: '00ff',
    },
    'a token in two ways, in the words of RFC 6750 §3.1': {
      given: {
        url: 'https://a.example/me?access_token=abc',
        sent: opaque,
        status: 400,
        body: '{"error":"invalid_request","error_description":"More than one method for including an access token was used"}',
      },
      title: /^Two credentials/,
      at: ['Response › body', 'Request › URL'],
    },
    'Authorization twice': {
      given: { sent: { Authorization: ['Basic YTpi', 'Bearer abc'] } },
      title: /sent 2 times/,
      at: ['Request › Authorization (2)'],
    },
  },
});
