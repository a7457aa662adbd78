import { monaco } from './monaco.ts';

/** Token colours are few: what is a key, a text, a number, a word of the language. The rest is ink. */

/** Reads a colour token as the page draws it now, in the form that Monaco takes. */
const colour = (name: string): string => {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
  probe.remove();
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
};

const isDark = (): boolean => {
  const theme = document.documentElement.dataset['theme'];
  if (theme === 'dark' || theme === 'contrast') return true;
  return theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches;
};

/** Makes Monaco look like the rest of the window, with the tokens of the theme that is on. */
export const applyEditorTheme = (): void => {
  const contrast = document.documentElement.dataset['theme'] === 'contrast';
  const rule = (token: string, name: string) => ({ token, foreground: colour(name).slice(1) });
  monaco.editor.defineTheme('why401', {
    base: contrast ? 'hc-black' : isDark() ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', '--text'),
      rule('string.key.json', '--text-secondary'),
      rule('string.value.json', '--accent-text'),
      rule('number', '--accepted-text'),
      rule('keyword', '--warned-text'),
      rule('keyword.json', '--warned-text'),
      rule('delimiter', '--text-secondary'),
      // Markup is named more exactly in Monaco's own themes, hence here too.
      ...['tag', 'delimiter.xml', 'delimiter.html', 'metatag', 'metatag.xml', 'metatag.html'].map((token) =>
        rule(token, '--text-secondary'),
      ),
      ...['attribute.name', 'metatag.content.html'].map((token) => rule(token, '--warned-text')),
      ...['attribute.value', 'attribute.value.xml', 'attribute.value.html', 'string.html'].map((token) =>
        rule(token, '--accent-text'),
      ),
      rule('comment', '--text-tertiary'),
    ],
    colors: {
      'editor.background': colour('--surface-content'),
      'editor.foreground': colour('--text'),
      'editor.lineHighlightBackground': colour('--surface-content'),
      'editor.selectionBackground': colour('--selection'),
      'editorLineNumber.foreground': colour('--text-tertiary'),
      'editorLineNumber.activeForeground': colour('--text-secondary'),
      'editorIndentGuide.background1': colour('--line-subtle'),
      'editorIndentGuide.activeBackground1': colour('--line'),
      'editorWidget.background': colour('--surface-raised'),
      'editorWidget.border': colour('--line'),
      'input.background': colour('--surface-content'),
      'input.border': colour('--line-control'),
      focusBorder: colour('--focus'),
      'scrollbarSlider.background': `${colour('--line-button')}80`,
    },
  });
  monaco.editor.setTheme('why401');
};
