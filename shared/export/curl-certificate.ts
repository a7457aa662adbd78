import { utf8ByteString } from '../exchange/bytes.ts';

/** A client certificate by its files, its passphrase opened. */
export interface CurlCertificate {
  readonly certificateFile: string;
  readonly keyFile?: string | undefined;
  readonly passphrase: string;
}

/** --cert, --key and --pass; byte strings. curl must be told that a file is PKCS #12, which its name says. */
export const curlCertificate = (
  { certificateFile, keyFile, passphrase }: CurlCertificate,
  masked: boolean,
): readonly (readonly string[])[] => [
  // A colon would begin the passphrase.
  ['--cert', utf8ByteString(certificateFile.replace(/[:\\]/g, '\\$&'))],
  ...(/\.(?:p12|pfx)$/i.test(certificateFile) ? [['--cert-type', 'P12']] : []),
  ...(keyFile === undefined || keyFile === '' ? [] : [['--key', utf8ByteString(keyFile)]]),
  ...(passphrase === '' ? [] : [['--pass', utf8ByteString(masked ? '••••••••' : passphrase)]]),
];
