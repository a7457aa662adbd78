import v8 from 'node:v8';
import vm from 'node:vm';

const everyBytes = 2 * 1024 * 1024;

/**
 * Frees the buffers of a large body while it passes. V8 counts the small object and not the memory behind it, so that
 * without this 60 MiB of them pile up before it looks. Call it with the size of each piece.
 */
export const youngBuffers = (): ((bytes: number) => void) => {
  v8.setFlagsFromString('--expose-gc');
  const collect: unknown = vm.runInNewContext('gc');
  let passed = 0;
  return (bytes) => {
    passed += bytes;
    if (passed < everyBytes || typeof collect !== 'function') return;
    passed = 0;
    Reflect.apply(collect, undefined, [{ type: 'minor' }]);
  };
};
