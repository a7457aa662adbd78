import { expect, test } from 'vitest';
import { planned } from './remedy.test-support.ts';

test('giving credentials to another host is a question that names it', () => {
  const values = { url: 'http://eu.example/me?x=1', origin: 'http://eu.example' };
  const plan = planned({ id: 'send-to-redirect-target', values });
  expect(plan?.question).toMatchObject({
    kind: 'consent',
    question: 'Send the token to eu.example?',
    speaksAgainst: [
      'Plain HTTP: everybody between can read it',
      'Whoever runs eu.example gets the credentials.',
    ],
  });
  expect(plan?.apply({}).settings.trustedOrigins).toEqual(['http://eu.example']);
});

test('a target that nobody named', () => {
  expect(planned({ id: 'send-to-redirect-target' })).toBeUndefined();
});
