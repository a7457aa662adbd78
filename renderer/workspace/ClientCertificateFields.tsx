import type { ClientCertificateFiles } from '../../shared/workspace/client-certificate.ts';
import { plainSecret } from '../../shared/workspace/secret.ts';
import { openSecret } from '../auth/open-secret.ts';
import { SecretInput } from '../ui/SecretInput.tsx';
import { TextInput } from '../ui/TextInput.tsx';

/** Files of a client certificate. Without a certificate file there is none; the rest shows once one is named. */
export const ClientCertificateFields = ({
  files,
  help,
  onChange,
}: {
  readonly files: ClientCertificateFiles | undefined;
  readonly help: string;
  readonly onChange: (files: ClientCertificateFiles | undefined) => void;
}) => {
  const passphrase = files?.passphrase ?? plainSecret('');
  const change = (part: Partial<ClientCertificateFiles>): void => {
    const next = { certificateFile: '', passphrase, ...files, ...part };
    onChange(next.certificateFile === '' ? undefined : next);
  };
  return (
    <>
      <TextInput
        label="Client certificate"
        takesVariables
        value={files?.certificateFile ?? ''}
        placeholder="None; /home/me/alice.pem or alice.p12"
        help={help}
        onChange={(certificateFile) => {
          change({ certificateFile });
        }}
      />
      {files !== undefined && (
        <>
          <TextInput
            label="Key file"
            takesVariables
            value={files.keyFile ?? ''}
            placeholder="In the file of the certificate"
            onChange={(keyFile) => {
              change({ keyFile: keyFile === '' ? undefined : keyFile });
            }}
          />
          <SecretInput
            label="Passphrase"
            takesVariables
            placeholder="Where key or file is encrypted"
            value={
              'ref' in passphrase
                ? { kind: 'stored', tail: passphrase.tail }
                : { kind: 'typed', text: passphrase.plain }
            }
            open={'ref' in passphrase ? () => openSecret(passphrase.ref) : undefined}
            onChange={(text) => {
              change({ passphrase: plainSecret(text) });
            }}
          />
        </>
      )}
    </>
  );
};
