import { describe, expect, test } from 'vitest';
import { attemptOf } from './attempt.test-support.ts';
import type { Cause } from './causes.ts';
import { diagnose } from './diagnose.ts';

const envelope = (inner: string): string =>
  `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">${inner}</soap:Envelope>`;

const login = envelope(
  '<soap:Header><wsse:Security><wsse:UsernameToken><wsse:Username>kim</wsse:Username><wsse:Password Type="PasswordText">word-of-kim</wsse:Password></wsse:UsernameToken></wsse:Security></soap:Header><soap:Body/>',
);

const fault = (code: string, text: string): string =>
  envelope(
    `<soap:Body><soap:Fault><faultcode>${code}</faultcode><faultstring>${text}</faultstring></soap:Fault></soap:Body>`,
  );

const causeOf = (posted: string, body: string): Cause | undefined =>
  diagnose(
    attemptOf({
      url: 'https://ws.partner.example/Service.asmx',
      sent: { 'Content-Type': 'text/xml', SOAPAction: '"urn:GetAccount"' },
      posted,
      status: 500,
      received: { 'Content-Type': 'text/xml' },
      body,
    }),
  ).findings[0]?.cause;

describe('a fault that refuses', () => {
  test.each<[string, string, string, Cause]>([
    [
      'the UsernameToken',
      login,
      fault('wsse:FailedAuthentication', 'The security token could not be authenticated or authorized'),
      'credentials-rejected',
    ],
    [
      'a request without one',
      envelope('<soap:Body/>'),
      fault('wsse:InvalidSecurity', 'An error was discovered processing the wsse:Security header'),
      'credentials-missing',
    ],
    ['a login by name', login, fault('soap:Client', 'Invalid username or password'), 'credentials-rejected'],
  ])('%s', (_, posted, body, cause) => {
    expect(causeOf(posted, body)).toBe(cause);
  });
});

describe('a fault of another kind is no refusal', () => {
  test.each([
    ['an unknown number', fault('soap:Server', 'Object reference not set to an instance of an object.')],
    ['a missing field', fault('soap:Client', 'The element AccountNumber is required')],
    ['a timeout', fault('soap:Server', 'The operation has timed out')],
  ])('%s', (_, body) => {
    expect(causeOf(login, body)).toBeUndefined();
  });
});
