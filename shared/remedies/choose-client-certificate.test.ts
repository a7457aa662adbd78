import { expect, test } from 'vitest';
import { plainSecret } from '../workspace/secret.ts';
import { planned, typed } from './remedy.test-support.ts';

test('asks for the files and shows the certificate to this host only', () => {
  const plan = planned({ id: 'choose-client-certificate' });
  expect(plan?.sends).toBe('Sends this GET again and shows the certificate to api.example alone.');
  expect(
    plan?.apply({ certificateFile: ' /a.crt', keyFile: '', passphrase: '' }).settings.clientCertificate,
  ).toEqual({ certificateFile: '/a.crt', passphrase: { plain: '' } });
});

test('one that was refused is offered for correction', () => {
  const draft = typed('x');
  const settings = {
    ...draft.settings,
    clientCertificate: { certificateFile: '/m.crt', keyFile: '/m.key', passphrase: plainSecret('p') },
  };
  const plan = planned({ id: 'choose-client-certificate' }, { draft: { ...draft, settings } });
  expect(plan?.question).toMatchObject({ fields: [{ value: '/m.crt' }, { value: '/m.key' }, { value: '' }] });
});
