import { byteStringOfBody } from '../../exchange/body-bytes.ts';
import type { ReceivedResponse, XrayPart } from '../../exchange/exchange.ts';
import { valueOf, valuesOf } from '../../exchange/fields.ts';
import { authParam } from '../../http-auth/auth.ts';
import { parseAuthParams } from '../../http-auth/auth-params.ts';
import { hexHash } from './algorithm.ts';
import { digestRspauth, type DigestInputs } from './response.ts';

/** What Authentication-Info says (RFC 7616 §3.5), in the head or behind the body. */
export interface DigestInfo {
  readonly nextNonce: string | undefined;
  readonly rspauth: string | undefined;
}

/** @param name Authentication-Info, or Proxy-Authentication-Info */
export const digestInfo = (
  { fields, trailers = [] }: ReceivedResponse,
  name: string = 'Authentication-Info',
): DigestInfo => {
  const values = [...valuesOf(fields, name), ...valuesOf(trailers, name)];
  const { params } = parseAuthParams(values.join(', '));
  return { nextNonce: authParam({ params }, 'nextnonce'), rspauth: authParam({ params }, 'rspauth') };
};

/** Whether the server proved by its `rspauth` that it knows the password too; nothing where it sent none. */
export const digestProof = (inputs: DigestInputs, response: ReceivedResponse): readonly XrayPart[] => {
  const { rspauth } = digestInfo(response);
  if (rspauth === undefined) return [];
  const part = (text: string): readonly XrayPart[] => [{ kind: 'result', label: 'rspauth', text }];
  const bodyHash = inputs.qop === 'auth-int' ? hashOfBody(inputs, response) : '';
  if (bodyHash === undefined) {
    return part('Not checked: the bytes of the answer that it covers are no longer at hand.');
  }
  return part(
    rspauth.toLowerCase() === digestRspauth({ ...inputs, bodyHash })
      ? 'As expected: the server knows the password too.'
      : 'Not as expected: the server does not know the password, or the answer was changed on its way.',
  );
};

/** The body counts as it was transferred: one that was decoded or lies in a file has no such hash here. */
const hashOfBody = ({ algorithm }: DigestInputs, { fields, body }: ReceivedResponse): string | undefined => {
  const bytes =
    (valueOf(fields, 'Content-Encoding') ?? 'identity') === 'identity' ? byteStringOfBody(body) : undefined;
  return bytes === undefined ? undefined : hexHash(algorithm.hash, bytes);
};
