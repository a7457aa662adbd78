import { describe, expect, test } from 'vitest';
import { attemptOf, basic, opaque } from '../attempt.test-support.ts';
import type { Told } from '../attempt.test-support.ts';
import { diagnose } from '../diagnose.ts';

const key = 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G';

describe('where a product reads its credential', () => {
  const rows: readonly (readonly [string, Told, string])[] = [
    [
      'another field than its own',
      { url: 'https://api.elevenlabs.io/v1/voices', sent: { 'X-Api-Key': key } },
      'credentials-in-wrong-place',
    ],
    [
      'Authorization, which it does not read',
      { url: 'https://api.fastly.com/service', sent: opaque },
      'credentials-in-wrong-place',
    ],
    [
      'another scheme than its own',
      { url: 'https://api.netlify.com/api/v1/sites', sent: basic('ada', key) },
      'scheme-mismatch',
    ],
    [
      'another scheme than the product whose path it is reads at whichever host',
      { url: 'https://ci.example.com/job/nightly/build', sent: opaque },
      'scheme-mismatch',
    ],
    [
      'another field than the product whose clients alone send such a field',
      {
        url: 'https://git.example.com/api/v4/projects',
        sent: { 'X-Api-Key': key },
      },
      'credentials-in-wrong-place',
    ],
    [
      'Bearer, where a build server reads user and token',
      {
        url: 'https://ci.example.com/job/shop/api/json',
        sent: opaque,
        received: { 'X-Jenkins': '2.426.1' },
      },
      'scheme-mismatch',
    ],
    [
      'no scheme at all',
      { url: 'https://api.netlify.com/api/v1/sites', sent: { Authorization: key } },
      'header-malformed',
    ],
  ];

  test.each(rows)('%s', (_, told, cause) => {
    const [first] = diagnose(attemptOf(told)).findings;
    expect(first?.cause).toBe(cause);
    expect(first?.evidence[0]?.text).toMatch(/ reads .*; sent was /);
  });

  test.each<readonly [string, Told]>([
    ['its own place', { url: 'https://api.elevenlabs.io/v1/voices', sent: { 'xi-api-key': key } }],
    [
      'its own place among others',
      { url: 'https://api.elevenlabs.io/v1/x', sent: { ...opaque, 'X-Api-Key': key } },
    ],
    [
      'a signature in the address',
      {
        url: 'https://acme.s3.eu-central-1.amazonaws.com/a?X-Amz-Credential=AKIA5TQJ2KQH7VNX3B4C%2F20231115%2Feu-central-1%2Fs3%2Faws4_request&X-Amz-Date=20231115T120000Z&X-Amz-Expires=3600&X-Amz-Signature=9c3ad4bd',
        sent: {},
      },
    ],
    ['a cookie', { url: 'https://api.fastly.com/service', sent: { Cookie: `session=${key}` } }],
    [
      'a service behind its network',
      {
        url: 'https://api.example.com/',
        sent: { 'X-Api-Key': key },
        received: { 'CF-Ray': '1-FRA', Server: 'cloudflare' },
      },
    ],
    ['a product that nobody knows', { url: 'https://api.example.com/', sent: { 'X-Api-Key': key } }],
  ])('silent on %s', (_, told) => {
    const texts = diagnose(attemptOf(told)).findings.flatMap(({ evidence }) =>
      evidence.map(({ text }) => text),
    );
    expect(texts.filter((text) => text.includes('; sent was '))).toEqual([]);
  });
});
