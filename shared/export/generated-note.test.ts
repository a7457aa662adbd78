import { expect, test } from 'vitest';
import { emptyDraft, type Draft } from '../workspace/draft.ts';
import { generatedNote } from './generated-note.ts';

test.each<[string, Partial<Draft>, readonly string[]]>([
  ['no variable', { url: 'https://a.example' }, []],
  ['a variable of an environment', { url: 'https://{{host}}' }, []],
  ['a dollar that is no generator', { url: 'https://a.example/{{$other}}' }, []],
  [
    'two generators, one of them twice',
    {
      url: 'https://a.example/{{ $uuid }}',
      body: { kind: 'text', text: '{"at":"{{$now}}","id":"{{$uuid}}"}', contentType: 'application/json' },
    },
    ['Values of this moment stand in place of {{$uuid}}, {{$now}}: a program has to make its own.'],
  ],
])('%s', (_, more, notes) => {
  expect(generatedNote({ ...emptyDraft('d'), ...more })).toEqual(notes);
});
