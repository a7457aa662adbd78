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

/** The only module that knows Monaco; everything else loads it lazily through CodeEditor. */

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const ownWorkers: readonly string[] = [editorWorker, jsonWorker];

/** Trusted Types are enforced: a worker's address must be one of the two that we built. */
const policy = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy(
  'why401-worker',
  {
    createScriptURL: (url) => {
      if (!ownWorkers.includes(url)) throw new TypeError('Not a worker of ours.');
      return url;
    },
  },
);

self.MonacoEnvironment = {
  getWorker: (_id: string, label: string) => {
    const url = label === 'json' ? jsonWorker : editorWorker;
    return new Worker(policy?.createScriptURL(url) ?? url, { type: 'module' });
  },
};

export { monaco };
