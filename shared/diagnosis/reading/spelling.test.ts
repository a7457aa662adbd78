import { expect, test } from 'vitest';
import { spelledRight } from './spelling.ts';

test.each([
  ['alllowed', 'allowed'],
  ['alowed', 'allowed'],
  ['invaild', 'invalid'],
  ['expierd', 'expired'],
  ['permision', 'permission'],
  ['credentails', 'credentials'],
  ['signiture', 'signature'],
  ['adress', 'address'],
  ['forbiden', 'forbidden'],
])('%s means %s', (written, meant) => expect(spelledRight(written)).toBe(meant));

test.each([
  'expires',
  'expire',
  'require',
  'requires',
  'passwort',
  'certificat',
  'signatur',
  'addressed',
  'authentification',
  'permitter',
  'disable',
  'enabled',
  'mission',
  'allows',
  'invalide',
])('%s is left as it is', (word) => expect(spelledRight(word)).toBe(word));
