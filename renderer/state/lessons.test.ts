import { describe, expect, test } from 'vitest';
import { emptyDraft } from '../../shared/workspace/draft.ts';
import { initialState, openedRequest } from './initial.ts';
import { lessonsDone, lessonsIn } from './lessons.ts';
import type { AttemptRecord, WindowState } from './state.ts';

const record = (status: number | undefined, failed: boolean): AttemptRecord => ({
  attempt: {
    id: 'a',
    startedAtMs: 0,
    source: 'sent',
    exchanges: [
      {
        id: 'e',
        purpose: 'resource',
        request: {
          method: 'GET',
          url: 'http://127.0.0.1/',
          target: '/',
          httpVersion: 'HTTP/1.1',
          fields: [],
          body: { kind: 'none' },
        },
        outcome:
          status === undefined
            ? { kind: 'failed', failure: { code: 'refused', message: 'refused', detail: '' } }
            : {
                kind: 'answered',
                response: { status, reason: '', httpVersion: 'HTTP/1.1', fields: [], body: { kind: 'none' } },
              },
        timings: { startedAtMs: 0 },
      },
    ],
  },
  diagnosis: { exchange: 0, failed, findings: [], ruledOut: [] },
  draft: undefined,
  remedy: undefined,
});

const windowWith = (
  id: string,
  attempts: readonly AttemptRecord[],
  lessons: readonly string[] = [],
): WindowState => ({
  ...initialState,
  examples: [
    { id: 'one', title: 'One', lesson: '', status: 401, scheme: 'Basic' },
    { id: 'two', title: 'Two', lesson: '', status: 200, scheme: 'Cookie' },
  ],
  lessons,
  open: { [id]: { ...openedRequest(emptyDraft(id), undefined), attempts } },
});

describe('a lesson', () => {
  test.each<[string, string, readonly AttemptRecord[], readonly string[]]>([
    ['is done when it is answered', 'example-one', [record(401, true), record(200, false)], ['one']],
    ['is not while it is refused', 'example-one', [record(401, true)], []],
    ['is not by a login page that says 200', 'example-two', [record(200, true)], []],
    ['is not where nothing answered', 'example-one', [record(undefined, false)], []],
    ['is not when another request is answered', 'mine', [record(200, false)], []],
    ['is not when it was never sent', 'example-one', [], []],
  ])('%s', (_, id, attempts, done) => {
    expect(lessonsDone(windowWith(id, attempts))).toEqual(done);
  });

  test('stays done, and the list stays the same one', () => {
    const state = windowWith('example-one', [record(401, true)], ['one']);
    expect(lessonsDone(state)).toBe(state.lessons);
  });
});

test.each([[undefined], [{}], [{ lessonsDone: 'x' }], [{ lessonsDone: [1] }]])(
  '%j holds none',
  (preferences) => {
    expect(lessonsIn(preferences)).toEqual([]);
  },
);
