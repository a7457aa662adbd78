import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * AES-256-GCM with a random 96-bit nonce. `about` is authenticated, not encrypted: a sealed text opens only for what it
 * was sealed for. Text form: Base64url of nonce, ciphertext and tag.
 */

const nonceLength = 12;
const tagLength = 16;

export const keyLength = 32;

export const sealText = (key: Uint8Array, text: string, about: string): string => {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(about, 'utf8'));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url');
};

/** `undefined` where a byte was changed, the key is another one, or it was sealed for something else. */
export const openText = (key: Uint8Array, sealed: string, about: string): string | undefined => {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < nonceLength + tagLength) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(about, 'utf8'));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagLength));
  try {
    const body = decipher.update(bytes.subarray(nonceLength, bytes.length - tagLength));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
};
