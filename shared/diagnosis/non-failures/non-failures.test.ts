import { describe, expect, test } from 'vitest';
import { attemptOf } from '../attempt.test-support.ts';
import { diagnose } from '../diagnose.ts';
import { absenceAndState } from './absence-and-state.test-support.ts';
import { loginsAndTalk } from './logins-and-talk.test-support.ts';
import { tokenTalk } from './token-talk.test-support.ts';
import { validation } from './validation.test-support.ts';
import { waysBack } from './ways-back.test-support.ts';

describe.each([
  ['the content is wrong, not the caller', validation],
  ['nothing there, or not now', absenceAndState],
  ['handshakes, logins and talk', loginsAndTalk],
  ['a token was spoken of, and none was asked for or all went well', tokenTalk],
  ['a way back, a door or a limit is another one', waysBack],
])('silent where %s', (_, rows) => {
  test.each(rows.map(([what, ...exchanges]) => [what, exchanges] as const))('%s', (__, exchanges) => {
    expect(diagnose(attemptOf(...exchanges))).toMatchObject({ failed: false, findings: [] });
  });
});
