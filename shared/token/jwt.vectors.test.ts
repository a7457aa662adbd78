import { describe, expect, test } from 'vitest';
import { isRecord } from '../exchange/json.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { decodeJwt } from './jwt.ts';

const shelf = shelved('vectors/jwt-decode.json');

describe.skipIf(shelf === undefined)('conformance: jwt-decode.json', () => {
  const vectors: unknown = isRecord(shelf) ? shelf['vectors'] : [];
  const rows = (Array.isArray(vectors) ? vectors : []).filter(isRecord);

  /** Its claims are Latin-1, and RFC 7519 §3 wants UTF-8: refused here, where jwt-decode guesses. */
  const latin1 = 'jwtdecode-binary';

  test.each(rows.map((row) => [String(row['id']), row] as const))('%s', (id, row) => {
    const wanted = isRecord(row['expect']) ? row['expect'] : {};
    const decoded = decodeJwt(String(row['token']));
    if (wanted['invalid'] !== undefined || id === latin1) expect(decoded.kind).toBe('not-a-jwt');
    else
      expect(decoded).toMatchObject({
        kind: 'jwt',
        jwt: { header: wanted['header'], claims: wanted['claims'] },
      });
  });
});
