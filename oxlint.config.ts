import { defineConfig, type OxlintOverride } from 'oxlint';
import { fencedZones } from './scripts/fences.mjs';

/** Tests are free of the fences: they may read files and look into other rooms. */
const tests = ['**/*.test.ts', '**/*.test.tsx', '**/*.test-support.ts'];

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'vitest', 'promise'],
  options: { typeAware: true },
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['node_modules', 'out', 'dist', '.cache', 'test-results', 'playwright-report'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'import/no-default-export': 'error',
    // Types vanish before anything runs: they may point both ways.
    'import/no-cycle': ['error', { ignoreTypes: true }],
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/react-in-jsx-scope': 'off',
    'no-console': 'error',
    'no-eval': 'error',
    // Control characters are what a wire is made of.
    'no-control-regex': 'off',
    // The compiler's own checks say these better, or they ask for detours.
    'import/no-named-as-default': 'off',
    'import/no-named-as-default-member': 'off',
    'import/no-unassigned-import': 'off',
    'no-shadow': 'off',
    'promise/always-return': 'off',
    'typescript/consistent-return': 'off',
    'typescript/no-unnecessary-type-parameters': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/unbound-method': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    // A file that Vite makes ("…?worker&url") has exports that nobody else can see.
    'import/default': 'off',
    // exhaustive-deps names what is missing; one too many says when to run again. Clocks are read where they are shown.
    'react/exhaustive-effect-dependencies': 'off',
    'react/purity': 'off',
    // It takes `actions.useProfile` for a hook; rules-of-hooks sees to the real ones.
    'react/hooks': 'off',
    'react/no-unstable-nested-components': ['error', { allowAsProps: true }],
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/valid-title': 'off',
    // React Aria gives roles to elements that have no tag; what opens because it was asked for takes the focus.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'jsx-a11y/no-autofocus': 'off',
    // Test vectors lie outside the project: where they are missing, their tests are skipped and say so.
    'vitest/no-conditional-tests': 'off',
    'vitest/require-mock-type-parameters': 'off',
    'vitest/no-conditional-expect': 'off',
    'vitest/no-disabled-tests': 'off',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert', 'assert*', 'check*'] }],
  },
  overrides: [
    ...fencedZones.map(({ files, patterns }): OxlintOverride => ({
      files: [files],
      excludeFiles: tests,
      rules: { 'no-restricted-imports': ['error', { patterns }] },
    })),
    {
      // The clock and randomness are handed in, so that a diagnosis is the same tomorrow.
      files: ['shared/**'],
      excludeFiles: tests,
      rules: {
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: 'The clock is handed in.' },
          { object: 'Math', property: 'random', message: 'Randomness is handed in.' },
        ],
      },
    },
    { files: ['*.config.ts', 'e2e/global-setup.ts'], rules: { 'import/no-default-export': 'off' } },
    {
      // Programs: what they print is what they are for.
      files: ['scripts/**', 'bench/**', 'electron/cli/**', 'e2e/**', ...tests],
      rules: { 'no-console': 'off' },
    },
    {
      files: tests,
      rules: {
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-member-access': 'off',
      },
    },
    {
      // Playwright hands a fixture on with `use`, which is no hook; its tests assert through page objects.
      files: ['e2e/**'],
      rules: { 'react/rules-of-hooks': 'off', 'vitest/expect-expect': 'off' },
    },
    // Actions are named after what a person does: `useProfile` is no hook.
    { files: ['renderer/state/*-actions.ts'], rules: { 'react/rules-of-hooks': 'off' } },
    {
      files: ['scripts/**/*.mjs'],
      rules: {
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
      },
    },
  ],
});
