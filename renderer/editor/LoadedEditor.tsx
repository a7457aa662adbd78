import { useContext, useEffect, useRef } from 'react';
import { VariableHelpContext } from '../ui/variable-help.ts';
import type { CodeEditorProps } from './CodeEditor.tsx';
import styles from './CodeEditor.module.css';
import { applyEditorTheme } from './editor-theme.ts';
import { EditorVariables } from './editor-variables.ts';
import { monaco } from './monaco.ts';

/** Above this, tokens and wrapping cost more than they tell. */
const plainAbove = 2_000_000;

/** The size that the person chose for all text of the window, as the editor wants it: in pixels. */
const textMeasures = (): { readonly fontSize: number; readonly lineHeight: number } => {
  const scale = Number(getComputedStyle(document.documentElement).getPropertyValue('--text-scale')) || 1;
  return { fontSize: Math.round(12 * scale), lineHeight: Math.round(20 * scale) };
};

/** Another language brings colours for its brackets again. */
const withPlainBrackets = (model: monaco.editor.ITextModel): void => {
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
};

export const LoadedEditor = ({
  label,
  value,
  language,
  onChange,
  isReadOnly = false,
  wraps = true,
  takesVariables = false,
  findRequest = 0,
}: CodeEditorProps) => {
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const changed = useRef(onChange);
  changed.current = onChange;
  const known = useContext(VariableHelpContext);
  const help = takesVariables ? known : undefined;
  const variables = useRef<EditorVariables>(undefined);

  useEffect(() => {
    if (box.current === null) return undefined;
    applyEditorTheme();
    const model = monaco.editor.createModel(value, value.length > plainAbove ? 'plaintext' : language);
    withPlainBrackets(model);
    const created = monaco.editor.create(box.current, {
      model,
      ariaLabel: label,
      readOnly: isReadOnly,
      domReadOnly: isReadOnly,
      wordWrap: wraps ? 'on' : 'off',
      automaticLayout: true,
      minimap: { enabled: false },
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-wire'),
      ...textMeasures(),
      lineNumbersMinChars: 4,
      lineDecorationsWidth: 8,
      padding: { top: 4, bottom: 12 },
      scrollBeyondLastLine: false,
      renderLineHighlight: 'none',
      overviewRulerLanes: 0,
      overviewRulerBorder: false,
      hideCursorInOverviewRuler: true,
      folding: true,
      stickyScroll: { enabled: false },
      occurrencesHighlight: 'off',
      bracketPairColorization: { enabled: false },
      quickSuggestions: false,
      unicodeHighlight: { ambiguousCharacters: false },
      fixedOverflowWidgets: true,
      tabSize: 2,
      // Tab leaves the editor, as everywhere in the window; Ctrl+M gives it back to the text.
      tabFocusMode: true,
    });
    editor.current = created;
    const listening = created.onDidChangeModelContent(() => {
      changed.current?.(created.getValue());
    });
    variables.current = new EditorVariables(created);
    const themes = new MutationObserver(applyEditorTheme);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const sizes = new MutationObserver(() => {
      created.updateOptions(textMeasures());
    });
    sizes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-text'] });
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', applyEditorTheme);
    return () => {
      system.removeEventListener('change', applyEditorTheme);
      themes.disconnect();
      sizes.disconnect();
      listening.dispose();
      variables.current?.dispose();
      created.dispose();
      model.dispose();
    };
    // The editor is made once; value and language are handed to it below.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (model === undefined || model === null) return;
    if (model.getValue() !== value) model.setValue(value);
    monaco.editor.setModelLanguage(model, value.length > plainAbove ? 'plaintext' : language);
    withPlainBrackets(model);
  }, [value, language]);

  useEffect(() => {
    editor.current?.updateOptions({
      readOnly: isReadOnly,
      domReadOnly: isReadOnly,
      wordWrap: wraps ? 'on' : 'off',
    });
  }, [isReadOnly, wraps]);

  useEffect(() => {
    variables.current?.setHelp(help);
  }, [help]);

  useEffect(() => {
    if (findRequest > 0) void editor.current?.getAction('actions.find')?.run();
  }, [findRequest]);

  return <div ref={box} className={styles['editor']} />;
};
