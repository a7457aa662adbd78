import { describe, expect, test } from 'vitest';
import { isRecord } from '../../shared/exchange/json.ts';
import { shelved } from '../../shared/exchange/vectors.test-support.ts';
import { verifyJws } from './verify.ts';

const shelf = shelved('vectors/jws-verify.json');

describe.skipIf(shelf === undefined)('conformance: jws-verify.json', () => {
  const file = isRecord(shelf) ? shelf : {};
  const keys = isRecord(file['keys']) ? file['keys'] : {};
  const rows = (Array.isArray(file['vectors']) ? file['vectors'] : []).filter(isRecord);

  test.each(rows.map((row) => [String(row['id']), row] as const))('%s', async (_, row) => {
    const key = keys[String(row['key'])];
    const wanted = isRecord(row['expect']) ? row['expect'] : {};
    const verified = await verifyJws(String(row['token']), isRecord(key) ? key : {});
    expect(verified).toMatchObject({ valid: wanted['valid'] });
    if (verified.valid && typeof row['payload'] === 'string')
      expect(new TextDecoder().decode(verified.payload)).toBe(row['payload']);
  });
});
