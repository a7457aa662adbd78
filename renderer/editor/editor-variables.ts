import { isJsonWithVariables } from '../../shared/compose/json-with-variables.ts';
import { placeholderSpans } from '../../shared/compose/variables.ts';
import type { VariableHelp } from '../ui/variable-help.ts';
import { monaco } from './monaco.ts';

/** Above this, a text is not searched for variables with every letter. */
const markedUpTo = 500_000;

/** What a person typed into a variable could be read as Markdown. */
const literal = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!<>|~&]/g, String.raw`\$&`);

/** Variables in one editor's text: completed after `{{`, marked, and explained under the pointer. */
export class EditorVariables {
  readonly #model: monaco.editor.ITextModel | null;
  readonly #marks: monaco.editor.IEditorDecorationsCollection;
  readonly #disposables: readonly monaco.IDisposable[];
  #help: VariableHelp | undefined;

  constructor(editor: monaco.editor.IStandaloneCodeEditor) {
    this.#model = editor.getModel();
    this.#marks = editor.createDecorationsCollection();
    this.#disposables = [
      editor.onDidChangeModelContent(() => {
        this.#mark();
      }),
      monaco.languages.registerCompletionItemProvider('*', {
        triggerCharacters: ['{', '$'],
        provideCompletionItems: (model, position) => ({ suggestions: this.#suggestions(model, position) }),
      }),
      monaco.editor.onDidChangeMarkers(() => {
        // What is taken away while the change is still being told is drawn all the same.
        setTimeout(() => {
          this.#forgiveVariables();
        });
      }),
      monaco.languages.registerHoverProvider('*', {
        provideHover: (model, position) => this.#hover(model, position),
      }),
    ];
  }

  /** Absent where the text takes no variables. */
  setHelp(help: VariableHelp | undefined): void {
    this.#help = help;
    this.#mark();
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  #mark(): void {
    const [model, help] = [this.#model, this.#help];
    if (model === null || help === undefined || model.getValueLength() > markedUpTo) {
      this.#marks.clear();
      return;
    }
    this.#marks.set(
      placeholderSpans(model.getValue()).map(({ name, start, end }) => ({
        range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)),
        options: {
          inlineClassName: help.describe(name) === undefined ? 'variable-missing' : 'variable-known',
        },
      })),
    );
  }

  /** JSON that is sound once its variables have values has no faults that are worth a mark. */
  #forgiveVariables(): void {
    const model = this.#model;
    if (model === null || model.isDisposed() || this.#help === undefined) return;
    if (model.getLanguageId() !== 'json') return;
    const text = model.getValueLength() > markedUpTo ? '' : model.getValue();
    if (
      !text.includes('{{') ||
      monaco.editor.getModelMarkers({ owner: 'json', resource: model.uri }).length === 0
    )
      return;
    if (isJsonWithVariables(text)) monaco.editor.setModelMarkers(model, 'json', []);
  }

  /** They are looked for in the caret's own line. */
  #suggestions(
    model: monaco.editor.ITextModel,
    { lineNumber, column }: monaco.Position,
  ): monaco.languages.CompletionItem[] {
    if (model !== this.#model) return [];
    const found = this.#help?.complete(model.getLineContent(lineNumber), column - 1);
    if (found === undefined) return [];
    const range = new monaco.Range(lineNumber, found.from + 1, lineNumber, found.to + 1);
    return found.choices.map(({ label, insert, detail = '', origin = '' }, index) => ({
      label: { label, description: origin },
      detail,
      kind: monaco.languages.CompletionItemKind.Variable,
      insertText: insert,
      filterText: insert,
      sortText: String(index).padStart(4, '0'),
      range,
    }));
  }

  #hover(
    model: monaco.editor.ITextModel,
    { lineNumber, column }: monaco.Position,
  ): monaco.languages.Hover | undefined {
    if (model !== this.#model || this.#help === undefined) return undefined;
    const found = placeholderSpans(model.getLineContent(lineNumber)).find(
      ({ start, end }) => start < column && column <= end + 1,
    );
    if (found === undefined) return undefined;
    const described = this.#help.describe(found.name);
    const value = described?.shown ?? `No value for ${found.name}`;
    return {
      range: new monaco.Range(lineNumber, found.start + 1, lineNumber, found.end + 1),
      contents: [{ value: literal(value) }, { value: literal(described?.told ?? 'sent as typed') }],
    };
  }
}
