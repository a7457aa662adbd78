import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const common = {
  environment: 'node',
  // No test may ask the keychain of the person who runs it.
  env: { WHY401_KEYCHAIN: 'off' },
  testTimeout: 20_000,
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        // What is pure keeps nothing between two tests, so that its files may share one set of modules: a third of the time.
        test: { ...common, name: 'shared', include: ['shared/**/*.test.{ts,tsx}'], isolate: false },
      },
      {
        // So is the window's state without its page; what draws, or takes over clocks and modules, keeps to itself.
        test: { ...common, name: 'window', include: ['renderer/**/*.test.ts'], isolate: false },
      },
      {
        plugins: [react()],
        test: {
          ...common,
          name: 'hosts',
          include: ['{electron,scripts}/**/*.test.{ts,tsx}', 'renderer/**/*.test.tsx'],
        },
      },
    ],
  },
});
