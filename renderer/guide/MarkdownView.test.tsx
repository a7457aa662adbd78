// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { MarkdownView } from './MarkdownView.tsx';

afterEach(cleanup);

const drawn = (text: string): HTMLElement =>
  render(
    <MarkdownView
      text={text}
      link={(address, words) => <a href={address}>{words}</a>}
      picture={(address, words) => <img src={address} alt={words} />}
    />,
  ).container;

test.each<[string, string, string]>([
  ['a heading', '## Keys & more', 'h4'],
  ['a list', '- one\n- **two**', 'ul > li > b'],
  ['steps', '1. one\n2. two', 'ol > li'],
  ['a table', '| a | b |\n| --- | --- |\n| `x` | y |', 'tbody td code'],
  ['a key', 'Press <kbd>Ctrl</kbd>.', 'p > kbd'],
  ['code', '```\na < b\n```', 'pre'],
])('%s is drawn as what it is', (_, text, selector) => {
  expect(drawn(text).querySelector(selector)).not.toBeNull();
});

test('text is neither HTML nor escaped twice', () => {
  const page = drawn('`a < b && c` "quoted" <script>alert(1)</script>');
  expect(page.querySelector('script')).toBeNull();
  expect(page.textContent).toContain('a < b && c');
  expect(page.textContent).toContain('"quoted"');
});

test('pictures are drawn by the one who shows the page', () => {
  drawn('![The palette](../pictures/palette-light.webp)');
  expect(screen.getByRole('img', { name: 'The palette' }).getAttribute('src')).toBe(
    '../pictures/palette-light.webp',
  );
});

test('links are drawn by the one who shows the page', () => {
  drawn('see [the vault](files-and-vault.md)');
  expect(screen.getByRole('link', { name: 'the vault' }).getAttribute('href')).toBe('files-and-vault.md');
});
