import { utf8OfBytes } from '../exchange/bytes.ts';
import type { ClientCertificateFiles } from '../workspace/client-certificate.ts';
import { plainSecret } from '../workspace/secret.ts';
import type { GivenOption } from './curl-words.ts';

/** --cert, --key and --pass. What kind of file it is shows in the file itself, so --cert-type and --key-type add nothing. */
export const readCurlCertificate = (
  given: readonly GivenOption[],
  notes: string[],
): ClientCertificateFiles | undefined => {
  const text = (name: string): string | undefined => {
    const value = given.findLast((option) => option.name === name)?.value;
    return value === undefined ? undefined : utf8OfBytes(value);
  };
  const named = text('cert');
  if (named === undefined || named === '') return undefined;
  if (/^pkcs11:/i.test(named) || /^(?:ENG|PROV)$/i.test(text('cert-type') ?? '')) {
    notes.push('The client certificate was left out: only files are read, no tokens or engines.');
    return undefined;
  }
  const { file, passphrase } = splitPassphrase(named);
  const keyFile = text('key');
  return {
    certificateFile: file,
    ...(keyFile === undefined || keyFile === '' ? {} : { keyFile }),
    passphrase: plainSecret(text('pass') ?? passphrase ?? ''),
  };
};

/** `file:passphrase`; a colon of the file's own is written `\:`, and the one behind a drive letter belongs to the file. */
const splitPassphrase = (text: string): { readonly file: string; readonly passphrase?: string } => {
  const [, file = '', passphrase] =
    /^((?:[A-Za-z]:(?=[\\/]))?(?:\\[^]|[^\\:])*)(?::([^]*))?$/.exec(text) ?? [];
  const plain = file.replace(/\\([:\\])/g, '$1');
  return { file: plain, ...(passphrase === undefined ? {} : { passphrase }) };
};
