import { describe, expect, test } from 'vitest';
import { attemptOf, opaque } from './attempt.test-support.ts';
import type { Cause } from './causes.ts';
import { diagnose } from './diagnose.ts';
import { POSSIBLE } from './words.ts';

const json = { 'Content-Type': 'application/json' };

describe('an error behind a 200, wherever the answer keeps it', () => {
  test.each<[string, object, Cause]>([
    [
      'the status of each result',
      {
        id: 1,
        result: [{ status: { code: -11, message: 'No permission for the resource' }, url: '/dvmdb/adom' }],
      },
      'permission-denied',
    ],
    [
      'a head beside a body',
      { head: { code: '4003', msg: 'The access token has expired' }, body: {} },
      'token-expired',
    ],
    [
      'a header within the response',
      { response: { header: { resultCode: '30', resultMsg: 'API key is not registered' } } },
      'credentials-rejected',
    ],
    [
      'a result two levels down',
      { LIST: { RESULT: { STATUS: 100, ERROR_MSG: 'APIキーが無効です' } } },
      'credentials-rejected',
    ],
    [
      'an envelope beside its signature',
      { orders_response: { code: '40002', msg: 'The access token has expired' }, sign: 'aa' },
      'token-expired',
    ],
    [
      'a member whose name has a space in it',
      { 'Error Message': 'The API key is invalid' },
      'credentials-rejected',
    ],
    [
      'a member in Romanian',
      { eroare: 'Nu aveti drept in SPV pentru CIF=1', titlu: 'x' },
      'permission-denied',
    ],
    ['a member in Portuguese', { erro: 'Token expirado', dados: null }, 'token-expired'],
    ['a member in German', { fehler: 'API-Schlüssel ungültig' }, 'credentials-rejected'],
  ])('%s', (_, body, cause) => {
    const { findings } = diagnose(attemptOf({ sent: opaque, status: 200, received: json, body }));
    expect(findings[0]?.cause).toBe(cause);
  });
});

describe('what no refusal is', () => {
  test.each<[string, object]>([
    ['a head that tells of success', { head: { code: '0000', msg: 'The access token has been refreshed' } }],
    ['a result that was done', { result: [{ status: { code: 0, message: 'OK' }, url: '/x' }] }],
    ['a status of a shipment', { status: { code: 42, message: 'The parcel waits at the customs' } }],
    ['an error message that tells of success', { error_code: 0, error_msg: 'SUCCESS', data: { token: 'x' } }],
    ['no error in Portuguese', { erro: false, mensagem: 'Token válido' }],
    ['an empty list in Spanish', { errores: [], datos: [{ permiso: 'denegado' }] }],
  ])('%s', (_, body) => {
    const { findings } = diagnose(attemptOf({ sent: opaque, status: 200, received: json, body }));
    expect(findings.filter(({ confidence }) => confidence > POSSIBLE)).toEqual([]);
  });
});
