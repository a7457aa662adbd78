import { describe, expect, test, vi } from 'vitest';
import { door, reportFault } from './door.ts';
import { EngineError } from './errors.ts';
import { fakeHandlers } from './fake-handlers.test-support.ts';

const secret = 's3cret-of-alice';

describe('door', () => {
  test('hands the checked argument on and the value back', async () => {
    const cancel = vi.fn(() => Promise.resolve());
    const call = door(fakeHandlers({ cancel }));
    expect(await call('cancel', { sendId: 'a', more: true })).toEqual({ ok: true, value: undefined });
    expect(cancel.mock.calls).toEqual([[{ sendId: 'a' }]]);
  });

  test.each([
    ['an unknown command', 'dropTables', { id: 'a' }],
    ['a name of the prototype', 'constructor', undefined],
    ['no argument', 'cancel', undefined],
    ['a wrong type', 'cancel', { sendId: 7 }],
    ['a number out of bounds', 'readBody', { id: 'a', offset: -1, length: 1 }],
    ['a piece that is too large', 'readBody', { id: 'a', offset: 0, length: 1_048_577 }],
    ['a text that is too long', 'discover', { issuer: 'x'.repeat(2049), environmentId: '' }],
    ['an argument where none is taken', 'boot', { a: secret }],
  ])('refuses %s before anything happens', async (_name, command, arg) => {
    const reached = vi.fn();
    const reply = await door(fakeHandlers({}, reached))(command, arg);
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-argument' } });
    expect(JSON.stringify(reply)).not.toContain(secret);
    expect(reached).not.toHaveBeenCalled();
  });

  test('an EngineError crosses as data', async () => {
    const call = door(
      fakeHandlers({ revealSecret: () => Promise.reject(new EngineError('not-found', 'Gone.')) }),
    );
    expect(await call('revealSecret', { ref: 'a' })).toEqual({
      ok: false,
      error: { code: 'not-found', message: 'Gone.' },
    });
  });

  test('any other error crosses without its words', async () => {
    const faults: unknown[] = [];
    const error = new Error(secret);
    const call = door(fakeHandlers({ revealSecret: () => Promise.reject(error) }), (...fault) =>
      faults.push(fault),
    );
    const reply = await call('revealSecret', { ref: 'a' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain(secret);
    expect(faults).toEqual([['revealSecret', error]]);
  });

  test('a report of a fault has its frames and not its words', () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    reportFault('send', new TypeError(`${secret}\n${secret}`));
    const text = String(write.mock.calls[0]?.[0]);
    write.mockRestore();
    expect(text).toContain('fault in send: TypeError');
    expect(text).toContain('door.test.ts');
    expect(text).not.toContain(secret);
  });
});
