import type { Xray } from '../../exchange/exchange.ts';
import { maskSecret } from '../../exchange/redact.ts';
import type { SignedJws } from './jws.ts';

/** How a token was signed. The signature is masked: with the signing input beside it, it would be the token. */
export const jwsXray = (
  scheme: string,
  header: string,
  claims: string,
  { signingInput, signature }: SignedJws,
): Xray => ({
  scheme,
  parts: [
    { kind: 'input', label: 'JOSE header', text: header },
    { kind: 'input', label: 'claims', text: claims },
    { kind: 'to-sign', label: 'JWS signing input', text: signingInput },
    { kind: 'result', label: 'signature', text: maskSecret(signature), masked: true },
  ],
});
