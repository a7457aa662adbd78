import { isRecord, parseJson } from '../../shared/exchange/json.ts';
import { verifyJws } from './verify.ts';

/** Whether one of the keys of a key set (RFC 7517 §5), given as JSON, bears the signature out. Never throws. */
export const verifyWithKeySet = async (
  token: string,
  text: string,
): Promise<{ readonly valid: boolean; readonly because?: string }> => {
  const set = parseJson(text);
  const keys = isRecord(set) && Array.isArray(set['keys']) ? set['keys'].filter(isRecord) : [];
  let because = 'the set holds no key';
  for (const key of keys) {
    const verified = await verifyJws(token, key);
    if (verified.valid) return { valid: true };
    because = verified.because;
  }
  return { valid: false, because };
};
