import type { FormField, OpenSettings } from '../scheme.ts';

/**
 * What a scheme asks of a key to sign with: the secret that both sides share where `shared` says so, otherwise a private
 * key. Settings `secret`, `secretEncoding`, `privateKey` and `passphrase`.
 */
export const keyFields = (shared: (settings: OpenSettings) => boolean): readonly FormField[] => {
  const asymmetric = (own: OpenSettings): boolean => !shared(own);
  return [
    { name: 'secret', label: 'Secret', kind: 'secret', group: 'Key', when: shared },
    {
      name: 'secretEncoding',
      label: 'Written as',
      kind: 'choice',
      group: 'Key',
      choices: [
        { value: 'text', label: 'Text' },
        { value: 'base64', label: 'Base64', note: 'or Base64url' },
      ],
      when: shared,
    },
    {
      name: 'privateKey',
      label: 'Private key',
      kind: 'secret-lines',
      group: 'Key',
      help: 'PEM or JWK.',
      when: asymmetric,
    },
    { name: 'passphrase', label: 'Passphrase', kind: 'secret', group: 'Key', when: asymmetric },
  ];
};
