import { expect, test } from 'vitest';
import { withoutKnownAnswers, withoutSeen } from './known-answers.mjs';

test.each([
  ["const a = { cause: 'x', seen: 'y', weight: 1 };", "const a = { cause: 'x',  weight: 1 };"],
  ["f({ cause: 'x', seen: { status: 403, sent: {} } });", "f({ cause: 'x',  });"],
  ["f([{ seen: answer(403, 'a, }') }, { seen: `${b}` , c }]);", 'f([{  }, {  c }]);'],
  ['interface Sign { readonly seen?: string }', 'interface Sign { readonly seen?: string }'],
  ['const seen = { unseen: 1 }; use(seen.seen);', 'const seen = { unseen: 1 }; use(seen.seen);'],
])('%s', (code, rest) => {
  expect(withoutSeen(code)).toBe(rest);
});

test('touches the tables of providers and nothing else', () => {
  const code = "const a = { seen: 'y' };";
  const of = (id: string) => withoutKnownAnswers.transform(code, id)?.code;
  expect(of('/p/shared/diagnosis/providers/github.ts')).toBe('const a = {  };');
  expect(of('/p/shared/diagnosis/rules/url-wrong.ts')).toBeUndefined();
  expect(of('/p/renderer/main.tsx')).toBeUndefined();
});
