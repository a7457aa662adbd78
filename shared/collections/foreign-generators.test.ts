import { describe, expect, test } from 'vitest';
import { unknownGenerators, withOurGenerators } from './foreign-generators.ts';
import { readCollection } from './readers.ts';

describe('withOurGenerators', () => {
  test.each([
    ['{{$guid}}', '{{$uuid}}'],
    ['{{ $randomUUID }}', '{{$uuid}}'],
    ['{{$random.uuid}}', '{{$uuid}}'],
    ['{{$isoTimestamp}}/{{$guid}}', '{{$now}}/{{$uuid}}'],
    ['<<$guid>>', '{{$uuid}}'],
    ['{{$datetime iso8601}}', '{{$now}}'],
    [`{% uuid 'v4' %}`, '{{$uuid}}'],
    [String.raw`"{% uuid \"v4\" %}"`, '"{{$uuid}}"'],
    [`{% now 'iso-8601', '' %}`, '{{$now}}'],
    [`{% now 'unix', '' %}`, '{{$timestamp}}'],
    [`{% timestamp 'millis' %}`, '{{$timestampMs}}'],
    [`{% faker 'guid' %}`, '{{$uuid}}'],
  ])('%s', (given, ours) => {
    expect(withOurGenerators(given)).toBe(ours);
  });

  test.each([
    '{{$timestamp}} {{$randomInt}}',
    '{{guid}} {{randomUUID}} $guid {{$guids}}',
    `{% uuid 'v1' %}`,
    `{% now 'custom', 'YYYY' %}`,
    `{% response 'body' %}`,
  ])('leaves %s', (text) => {
    expect(withOurGenerators(text)).toBe(text);
  });
});

describe('unknownGenerators', () => {
  test('names each once', () => {
    expect(unknownGenerators('{{$randomCity}} {{$uuid}} {{$randomCity}} {{$randomInt 1 5}}')).toEqual([
      'Values that are not made up here stay as they are written: {{$randomCity}}, {{$randomInt 1 5}}.',
    ]);
  });

  test('says nothing of variables and of what is made up here', () => {
    expect(unknownGenerators('{{host}} {{$uuid}} {{$now}}')).toEqual([]);
  });
});

test('a Postman collection comes with its generators, and says which it loses', () => {
  const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
  const item = {
    name: 'One',
    request: { method: 'GET', url: { raw: 'https://a.example/{{$guid}}?city={{$randomCity}}' } },
  };
  const text = JSON.stringify({ info: { name: 'C', schema }, item: [item] });
  const read = readCollection([{ name: 'c.json', text }], () => 'id');
  expect(read).toMatchObject({
    ok: true,
    collection: {
      requests: [
        {
          url: 'https://a.example/{{$uuid}}',
          params: [{ name: 'city', value: '{{$randomCity}}', on: true }],
        },
      ],
      left: ['Values that are not made up here stay as they are written: {{$randomCity}}.'],
    },
  });
});
