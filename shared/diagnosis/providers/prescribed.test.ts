import { expect, test } from 'vitest';
import { attemptOf } from '../attempt.test-support.ts';
import type { Told } from '../attempt.test-support.ts';
import { diagnose } from '../diagnose.ts';

const ticket = btoa('TICKET_43205c1ab87d4e2195f0b6c8d7e9e0f1');
const words = { Authorization: 'Bearer automation 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' };
const json = { Token: '{"uid":"a1","timestamp":1700049600000,"token":"9c3ad4bd","client":"web"}' };
const shaped = { Authorization: `Basic ${ticket}` };

const tellsOfForm = (told: Told): boolean =>
  diagnose(attemptOf(told)).findings.some(({ cause }) => cause === 'header-malformed');

test.each<readonly [string, string, Told['sent']]>([
  ['two words behind Bearer', 'https://monitor.example.com/prod/check_mk/api/1.0/version', words],
  ['JSON in a field of its own', 'https://www.semsportal.com/api/v2/PowerStation/Get', json],
  ['Basic without a colon', 'https://docs.example.com/alfresco/api/-default-/public/x', shaped],
])('%s is no fault where the product wants it so', (_, url, sent) => {
  expect(tellsOfForm({ url, ...(sent === undefined ? {} : { sent }) })).toBe(false);
  expect(tellsOfForm({ url: 'https://api.example.com/v1/x', ...(sent === undefined ? {} : { sent }) })).toBe(
    true,
  );
});
