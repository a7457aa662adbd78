import { z } from 'zod';
import { savedSettingSecretSchema, decodeSetting, type SecretSink, type SecretSource } from './saved-text.ts';
import { secretTextSchema } from './secret.ts';

/** A certificate that a client shows to a server (RFC 8446 §4.4.2), by its files on the engine's machine. */
export const clientCertificateSchema = z.object({
  /** PEM, or PKCS #12 with its key inside (.p12, .pfx). */
  certificateFile: z.string(),
  /** PEM; absent where the certificate's file holds the key too. */
  keyFile: z.string().optional(),
  /** Of an encrypted key or of the PKCS #12 file. */
  passphrase: secretTextSchema,
});
export type ClientCertificateFiles = z.infer<typeof clientCertificateSchema>;

/** As a file of the workspace holds it: the passphrase is in the vault. */
export const savedClientCertificateSchema = z.strictObject({
  certificateFile: z.string(),
  keyFile: z.string().optional(),
  passphrase: savedSettingSecretSchema.optional(),
});
export type SavedClientCertificate = z.infer<typeof savedClientCertificateSchema>;

const place = 'clientCertificate/passphrase';

export const encodeClientCertificate = (
  { certificateFile, keyFile, passphrase }: ClientCertificateFiles,
  sink: SecretSink,
): SavedClientCertificate => ({
  certificateFile,
  ...(keyFile === undefined || keyFile === '' ? {} : { keyFile }),
  ...('plain' in passphrase && passphrase.plain === ''
    ? {}
    : { passphrase: sink.setting(place, passphrase) }),
});

export const decodeClientCertificate = (
  { certificateFile, keyFile, passphrase }: SavedClientCertificate,
  source: SecretSource,
): ClientCertificateFiles => ({
  certificateFile,
  ...(keyFile === undefined ? {} : { keyFile }),
  passphrase: passphrase === undefined ? { plain: '' } : decodeSetting(passphrase, place, source),
});
