import type { TokenChecked } from '../../shared/ipc/replies.ts';
import { decodeJwt, textClaim } from '../../shared/token/jwt.ts';
import { readMetadata } from './authorization-server.ts';
import { signatureBy } from './issuer-keys.ts';
import { NoAnswer, type Carrier } from './transport-fetch.ts';

const notChecked = (says: string): TokenChecked => ({ verdict: 'not-checked', says });
const bad = (says: string): TokenChecked => ({ verdict: 'bad', says });

/**
 * Whether the keys that a token's own issuer publishes bear its signature out. Plain HTTP is asked only of this machine.
 * Never throws for what a token, a server or the network does.
 */
export const checkSignature = async (token: string, carrier: Carrier): Promise<TokenChecked> => {
  const decoded = decodeJwt(token);
  if (decoded.kind === 'encrypted')
    return notChecked('It is encrypted: only whom it is for can look for a signature in it.');
  if (decoded.kind === 'not-a-jwt') return notChecked('It is no JSON Web Token, and carries no signature.');
  const { jwt } = decoded;
  const named = jwt.header['alg'];
  const alg = typeof named === 'string' ? named : 'none';
  if (alg.toLowerCase() === 'none') return bad('It is not signed at all (alg is none).');
  if (alg.startsWith('HS'))
    return notChecked(
      `It is signed with a secret (${alg}): only who has the secret can check it, and no published key does.`,
    );
  const issuer = textClaim(jwt, 'iss');
  if (issuer === undefined || !/^https?:\/\//.test(issuer) || !URL.canParse(issuer))
    return notChecked('It names no issuer with an address (iss), and so nobody whose keys could be fetched.');
  try {
    const read = await readMetadata(issuer, carrier, false);
    if (!read.ok) return notChecked(read.message);
    const source = { metadata: read.server, clientSecret: '', allowHttp: false, carrier };
    const signature = await signatureBy(source, token);
    switch (signature.kind) {
      case 'good':
        return { verdict: 'good', says: `The signature is good by the keys of ${new URL(issuer).host}.` };
      case 'bad':
        return bad(`The signature is not good: ${signature.because}.`);
      case 'unknown':
        return notChecked(`The signature could not be checked: ${signature.because}.`);
      default:
        return signature satisfies never;
    }
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return notChecked(`There was no answer about the keys: ${error.failure.message}`);
  }
};
