import { hostIn } from '../exchange/url.ts';
import { plainSecret } from '../workspace/secret.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** Shows a certificate in the TLS handshake (RFC 8446 §4.4.2): asks for its files on the engine’s machine. */
export const chooseClientCertificate = defineRemedy({
  id: 'choose-client-certificate',
  plan(situation) {
    const { draft } = situation;
    const before = draft.settings.clientCertificate;
    return resend(situation, {
      id: 'choose-client-certificate',
      label: 'Show the certificate and retry',
      changes: [
        {
          before: `Client certificate: ${before?.certificateFile ?? 'none'}`,
          after: 'Client certificate: the one you name',
        },
      ],
      sends: `Sends this ${draft.method} again and shows the certificate to ${hostIn(draft.url) ?? draft.url} alone.`,
      question: {
        kind: 'values',
        fields: [
          {
            name: 'certificateFile',
            label: 'Certificate file (PEM or PKCS #12)',
            secret: false,
            value: before?.certificateFile ?? '',
          },
          {
            name: 'keyFile',
            label: 'Key file, where it is a file of its own',
            secret: false,
            value: before?.keyFile ?? '',
            optional: true,
          },
          { name: 'passphrase', label: 'Passphrase, if it has one', secret: true, value: '', optional: true },
        ],
      },
      apply: ({ certificateFile = '', keyFile = '', passphrase = '' }) => ({
        ...draft,
        settings: {
          ...draft.settings,
          clientCertificate: {
            certificateFile: certificateFile.trim(),
            ...(keyFile.trim() === '' ? {} : { keyFile: keyFile.trim() }),
            passphrase: plainSecret(passphrase),
          },
        },
      }),
    });
  },
});
