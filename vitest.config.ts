import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['{shared,electron,renderer,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // No test may ask the keychain of the person who runs it.
    env: { WHY401_KEYCHAIN: 'off' },
    testTimeout: 20_000,
    maxWorkers: 2,
  },
});
