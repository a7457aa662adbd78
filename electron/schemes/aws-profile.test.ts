import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { FlowStopped } from '../../shared/schemes/scheme.ts';
import { createSchemeHost } from './scheme-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'aws-files-'));

beforeAll(() => {
  const credentials = join(folder, 'credentials');
  const config = join(folder, 'config');
  writeFileSync(
    credentials,
    '[default]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = s/+=\n' +
      '[short]\naws_access_key_id = ASIAEXAMPLE\naws_secret_access_key = s\naws_session_token = t==\n' +
      '[half]\naws_access_key_id = AKIDEXAMPLE\n',
  );
  writeFileSync(
    config,
    '[default]\nregion = eu-west-1\n' +
      '[profile sso]\nsso_session = corp\n[sso-session corp]\nsso_start_url = https://x.awsapps.com/start\n' +
      '[profile run]\ncredential_process = /bin/keys\n' +
      '[profile role]\nrole_arn = arn:aws:iam::1:role/a\nsource_profile = default\n' +
      '[profile conf]\naws_access_key_id = AKIACONF\naws_secret_access_key = c\n',
  );
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', credentials);
  vi.stubEnv('AWS_CONFIG_FILE', config);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const host = createSchemeHost(() => 0, { get: () => undefined, set: () => undefined });
const read = (name: string) => host.answer({ step: 'source', source: { kind: 'aws-profile', name } });

describe('a profile of the shared AWS files', () => {
  test.each([
    ['default', { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 's/+=', region: 'eu-west-1' }],
    ['short', { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 's', sessionToken: 't==' }],
    ['conf', { accessKeyId: 'AKIACONF', secretAccessKey: 'c' }],
    ['nobody', undefined],
  ])('%s', async (name, values) => expect(await read(name)).toEqual({ result: 'source', values }));

  test.each([
    ['sso', /login in the browser \(SSO\); run "aws configure export-credentials --profile sso"/],
    ['run', /another program/],
    ['role', /a role/],
    ['half', /holds no access key ID and secret/],
  ])('%s needs more than a file', async (name, message) => {
    await expect(read(name)).rejects.toThrow(FlowStopped);
    await expect(read(name)).rejects.toMatchObject({
      code: 'aws-profile-unfit',
      message: expect.stringMatching(message),
    });
  });
});
