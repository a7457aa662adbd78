import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { permissionDenied } from './permission-denied.ts';

testRule(permissionDenied, {
  silent: {
    'an app of another version': { sent: opaque, body: { message: 'Please update to the new version' } },

    'a bare 401': { sent: opaque },
    'the page of squid for those who have not logged in': {
      sent: opaque,
      body: 'ERROR: Cache Access Denied',
    },
    'a token request': {
      url: 'https://id.example.com/oauth/token',
      posted: 'grant_type=password&username=a&password=b',
      status: 403,
    },
  },
  speaks: {
    'a key that is not enabled for the interface': {
      given: {
        sent: { 'X-Api-Key': 'q7Rk2mXz0bT4vLs8YcW1' },
        status: 403,
        body: { message: 'This key is not enabled for the routes API' },
      },
      title: /./,
    },
    'no authorization for a service': {
      given: { sent: opaque, status: 403, body: 'No authorization to access Service ZORDERS' },
      title: /right is missing/,
    },

    'a role that may not': {
      given: {
        sent: opaque,
        status: 200,
        body: {
          errors: [
            { message: 'Forbidden: role viewer may not delete products', extensions: { code: 'FORBIDDEN' } },
          ],
        },
      },
      title: /role viewer may not/,
    },
    'a policy of the organisation': {
      given: { sent: opaque, status: 403, body: { message: 'Blocked by organization policy' } },
      title: /right is missing/,
    },

    'a plan that does not hold it': {
      given: {
        sent: opaque,
        status: 403,
        body: { message: 'This endpoint is only available on the Enterprise plan' },
      },
      title: /right is missing/,
    },
    'a role that is too low': {
      given: { sent: opaque, body: { message: 'User role is not sufficient' } },
      title: /right is missing/,
    },

    'not a member': {
      given: { sent: opaque, status: 403, body: { message: 'This user is not in your organization' } },
      title: /not in your organization/,
    },
    'a team that is not authorized': {
      given: { sent: opaque, body: { err: 'Team not authorized' } },
      title: /./,
    },
    'a bare 403': {
      given: { sent: opaque, status: 403 },
      title: /knows who asks/,
      at: ['Response › status'],
    },
    'the body says so': {
      given: {
        sent: opaque,
        status: 403,
        body: { message: 'User is not authorized to perform: s3:ListBucket' },
      },
      title: /the right is missing/,
    },
    'accepted elsewhere a moment before': {
      given: [
        { sent: opaque, status: 200 },
        { url: 'https://api.example.com/admin', sent: opaque },
      ],
      title: /the right is missing/,
    },
  },
});
