import { describe, expect, test } from 'vitest';
import { attemptOf, bearer, opaque } from '../attempt.test-support.ts';
import type { Told } from '../attempt.test-support.ts';
import { diagnose } from '../diagnose.ts';

const harvest = 'https://api.harvestapp.com/v2/clients';
const body = {
  error: 'invalid_token',
  error_description: 'The access token provided is expired, revoked, malformed or invalid for other reasons.',
};

const tells = /^Every such call to .* carries .*, which was not sent$| in another form than /;

describe('what every call to a product must carry', () => {
  const rows: readonly (readonly [string, Told, string, string])[] = [
    [
      'a field that names the account',
      { url: harvest, sent: opaque, body },
      'required-header-missing',
      'Harvest-Account-Id',
    ],
    [
      'a field that is empty',
      { url: harvest, sent: { ...opaque, 'Harvest-Account-Id': ' ' }, body },
      'required-header-missing',
      'Harvest-Account-Id',
    ],
    [
      'the key of the application beside the user’s token',
      { url: 'https://api.trakt.tv/users/me', status: 403, sent: opaque },
      'required-header-missing',
      'Trakt-Api-Key',
    ],
    [
      'the version of the interface',
      { url: 'https://services.leadconnectorhq.com/contacts/', sent: opaque },
      'required-header-missing',
      'Version',
    ],
    [
      'a parameter beside another one',
      { url: 'https://api.trello.com/1/members/me?token=Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G', sent: {} },
      'required-header-missing',
      'the parameter key',
    ],
    [
      'an address to write to, in the field that says who calls',
      {
        url: 'https://www.tickspot.com/api/v2/roles.json',
        sent: { ...opaque, 'User-Agent': 'myapp (https://app.example.com)' },
        body: 'Bad credentials',
      },
      'client-not-allowed',
      'User-Agent',
    ],
  ];
  test.each(rows)('%s', (_, told, cause, name) => {
    const [first] = diagnose(attemptOf(told)).findings;
    expect(first?.cause).toBe(cause);
    const said = first?.evidence.map(({ text }) => text).find((text) => tells.test(text));
    expect(said).toContain(name);
  });

  test.each<readonly [string, readonly Told[]]>([
    ['with the field', [{ url: harvest, sent: { ...opaque, 'Harvest-Account-Id': '1641234' }, body }]],
    ['with the parameter in its place', [{ url: `${harvest}?account_id=1641234`, sent: opaque, body }]],
    ['without any credential', [{ url: harvest, sent: {}, body }]],
    [
      'on a credential that tells it by itself',
      [{ url: 'https://api.cloudflare.com/client/v4/zones', status: 403, sent: opaque }],
    ],
    [
      'on a call that was taken without it before',
      [
        { url: 'https://api.trakt.tv/users/settings', status: 200, sent: opaque },
        { url: 'https://api.trakt.tv/users/me', status: 403, sent: opaque },
      ],
    ],
    ['on a product that nobody knows', [{ url: 'https://api.example.com/v2/clients', sent: bearer({}) }]],
    ['where the request is not refused', [{ url: harvest, status: 422, sent: opaque, body }]],
  ])('silent %s', (_, told) => {
    const texts = diagnose(attemptOf(...told)).findings.flatMap(({ evidence }) =>
      evidence.map(({ text }) => text),
    );
    expect(texts.filter((text) => tells.test(text))).toEqual([]);
  });
});
