export { readHar, type HarRead } from './har-read.ts';
export { attemptToHar, type Har, type HarEntry } from './har-write.ts';
