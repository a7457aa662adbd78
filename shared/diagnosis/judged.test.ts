import { describe, expect, test } from 'vitest';
import type { Told } from './attempt.test-support.ts';
import { attemptOf, bearer, opaque } from './attempt.test-support.ts';
import type { Cause } from './causes.ts';
import { diagnose } from './diagnose.ts';

const login: Told = {
  url: 'https://app.example.com/api/login',
  sent: { 'Content-Type': 'application/json' },
  posted: '{"email":"kim@example.com","password":"Sommer-Regen7"}',
  received: { 'Content-Type': 'application/json' },
};
const key: Told = { sent: { 'X-API-Key': 'k7Qm2Zt9LxKc4RpWd1NyHs6vB3' } };
const keyInAddress = 'https://api.example.com/data?apikey=k7Qm2Zt9LxKc4RpWd1NyHs6vB3';
const mutation = '{"query":"mutation { signIn(email: \\"a@example.com\\", password: \\"x\\") { token } }"}';

describe('a refusal, whatever its status', () => {
  test.each<[string, Told, Cause]>([
    [
      '400 to a login',
      { ...login, status: 400, body: { error: 'Unable to log in with provided credentials.' } },
      'credentials-rejected',
    ],
    [
      '422 to a login',
      { ...login, status: 422, body: { message: 'These credentials do not match our records.' } },
      'credentials-rejected',
    ],
    [
      '200 to a login',
      { ...login, status: 200, body: { success: false, message: 'Wrong email or password' } },
      'credentials-rejected',
    ],
    [
      '500 to a login',
      { ...login, status: 500, body: { Code: 'AccountPasswordInvalid' } },
      'credentials-rejected',
    ],
    [
      'a mutation that logs in',
      {
        ...login,
        posted: mutation,
        status: 200,
        body: { data: null, errors: [{ message: 'Invalid password' }] },
      },
      'credentials-rejected',
    ],
    [
      'a line of text for a key in the address',
      { url: keyInAddress, status: 200, body: 'API Key Incorrect' },
      'credentials-rejected',
    ],
    [
      'an element that tells in its attributes',
      {
        url: keyInAddress,
        status: 200,
        received: { 'Content-Type': 'text/xml' },
        body: '<?xml version="1.0"?><error code="100" description="Invalid API Key"/>',
      },
      'credentials-rejected',
    ],
    [
      '404 to a login',
      { ...login, status: 404, body: { message: 'Incorrect user name or password' } },
      'credentials-rejected',
    ],
    [
      'an account that is locked, told in a 200',
      { ...login, status: 200, body: { errorCode: 7, errorMessage: 'Account temporarily locked out' } },
      'account-unusable',
    ],
    [
      '402 for an account that is suspended',
      { ...key, status: 402, body: { error: 'Account suspended: payment overdue' } },
      'account-unusable',
    ],
    [
      '400 for an address that is not on the list',
      { ...key, status: 400, body: { error: 'IP address 203.0.113.9 is not whitelisted' } },
      'ip-not-allowed',
    ],
    [
      'an address that is not on the list, told in a 200 to user and key',
      {
        posted: 'username=Default&key=Zr4KpXq8LmW2sTb6VnYc0HdJf3GuEaQi',
        status: 200,
        body: { error: { ip: 'Warning: Your IP 203.0.113.9 is not allowed to access this API!' } },
      },
      'ip-not-allowed',
    ],
    [
      'a licence that was not bought',
      { sent: bearer(), status: 400, body: { error: 'No active licence for this scope' } },
      'permission-denied',
    ],
    [
      'a code beside the data',
      {
        sent: bearer(),
        status: 200,
        body: { data: null, errors: [{ message: 'Forbidden', extensions: { code: 'FORBIDDEN' } }] },
      },
      'permission-denied',
    ],
    ['a login that is gone', { ...login, status: 410 }, 'auth-method-retired'],
    [
      'too many calls, told in a 200',
      {
        url: keyInAddress,
        status: 200,
        body: { status: '0', message: 'NOTOK', result: 'Max rate limit reached' },
      },
      'rate-limited',
    ],
    [
      'a session that is over, told in a 500',
      {
        url: 'https://api.example.com/read?sessionId=4b1c2d3e-5f60-4718-a29b-0c1d2e3f4a5b',
        status: 500,
        body: { Code: 'SessionNotValid', Message: 'Session is not active or timed out' },
      },
      'session-expired',
    ],
  ])('%s', (_, told, cause) => {
    expect(diagnose(attemptOf(told)).findings[0]?.cause).toBe(cause);
  });
});

describe('silent on the nearest thing that is none', () => {
  test.each<[string, Told]>([
    [
      'a name that is taken, when signing up',
      {
        ...login,
        url: 'https://app.example.com/api/register',
        status: 400,
        body: { error: 'Invalid user name' },
      },
    ],
    [
      'a new password that is too weak',
      {
        ...login,
        url: 'https://app.example.com/api/password/reset',
        status: 422,
        body: { error: 'password is invalid' },
      },
    ],
    [
      'a field of the login that is left out',
      { ...login, status: 400, body: { password: ['This field is required.'] } },
    ],
    ['a login that went well', { ...login, status: 200, body: { token: 'a', message: 'ok' } }],
    ['a login whose database is gone', { ...login, status: 500, body: { error: 'connection refused' } }],
    ['a user that was looked up', { sent: opaque, status: 404, body: { message: 'User not found' } }],
    ['an order to be paid', { ...key, status: 402, body: { error: 'Your card was declined' } }],
    ['an address of a house', { ...key, status: 400, body: { error: 'The postal address is incomplete' } }],
    [
      'a limit of the account’s settings',
      { sent: bearer(), status: 200, body: { limits: { rate: 'limit reached at 5' }, ok: true } },
    ],
    ['a plan that is no plan', { sent: bearer(), status: 400, body: { error: 'plan is required' } }],
    [
      'a query that GraphQL cannot read',
      {
        sent: bearer(),
        status: 200,
        body: { errors: [{ message: 'Forbidden field', extensions: { code: 'BAD_USER_INPUT' } }] },
      },
    ],
    [
      'a report about errors',
      {
        url: keyInAddress,
        status: 200,
        received: { 'Content-Type': 'text/xml' },
        body: '<report><errors count="2" reason="wrong size"/></report>',
      },
    ],
  ])('%s', (_, told) => {
    expect(diagnose(attemptOf(told))).toMatchObject({ failed: false, findings: [] });
  });
});
