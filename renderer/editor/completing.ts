import type { Complete } from '../ui/completion.ts';
import { monaco } from './monaco.ts';

/** Offers completions in one editor's text. They are looked for in the caret's own line. */
export const completing = (own: monaco.editor.ITextModel, complete: Complete): monaco.IDisposable =>
  monaco.languages.registerCompletionItemProvider('*', {
    triggerCharacters: ['{', '$'],
    provideCompletionItems(model, { lineNumber, column }) {
      if (model !== own) return { suggestions: [] };
      const found = complete(model.getLineContent(lineNumber), column - 1);
      if (found === undefined) return { suggestions: [] };
      const range = new monaco.Range(lineNumber, found.from + 1, lineNumber, found.to + 1);
      return {
        suggestions: found.choices.map(({ label, insert, detail = '', origin = '' }, index) => ({
          label: { label, description: origin },
          detail,
          kind: monaco.languages.CompletionItemKind.Variable,
          insertText: insert,
          filterText: insert,
          sortText: String(index).padStart(4, '0'),
          range,
        })),
      };
    },
  });
