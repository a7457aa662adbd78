import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/xml/register';
import 'monaco-editor/languages/definitions/html/register';
import 'monaco-editor/languages/definitions/javascript/register';
import 'monaco-editor/languages/definitions/graphql/register';
import 'monaco-editor/languages/definitions/yaml/register';
import 'monaco-editor/languages/features/json/register';
// Vite answers these two with the address of the built worker.
import editorWorker from 'monaco-editor/editor/editor.worker?worker&url';
import jsonWorker from 'monaco-editor/languages/features/json/json.worker?worker&url';
import { ownWorker } from '../own-worker.ts';

/** The only module that knows Monaco; everything else loads it lazily through CodeEditor. */

self.MonacoEnvironment = {
  getWorker: (_id: string, label: string) => {
    const url = label === 'json' ? jsonWorker : editorWorker;
    return ownWorker(url);
  },
};

export { monaco };
