import v8 from 'node:v8';
import vm from 'node:vm';

const everyBytes = 1024 * 1024;

/** V8's collector of young objects, found once: looking for it takes longer than a request. */
let collect: (() => void) | undefined;

const findCollector = (): (() => void) => {
  v8.setFlagsFromString('--expose-gc');
  const gc: unknown = vm.runInNewContext('gc');
  return () => void (typeof gc === 'function' && Reflect.apply(gc, undefined, [{ type: 'minor' }]));
};

/**
 * Frees the buffers of a large body while it passes. V8 counts the small object and not the memory behind it, so that
 * without this 60 MiB of them pile up before it looks. Call it with the size of each piece.
 */
export const youngBuffers = (): ((bytes: number) => void) => {
  let passed = 0;
  return (bytes) => {
    passed += bytes;
    if (passed < everyBytes) return;
    passed = 0;
    collect ??= findCollector();
    collect();
  };
};
