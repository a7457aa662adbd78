import { percentDecoded } from '../../exchange/percent.ts';

/** A private key and, where its text says so, its name. */
export interface AsapKey {
  readonly text: string;
  readonly keyId: string;
}

/**
 * Atlassian's tools hand a key out as `data:application/pkcs8;kid=…;base64,…`, its name percent-encoded; that is PEM
 * without its frame. Any other text stays as it is.
 */
export const asapKeyOf = (privateKey: string, keyId: string): AsapKey => {
  const [, kid, base64] =
    /^data:application\/pkcs8(?:;kid=([^;,]*))?;base64,([A-Za-z0-9+/=\s]+)$/.exec(privateKey.trim()) ?? [];
  if (base64 === undefined) return { text: privateKey, keyId };
  const lines = base64.replace(/\s/g, '').match(/.{1,64}/g) ?? [];
  return {
    text: ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n'),
    keyId: keyId === '' ? percentDecoded(kid ?? '') : keyId,
  };
};
