import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readClientCertificate } from './client-certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'why401-client-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string): string => join(folder, name);
const openssl = (...words: string[]): boolean => {
  try {
    execFileSync('openssl', words, { stdio: 'ignore', cwd: folder });
    return true;
  } catch {
    return false;
  }
};

/** Files as people have them: a pair, an encrypted key, both in one, PKCS #12 of today and of 2005. */
const made =
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    '/O=Acme/CN=alice',
    '-keyout',
    'a.key',
    '-out',
    'a.crt',
  ) &&
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    '/CN=bob',
    '-keyout',
    'b.key',
    '-out',
    'b.crt',
  ) &&
  openssl('pkcs8', '-topk8', '-in', 'a.key', '-out', 'locked.key', '-passout', 'pass:wonderland') &&
  openssl('x509', '-in', 'a.crt', '-outform', 'DER', '-out', 'a.der') &&
  openssl(
    'pkcs12',
    '-export',
    '-in',
    'a.crt',
    '-inkey',
    'a.key',
    '-out',
    'a.p12',
    '-passout',
    'pass:wonderland',
  );
const old =
  made &&
  openssl(
    'pkcs12',
    '-export',
    '-legacy',
    '-in',
    'a.crt',
    '-inkey',
    'a.key',
    '-out',
    'old.p12',
    '-passout',
    'pass:x',
  );
if (!made) console.log('skipped: client certificates, since openssl is not installed.');
else if (!old) console.log('skipped: an old PKCS #12 file, since this openssl writes none.');
if (made) {
  execFileSync('sh', ['-c', 'cat a.key a.crt > both.pem'], { cwd: folder });
  writeFileSync(path('garbage.p12'), 'garbage');
}

const read = (certificateFile: string, keyFile?: string, passphrase = '') =>
  readClientCertificate({
    host: 'a',
    note: '',
    certificateFile: path(certificateFile),
    keyFile: keyFile === undefined ? undefined : path(keyFile),
    passphrase,
  });

describe.runIf(made)('usable', () => {
  test.each<[string, string | undefined, string]>([
    ['a.crt', 'a.key', ''],
    ['both.pem', undefined, ''],
    ['a.der', 'a.key', ''],
    ['a.crt', 'locked.key', 'wonderland'],
    ['a.p12', undefined, 'wonderland'],
  ])('%s with key %s', async (certificateFile, keyFile, passphrase) => {
    expect(await read(certificateFile, keyFile, passphrase)).toMatchObject({
      subject: 'O=Acme, CN=alice',
      fingerprint: expect.stringMatching(/^[0-9A-F]{2}(?::[0-9A-F]{2}){31}$/),
    });
  });
});

describe.runIf(made)('not usable', () => {
  test.each<[string, string | undefined, string, RegExp]>([
    ['missing.crt', 'a.key', '', /client certificate .*missing\.crt cannot be read/],
    ['a.crt', 'missing.key', '', /private key .*missing\.key cannot be read/],
    ['a.crt', undefined, '', /a\.crt holds no private key/],
    ['a.crt', 'b.key', '', /b\.key does not belong to the certificate O=Acme, CN=alice/],
    ['a.crt', 'locked.key', '', /locked\.key is encrypted. Type its passphrase/],
    ['a.crt', 'locked.key', 'Wonderland', /passphrase of the key in .*locked\.key is wrong/],
    ['a.p12', undefined, '', /a\.p12 is protected by a passphrase/],
    ['a.p12', undefined, 'Wonderland', /passphrase of .*a\.p12 is wrong/],
    ['garbage.p12', undefined, '', /neither a PEM nor a PKCS #12 file/],
  ])('%s with key %s and "%s"', async (certificateFile, keyFile, passphrase, sentence) => {
    expect(await read(certificateFile, keyFile, passphrase)).toMatch(sentence);
  });

  test.runIf(old)('a PKCS #12 file of an old kind: how to convert it', async () => {
    expect(await read('old.p12', undefined, 'x')).toMatch(/RC2 or 3DES.*openssl pkcs12 -legacy -in/);
  });
});
