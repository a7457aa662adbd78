import { isRecord } from '../../exchange/json.ts';
import type { Facts } from '../facts.ts';

/**
 * The error that a token endpoint tells in its own form behind a 5xx (RFC 6749 §5.2): the authorization server itself
 * failed, and not what stands before it.
 */
export const failsAtIssuing = ({ tokenRequest, status = 0, body }: Facts): string | undefined => {
  if (!tokenRequest || status < 500 || body.kind !== 'json' || !isRecord(body.value)) return undefined;
  const { error } = body.value;
  return typeof error === 'string' && error !== '' ? error : undefined;
};
