import { z } from 'zod';
import { byteStringOfBase64 } from '../exchange/bytes.ts';
import { fieldNamed } from '../exchange/fields.ts';
import { attachField, isTypedAuthorization } from './parts/attach.ts';
import { azureSignature, azureStringToSign } from './azure-shared-key/canonical.ts';
import { defineScheme, send, type OutgoingRequest } from './scheme.ts';
import { input, maskedPart, secretInput, shortened } from './parts/xray-parts.ts';

const settings = z.object({
  /** Empty: read off the host. */
  account: z.string().default(''),
  /** Base64. */
  key: z.string().default(''),
  form: z.enum(['SharedKey', 'SharedKeyLite']).default('SharedKey'),
  service: z.enum(['auto', 'storage', 'table']).default('auto'),
  /** Sent as x-ms-version; empty: none. */
  version: z.string().default('2021-12-02'),
});
export type AzureSharedKeySettings = z.infer<typeof settings>;

/** The emulator's account, under which it listens on this machine. */
const emulatorAccount = 'devstoreaccount1';

const accountOf = (url: string): { value: string; because: string } | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  if (pathname.startsWith(`/${emulatorAccount}/`))
    return { value: emulatorAccount, because: 'the account of the emulator, in the path' };
  const [first = '', ...rest] = hostname.split('.');
  return /^(?:blob|file|queue|table|dfs)$/.test(rest[0] ?? '')
    ? { value: first.replace(/-secondary$/, ''), because: 'read off the host name' }
    : undefined;
};

const isTable = ({ service }: AzureSharedKeySettings, url: string): boolean =>
  service === 'table' || (service === 'auto' && /^[^.]+\.table\./.test(new URL(url).hostname));

const signed = (request: OutgoingRequest, own: AzureSharedKeySettings, nowMs: number): OutgoingRequest => {
  const { fields } = request;
  const account = own.account || (accountOf(request.url)?.value ?? '');
  const dated =
    (fieldNamed(fields, 'x-ms-date') ?? fieldNamed(fields, 'Date'))
      ? request
      : attachField(request, 'x-ms-date', new Date(nowMs).toUTCString());
  const versioned = own.version === '' ? dated : attachField(dated, 'x-ms-version', own.version);
  const form = { lite: own.form === 'SharedKeyLite', table: isTable(own, request.url) };
  const toSign = azureStringToSign(versioned, account, form);
  const signature = azureSignature(own.key.trim(), toSign);
  return {
    ...attachField(versioned, 'Authorization', `${own.form} ${account}:${signature}`),
    signed: true,
    xray: {
      scheme: `Azure Storage ${own.form}${form.table ? ', tables' : ''}`,
      parts: [
        input('account', account),
        secretInput('account key'),
        maskedPart('to-sign', 'string to sign', toSign, []),
        shortened('signature', signature),
      ],
    },
  };
};

/** The key of an Azure Storage account: blobs, files, queues and tables. Without a key nothing is added. */
export const azureSharedKey = defineScheme<AzureSharedKeySettings>({
  id: 'azure-shared-key',
  label: 'Azure Storage shared key',
  references: ['Azure Storage: Authorize with Shared Key'],
  challenges: ['sharedkey', 'sharedkeylite'],
  form: [
    {
      name: 'account',
      label: 'Account',
      kind: 'text',
      guess: (_, url) => accountOf(url),
    },
    { name: 'key', label: 'Account key', kind: 'secret', help: 'Base64, as the portal shows it.' },
    {
      name: 'form',
      label: 'Form',
      kind: 'choice',
      group: 'Signature',
      choices: [
        { value: 'SharedKey', label: 'Shared Key' },
        { value: 'SharedKeyLite', label: 'Shared Key Lite' },
      ],
    },
    {
      name: 'service',
      label: 'Service',
      kind: 'choice',
      group: 'Signature',
      choices: [
        { value: 'auto', label: 'By the host' },
        { value: 'storage', label: 'Blob, file, queue' },
        { value: 'table', label: 'Table' },
      ],
    },
    {
      name: 'version',
      label: 'Version',
      kind: 'text',
      group: 'Signature',
      placeholder: 'none',
      help: 'Sent as x-ms-version, unless you type that field.',
    },
  ],
  credential: 'account key',
  settings,
  summary: ({ account, form }) => ['Azure', form, account].filter((part) => part !== '').join(', '),
  problem: ({ key, account }) => {
    if (key === '') return undefined;
    if (byteStringOfBase64(key.trim()) === undefined)
      return 'The account key is not Base64; copy it whole from the portal.';
    return /[\s:]/.test(account) ? 'An account name holds no space and no colon.' : undefined;
  },
  *flow(request, own, env) {
    yield* send(
      own.key === '' || isTypedAuthorization(request) ? request : signed(request, own, env.nowMs()),
    );
  },
  notices: ({ key, account }, { url }) =>
    key !== '' && account === '' && accountOf(url) === undefined
      ? [
          {
            title: 'No storage account is named',
            explanation: 'The host does not name one either, so the signature is refused. Type the account.',
          },
        ]
      : [],
  curl: ({ key }) => ({
    words: [],
    notes:
      key === ''
        ? []
        : ['curl does not know Azure shared keys: the field is signed already and good for 15 minutes.'],
  }),
});
